package dev.pavior.sandbox.graph;

/** What readers of GitLab ask. */
final class Questions {

    static final String WORK_ITEMS =
            """
            query($path: ID!, $iids: [String!], $types: [IssueType!], $after: String, $first: Int,
                  $since: Time) {
              project(fullPath: $path) {
                id
                workItems(iids: $iids, types: $types, first: $first, after: $after,
                          updatedAfter: $since) {
                  nodes {
                    id iid title state confidential createdAt updatedAt closedAt
                    userDiscussionsCount
                    workItemType { name }
                    namespace { id fullPath }
                    project { id fullPath }
                    widgets {
                      type
                      ... on WorkItemWidgetStatus { status { id name category } }
                      ... on WorkItemWidgetHierarchy {
                        parent { id iid workItemType { name } namespace { id fullPath }
                                 project { id } } }
                      ... on WorkItemWidgetLinkedItems {
                        linkedItems(first: 10) { nodes { linkType workItem {
                          id iid workItemType { name } project { id } namespace { id } } } } }
                      ... on WorkItemWidgetHealthStatus { healthStatus }
                      ... on WorkItemWidgetIteration { iteration { id } }
                      ... on WorkItemWidgetLabels { labels { nodes { id title } } }
                      ... on WorkItemWidgetMilestone { milestone { id } }
                      ... on WorkItemWidgetWeight { weight }
                      ... on WorkItemWidgetDescription { description }
                      ... on WorkItemWidgetAssignees { assignees { nodes { id } } }
                      ... on WorkItemWidgetAwardEmoji { upvotes downvotes }
                    }
                  }
                  pageInfo { hasNextPage endCursor }
                }
              }
            }
            """;
    static final String UPDATE =
            """
            mutation($id: WorkItemID!, $status: WorkItemsStatusesStatusID!) {
              workItemUpdate(input: {id: $id, statusWidget: {status: $status}}) {
                errors
                workItem { id state }
              }
            }
            """;

    private Questions() {}
}
