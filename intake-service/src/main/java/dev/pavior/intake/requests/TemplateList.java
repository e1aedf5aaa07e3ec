package dev.pavior.intake.requests;

import java.time.Instant;
import java.util.List;

/**
 * The kinds of requests that can be made.
 *
 * @param emergency what to do in an emergency, instead of or before a request
 */
record TemplateList(String emergency, List<Line> templates) {

    /**
     * One kind.
     *
     * @param template where its template is
     */
    record Line(String kind, String title, String template) {}

    static TemplateList of(Templates templates, Instant now) {
        return new TemplateList(
                templates.emergency(now),
                templates.at(now).stream().map(TemplateList::line).toList());
    }

    private static Line line(Template template) {
        var kind = template.kind().word();
        return new Line(kind, template.title(), "/v1/requests/templates/" + kind);
    }
}
