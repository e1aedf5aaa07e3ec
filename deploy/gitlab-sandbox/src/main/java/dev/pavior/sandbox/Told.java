package dev.pavior.sandbox;

import dev.pavior.sandbox.domain.Happening;
import java.util.function.Consumer;

/** Passes on what happens to a listener that can only be made after the one who tells. */
final class Told implements Consumer<Happening> {

    private volatile Consumer<Happening> listener = happening -> {};

    void listenWith(Consumer<Happening> newListener) {
        listener = newListener;
    }

    @Override
    public void accept(Happening happening) {
        listener.accept(happening);
    }
}
