package dev.pavior.local.letters;

import dev.pavior.local.topics.Printable;
import dev.pavior.local.topics.Reader;
import dev.pavior.local.topics.Values;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.common.header.Header;

/** One letter in lines, with no more in them than was asked for. */
public final class LetterPage {

    /**
     * The parts of header names that hold what a failure said, and so perhaps what it choked on.
     */
    private static final List<String> QUOTING = List.of("message", "stacktrace", "deserializer");

    private final Reader reader;
    private final Values values;
    private final boolean payload;
    private final boolean confidential;

    /**
     * Pages for one reader.
     *
     * @param payload whether what is in a letter was asked for
     * @param confidential whether what may be confidential was asked for
     */
    public LetterPage(Reader reader, Values values, boolean payload, boolean confidential) {
        this.reader = reader;
        this.values = values;
        this.payload = payload;
        this.confidential = confidential;
    }

    /** The lines of a letter. */
    public List<String> of(Letter letter, Shelf shelf) {
        var lines = new ArrayList<String>();
        about(letter, shelf).forEach((what, is) -> lines.add("%-10s %s".formatted(what, is)));
        lines.add("");
        for (var header : letter.headers()) {
            lines.add("%s: %s".formatted(Printable.line(header.key()), shown(header)));
        }
        lines.add("");
        lines.addAll(payload(letter));
        return lines;
    }

    private static Map<String, String> about(Letter letter, Shelf shelf) {
        var about = new TreeMap<String, String>();
        about.put("at", letter.at().toString());
        about.put("from", Printable.line(letter.origin().toString()));
        about.put("key", Printable.line(letter.keyText()));
        about.put("letter", letter.name());
        about.put("reason", Printable.line(letter.reason()));
        about.put("replayed", shelf.replayed(letter).map(Object::toString).orElse("no"));
        return about;
    }

    private String shown(Header header) {
        var bytes = header.value();
        if (bytes == null) {
            return "";
        }
        var name = header.key().toLowerCase(Locale.ROOT);
        if (!confidential && QUOTING.stream().anyMatch(name::contains)) {
            return "(%d bytes that may quote text: --confidential shows them)"
                    .formatted(bytes.length);
        }
        return isBinary(name) ? number(bytes) : Printable.text(bytes);
    }

    /** Spring writes these three as numbers, not as digits. */
    private static boolean isBinary(String header) {
        return header.matches("kafka_dlt-original-(partition|offset|timestamp)");
    }

    private static String number(byte[] bytes) {
        return new BigInteger(bytes).toString();
    }

    private List<String> payload(Letter letter) {
        if (!payload) {
            return List.of("(%d bytes: --payload shows them)".formatted(letter.size()));
        }
        if (letter.mayBeConfidential() && !confidential) {
            return List.of(
                    "(%d bytes that may be of a confidential item: --confidential shows them)"
                            .formatted(letter.size()));
        }
        var bytes = Shelf.value(letter, reader).orElse(new byte[0]);
        return values.decode(bytes)
                .map(GenericRecord::toString)
                .map(Printable::line)
                .orElseGet(() -> Printable.text(bytes))
                .lines()
                .toList();
    }
}
