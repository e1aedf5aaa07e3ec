package dev.pavior.sandbox.page;

import static org.springframework.web.reactive.function.server.RouterFunctions.route;

import dev.pavior.sandbox.domain.Item;
import dev.pavior.sandbox.domain.ItemShelf;
import dev.pavior.sandbox.domain.Label;
import dev.pavior.sandbox.domain.LabelBook;
import dev.pavior.sandbox.domain.Note;
import dev.pavior.sandbox.domain.World;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.util.HtmlUtils;
import reactor.core.publisher.Mono;

/** Shows one issue or merge request to a person; a confidential one by its number alone. */
public final class ItemPages {

    private final World world;
    private final LabelBook labels;

    public ItemPages(World world) {
        this.world = world;
        this.labels = new LabelBook(world);
    }

    public RouterFunction<ServerResponse> routes() {
        return route().GET("/{group}/{project}/-/{segment:issues|work_items}/{iid}", this::issue)
                .GET("/{group}/{project}/-/merge_requests/{iid}", this::mergeRequest)
                .build();
    }

    private Mono<ServerResponse> issue(ServerRequest request) {
        return shown(request, world.issueItems);
    }

    private Mono<ServerResponse> mergeRequest(ServerRequest request) {
        return shown(request, world.requestItems);
    }

    private Mono<ServerResponse> shown(ServerRequest request, ItemShelf<? extends Item> items) {
        String path = request.pathVariable("group") + "/" + request.pathVariable("project");
        Optional<String> page =
                number(request.pathVariable("iid"))
                        .flatMap(iid -> world.inTurn(() -> html(path, items, iid)));
        return page.map(
                        html ->
                                ServerResponse.ok()
                                        .contentType(MediaType.TEXT_HTML)
                                        .bodyValue(html))
                .orElseGet(() -> ServerResponse.notFound().build());
    }

    private Optional<String> html(String path, ItemShelf<? extends Item> items, long iid) {
        return world.projectAt(path)
                .flatMap(project -> items.numbered(project.home(), iid))
                .map(this::html);
    }

    private static Optional<Long> number(String iid) {
        return iid.matches("\\d{1,18}") ? Optional.of(Long.valueOf(iid)) : Optional.empty();
    }

    private String html(Item item) {
        String name = world.fullPath(world.projectOf(item)) + item.mark() + item.iid();
        return """
        <!doctype html>
        <html lang="en"><head><meta charset="utf-8"><title>%s</title>
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <style>body{font:1rem/1.5 system-ui;max-width:50rem;margin:2rem auto;padding:0 1rem}
        li{margin:.3rem 0}pre{white-space:pre-wrap}</style></head>
        <body><p>%s · %s</p>%s</body></html>
        """
                .formatted(text(name), text(name), item.state(), body(item));
    }

    private String body(Item item) {
        if (item.confidential()) {
            return "<h1>Confidential</h1><p>Only the API shows it, to those with a token.</p>";
        }
        return "<h1>%s</h1><ul>%s</ul><pre>%s</pre><h2>Notes</h2><ul>%s</ul>"
                .formatted(
                        text(item.title()),
                        listed(labels.of(item).stream().map(Label::title)),
                        text(item.core().text().body()),
                        listed(
                                world.notesOn(item).stream()
                                        .filter(n -> !n.internal())
                                        .map(this::said)));
    }

    private String said(Note note) {
        return world.users.get(note.authorId()).name() + ": " + note.body();
    }

    private static String listed(Stream<String> lines) {
        return lines.map(line -> "<li>" + text(line) + "</li>").collect(Collectors.joining());
    }

    private static String text(String raw) {
        return HtmlUtils.htmlEscape(raw);
    }
}
