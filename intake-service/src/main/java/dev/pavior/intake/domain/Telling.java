package dev.pavior.intake.domain;

import org.jspecify.annotations.Nullable;

/**
 * What is to be done about an item's words. Only a sight that shows the newest words can have them
 * written, so that a late one never brings old words back.
 *
 * @param text what to do about title and description
 * @param title what to do about the title, which everybody may read
 * @param told what stands when that is done
 */
public record Telling(Turn text, Turn title, Told told) {

    /** What can be done about words. */
    public enum Turn {
        KEEP,
        WRITE,
        WITHDRAW
    }

    static Telling nothing(Told told) {
        return new Telling(Turn.KEEP, Turn.KEEP, told);
    }

    /** Decides it for an item as it is after a sight. */
    static Telling of(Memory after, Facts facts, Picture sight) {
        var told = after.told();
        boolean gone = facts.lifecycle().gone() != null;
        var text = turnOfText(told.text(), facts, gone, sight);
        var newest = after.picture().value(Field.TITLE);
        var title =
                facts.confidential() || gone
                        ? withdraw(told.title())
                        : turnOfTitle(told.title(), newest, sight);
        return new Telling(
                text, title, new Told(told(text, after, facts), told(title, told.title(), newest)));
    }

    private static Turn turnOfText(
            Told.@Nullable Words before, Facts facts, boolean gone, Picture sight) {
        var text = facts.text();
        if (gone || text == null) {
            return withdraw(before);
        }
        if (before != null
                && before.digest().equals(text.digest())
                && before.confidential() == facts.confidential()) {
            return Turn.KEEP;
        }
        var shown = sight.value(Field.TEXT);
        if (shown != null && shown.digest().equals(text.digest())) {
            return Turn.WRITE;
        }
        // What stands as open but is confidential now must not wait for its words.
        return facts.confidential() && before != null && !before.confidential()
                ? Turn.WITHDRAW
                : Turn.KEEP;
    }

    private static Turn turnOfTitle(
            @Nullable String before, @Nullable String newest, Picture sight) {
        return newest != null && !newest.equals(before) && newest.equals(sight.value(Field.TITLE))
                ? Turn.WRITE
                : Turn.KEEP;
    }

    private static Turn withdraw(@Nullable Object standing) {
        return standing == null ? Turn.KEEP : Turn.WITHDRAW;
    }

    private static Told.@Nullable Words told(Turn turn, Memory after, Facts facts) {
        var before = after.told().text();
        var text = facts.text();
        if (turn != Turn.WRITE || text == null) {
            return turn == Turn.KEEP ? before : null;
        }
        return before != null && before.digest().equals(text.digest())
                ? new Told.Words(
                        text.digest(), facts.confidential(), before.validFrom(), before.revision())
                : new Told.Words(
                        text.digest(), facts.confidential(), after.validFrom(), after.revision());
    }

    private static @Nullable String told(
            Turn turn, @Nullable String before, @Nullable String newest) {
        return switch (turn) {
            case KEEP -> before;
            case WRITE -> newest;
            case WITHDRAW -> null;
        };
    }
}
