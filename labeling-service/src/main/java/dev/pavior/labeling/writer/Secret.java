package dev.pavior.labeling.writer;

/** A secret that does not show itself in logs. */
public record Secret(String value) {

    boolean isEmpty() {
        return value.isBlank();
    }

    @Override
    public String toString() {
        return isEmpty() ? "(none)" : "(secret)";
    }
}
