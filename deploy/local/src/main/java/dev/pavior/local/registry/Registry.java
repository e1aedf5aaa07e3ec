package dev.pavior.local.registry;

import dev.pavior.local.process.Child;
import dev.pavior.local.process.Dist;
import dev.pavior.local.process.Health;
import dev.pavior.local.process.Ports;
import dev.pavior.local.process.Program;
import dev.pavior.local.process.StartFailure;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A local Apicurio Registry that keeps its schemas, and so their ids, in a file. */
public final class Registry {

    private final int port;
    private final Path data;
    private final Dist dist;
    private final Path log;

    public Registry(int port, Path data, Dist dist, Path log) {
        this.port = port;
        this.data = data;
        this.dist = dist;
        this.log = log;
    }

    /** The address of the registry itself. */
    public String url() {
        return "http://127.0.0.1:" + port;
    }

    /**
     * Starts the registry; it may not be healthy yet.
     *
     * @throws StartFailure where the port is taken
     */
    public Child start() {
        check();
        return Child.start(program(), dist.lifeline(), log);
    }

    /**
     * Refuses what would make a start fail.
     *
     * @throws StartFailure where the port is taken
     */
    public void check() {
        Ports.require(port, "the registry");
    }

    /** Good while the Confluent-compatible API answers. */
    public Health health() {
        return Health.http(URI.create(url() + "/apis/ccompat/v7/subjects"));
    }

    private Program program() {
        return new Program(
                "registry",
                List.of(
                        "-Xmx192m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Xshare:auto",
                        "-Dquarkus.http.host=127.0.0.1",
                        "-Dquarkus.http.port=" + port,
                        // Its own management port is of no use here, so any free one will do.
                        "-Dquarkus.management.host=127.0.0.1",
                        "-Dquarkus.management.port=0",
                        "-Dquarkus.http.access-log.enabled=false",
                        "-Dquarkus.banner.enabled=false",
                        "-Dapicurio.storage.kind=sql",
                        "-Dapicurio.storage.sql.kind=h2",
                        "-Dapicurio.datasource.jdbc.initial-size=2",
                        "-Dapicurio.datasource.jdbc.min-size=2",
                        "-Dapicurio.datasource.jdbc.max-size=20",
                        "-Dapicurio.datasource.url=jdbc:h2:file:"
                                + data.toAbsolutePath().resolve("registry")),
                List.of("-jar", dist.registry().toString()),
                List.of(),
                Map.of());
    }
}
