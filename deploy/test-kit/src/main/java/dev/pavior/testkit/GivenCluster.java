package dev.pavior.testkit;

/** A cluster that whoever runs the tests named in the environment. */
record GivenCluster(String bootstrap, String registryUrl) implements Cluster {

    @Override
    public void killBroker() {
        throw new UnsupportedOperationException("the broker at " + bootstrap + " is not ours");
    }

    @Override
    public void restartBroker() {
        throw new UnsupportedOperationException("the broker at " + bootstrap + " is not ours");
    }

    @Override
    public String toString() {
        return "the given cluster at " + bootstrap + " with the registry at " + registryUrl;
    }
}
