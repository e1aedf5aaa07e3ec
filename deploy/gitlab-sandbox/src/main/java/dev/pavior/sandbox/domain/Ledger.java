package dev.pavior.sandbox.domain;

/** Is told of every change to what is kept. */
public interface Ledger {

    /** Forgets everything. */
    Ledger NONE =
            new Ledger() {
                @Override
                public void kept(Entity entity) {}

                @Override
                public void dropped(Entity entity) {}
            };

    void kept(Entity entity);

    void dropped(Entity entity);

    /** What is told from here on belongs together. */
    default void begin() {}

    /** What was told since the beginning is all kept, or all lost. */
    default void end() {}
}
