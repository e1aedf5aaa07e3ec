package dev.pavior.sandbox.rest;

import dev.pavior.sandbox.domain.Award;
import dev.pavior.sandbox.domain.Item;
import dev.pavior.sandbox.domain.ItemKey;
import dev.pavior.sandbox.domain.Refusal;
import dev.pavior.sandbox.shape.Shape;
import dev.pavior.sandbox.shape.Times;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The calls on the emojis of items. */
final class AwardCalls {

    private final Desk desk;
    private final Function<Call, ? extends Item> parent;

    AwardCalls(Desk desk, Function<Call, ? extends Item> parent) {
        this.desk = desk;
        this.parent = parent;
    }

    Answer list(Call call) {
        var key = ItemKey.of(parent.apply(call));
        return desk.page(
                call, List.copyOf(desk.world().awardsByItem.of(key).values()), this::shape);
    }

    Answer create(Call call) {
        var item = parent.apply(call);
        String name = call.fields().required("name");
        return Answer.created(shape(desk.office().awards().give(item, name, call.deed())));
    }

    Answer delete(Call call) {
        var item = parent.apply(call);
        var award = desk.world().awardsByItem.of(ItemKey.of(item)).get(call.number("award_id"));
        if (award == null) {
            throw Refusal.noSuchObject();
        }
        desk.office().awards().takeBack(award, item, call.deed());
        return Answer.gone();
    }

    private Map<String, @Nullable Object> shape(Award award) {
        return Shape.of(
                "id", award.id(),
                "name", award.name(),
                "user", desk.people().basic(award.userId()),
                "created_at", Times.iso(award.createdAt()),
                "updated_at", Times.iso(award.createdAt()),
                "awardable_id", award.item().id(),
                "awardable_type", award.item().kind(),
                "url", null);
    }
}
