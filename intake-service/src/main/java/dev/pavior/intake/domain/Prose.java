package dev.pavior.intake.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What a Markdown text says to its readers: without code and without comments. */
final class Prose {

    private static final Pattern RUN = Pattern.compile("`+");
    private static final Pattern PARAGRAPH_END = Pattern.compile("\\n[ \\t]*(?=\\n)");
    private static final String COMMENT = "<!--";
    private static final String COMMENT_END = "-->";

    private Prose() {}

    static String of(String markdown) {
        if (markdown.indexOf('`') < 0 && markdown.indexOf('~') < 0) {
            return withoutComments(markdown);
        }
        var text = String.join("\n", Fences.linesOutside(markdown));
        var prose = new StringBuilder();
        for (var paragraph : PARAGRAPH_END.split(text, -1)) {
            prose.append(withoutSpans(paragraph)).append('\n');
        }
        return withoutComments(prose.toString());
    }

    /** By hand: a pattern would look for the end of every comment that has none. */
    private static String withoutComments(String text) {
        var prose = new StringBuilder();
        int from = 0;
        int start = text.indexOf(COMMENT);
        while (start >= 0) {
            int end = text.indexOf(COMMENT_END, start);
            if (end < 0) {
                break;
            }
            prose.append(text, from, start).append(' ');
            from = end + COMMENT_END.length();
            start = text.indexOf(COMMENT, from);
        }
        return prose.append(text, from, text.length()).toString();
    }

    /** A span of code ends at the next run of as many backticks as began it, or is none. */
    private static String withoutSpans(String paragraph) {
        var runs = runs(paragraph);
        var prose = new StringBuilder();
        int from = 0;
        for (int i = 0; i < runs.size(); i++) {
            int end = closing(runs, i);
            if (end >= 0) {
                prose.append(paragraph, from, runs.get(i).start()).append("` `");
                from = runs.get(end).end();
                i = end;
            }
        }
        return prose.append(paragraph, from, paragraph.length()).toString();
    }

    private static List<Run> runs(String paragraph) {
        var runs = new ArrayList<Run>();
        var run = RUN.matcher(paragraph);
        while (run.find()) {
            runs.add(new Run(run.start(), run.end()));
        }
        return runs;
    }

    private static int closing(List<Run> runs, int opening) {
        for (int i = opening + 1; i < runs.size(); i++) {
            if (runs.get(i).length() == runs.get(opening).length()) {
                return i;
            }
        }
        return -1;
    }

    /** Backticks in a row. */
    private record Run(int start, int end) {
        int length() {
            return end - start;
        }
    }
}
