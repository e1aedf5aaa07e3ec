package dev.pavior.sandbox.shape;

import dev.pavior.sandbox.domain.User;
import dev.pavior.sandbox.domain.World;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How people look in answers. */
public final class PeopleShapes {

    private final World world;
    private final Links links;

    public PeopleShapes(World world, Links links) {
        this.world = world;
        this.links = links;
    }

    public @Nullable Map<String, @Nullable Object> basic(@Nullable Long id) {
        return id == null ? null : basic(world.users.get(id));
    }

    public Map<String, @Nullable Object> basic(User user) {
        return Shape.of(
                "id",
                user.id(),
                "username",
                user.username(),
                "public_email",
                "",
                "name",
                user.name(),
                "state",
                "active",
                "locked",
                false,
                "avatar_url",
                null,
                "web_url",
                links.web(user));
    }

    public List<Map<String, @Nullable Object>> basic(List<Long> ids) {
        return ids.stream().map(this::basic).filter(Objects::nonNull).toList();
    }

    /** With what a person's own page shows. */
    public Map<String, @Nullable Object> full(User user) {
        var shape = basic(user);
        shape.put("created_at", Times.iso(user.createdAt()));
        shape.put("bio", "");
        shape.put("bot", user.bot());
        shape.put("organization", "");
        shape.put("job_title", "");
        return shape;
    }

    /** With what only the person, or an administrator, sees. */
    public Map<String, @Nullable Object> own(User user) {
        var shape = full(user);
        shape.put("email", user.username() + "@example.com");
        shape.put("commit_email", user.username() + "@example.com");
        shape.put("external", false);
        shape.put("private_profile", false);
        shape.put("two_factor_enabled", false);
        shape.put("confirmed_at", Times.iso(user.createdAt()));
        shape.put("can_create_group", user.admin());
        shape.put("can_create_project", user.admin());
        shape.put("is_admin", user.admin());
        return shape;
    }

    public Map<String, @Nullable Object> member(User user) {
        var shape = basic(user);
        shape.put("access_level", user.admin() ? 50 : 40);
        shape.put("created_at", Times.iso(user.createdAt()));
        shape.put("expires_at", null);
        shape.put("membership_state", "active");
        return shape;
    }
}
