package dev.pavior.handoff.domain;

/**
 * A product team and who speaks for it.
 *
 * @param team name of the team
 * @param productManager GitLab user name of its product manager
 * @param engineeringManager GitLab user name of its engineering manager
 */
public record Owner(String team, String productManager, String engineeringManager) {

    public Owner {
        requireText("team", team);
        requireText("product_manager", productManager);
        requireText("engineering_manager", engineeringManager);
    }

    private static void requireText(String key, String value) {
        if (value.isBlank()) {
            throw new IllegalArgumentException(key + " must not be blank");
        }
    }
}
