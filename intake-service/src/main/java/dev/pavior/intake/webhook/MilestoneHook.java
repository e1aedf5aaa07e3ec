package dev.pavior.intake.webhook;

import dev.pavior.contract.v1.CatalogKind;
import dev.pavior.intake.webhook.Translation.Sighted;
import dev.pavior.intake.webhook.Translation.Unreadable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads hooks about milestones: their names and dates, which items only point to. */
final class MilestoneHook implements Translator.Hook {

    @Override
    public Translation read(Payload payload) {
        var id = Json.id(payload.attribute("id"));
        if (id.isEmpty()) {
            return new Unreadable("no-id");
        }
        var fields = new Fields();
        var entry =
                Entries.of(payload, CatalogKind.MILESTONE, id.getAsLong())
                        .setIid(Payload.boxed(Json.id(payload.attribute("iid"))))
                        .setProjectId(Payload.boxed(Json.id(payload.attribute("project_id"))))
                        .setGroupId(Payload.boxed(Json.id(payload.attribute("group_id"))))
                        .setName(
                                fields.value("title", payload.attribute("title"), Entries::name)
                                        .orElse(null))
                        .setState(state(payload, fields))
                        .setStartDate(
                                fields.nullable(
                                        "startDate", payload.attribute("start_date"), Json::date))
                        .setDueDate(
                                fields.nullable(
                                        "dueDate", payload.attribute("due_date"), Json::date))
                        .build();
        return new Sighted(Told.listed(entry), List.of(), fields.misread());
    }

    /** The action stands beside the attributes, or as the documentation has it among them. */
    private static @Nullable String state(Payload payload, Fields fields) {
        var action =
                Json.word(payload.at("action")).or(() -> Json.word(payload.attribute("action")));
        if (action.filter(word -> word.startsWith("delete") || word.equals("destroy"))
                .isPresent()) {
            return Entries.DELETED;
        }
        return fields.value("state", payload.attribute("state"), Json::word).orElse(null);
    }
}
