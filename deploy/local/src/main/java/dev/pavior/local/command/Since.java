package dev.pavior.local.command;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a point in time: an ISO instant, or how long ago, such as 90m, 24h or 7d. */
final class Since implements ITypeConverter<Instant> {

    private static final Pattern AGO = Pattern.compile("(\\d{1,6})([smhd])");

    @Override
    public Instant convert(String text) {
        var ago = AGO.matcher(text);
        if (ago.matches()) {
            var unit =
                    ago.group(2).equals("d")
                            ? "P%sD"
                            : "PT%s" + ago.group(2).toUpperCase(Locale.ROOT);
            return Instant.now().minus(Duration.parse(unit.formatted(ago.group(1))));
        }
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new TypeConversionException(
                    "\"" + text + "\" is no time; say 2026-01-31T10:00:00Z, 90m, 24h or 7d");
        }
    }
}
