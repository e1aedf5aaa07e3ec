package dev.pavior.testkit;

/** A real broker with its registry. */
public interface Cluster {

    /** The address of the broker. */
    String bootstrap();

    /** The address of the registry, without the path of its API. */
    String registryUrl();

    /**
     * Ends the broker at once, as {@code kill -9} does.
     *
     * @throws UnsupportedOperationException where the broker is not this test's own
     */
    void killBroker();

    /** Starts the broker again, with its data and at its address, and waits until it answers. */
    void restartBroker();
}
