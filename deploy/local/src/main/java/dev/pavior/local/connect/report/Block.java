package dev.pavior.local.connect.report;

import java.util.List;

/** A piece of a report. */
public sealed interface Block {

    /** Sentences, one a line. */
    record Words(List<String> lines) implements Block {

        public Words {
            lines = List.copyOf(lines);
        }
    }

    /** A table; every row has as many cells as its head. */
    record Table(List<String> head, List<List<String>> rows) implements Block {

        public Table {
            head = List.copyOf(head);
            rows = List.copyOf(rows);
        }
    }

    /** Something to copy as it is. */
    record Code(String language, List<String> lines) implements Block {

        public Code {
            lines = List.copyOf(lines);
        }
    }
}
