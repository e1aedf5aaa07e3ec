package dev.pavior.labeling.topology;

import dev.pavior.contract.Topic;
import dev.pavior.contract.Topics;
import dev.pavior.contract.v1.Edit;
import dev.pavior.contract.v1.EditResult;
import dev.pavior.contract.v1.WorkRequest;
import dev.pavior.labeling.domain.RequestRouter;
import java.util.List;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;

/**
 * The sub-topology that routes requests. It remembers nothing: a request that comes again makes the
 * same edit again, with the id by which the writer knows that it was done.
 */
public final class RequestTopology {

    private final RequestRouter router;
    private final String host;
    private final Tally tally;

    /**
     * Prepares it.
     *
     * @param host host of the GitLab that is written to; empty for none
     */
    public RequestTopology(RequestRouter router, String host, Tally tally) {
        this.router = router;
        this.host = host;
        this.tally = tally;
    }

    /** The serdes of the topics it reads and writes. */
    public record TopicSerdes(
            Serde<WorkRequest> requests, Serde<Edit> edits, Serde<EditResult> results) {}

    /** Adds its nodes. */
    public void build(StreamsBuilder builder, TopicSerdes serdes) {
        var consumed = Consumed.with(Serdes.String(), serdes.requests()).withName("requests");
        var routed =
                builder.stream(Topics.REQUESTS.name(), consumed)
                        .mapValues(this::route, Named.as("route-requests"));
        publish(routed, "request-edits", Routed::edits, Topics.EDITS, serdes.edits());
        publish(routed, "request-results", Routed::results, Topics.EDIT_RESULTS, serdes.results());
    }

    private Routed route(WorkRequest record) {
        var request = Requests.of(record);
        return Routed.of(request, router.route(request), host, router.version(request));
    }

    private <T extends SpecificRecord> void publish(
            KStream<String, Routed> routed,
            String name,
            Function<Routed, List<T>> part,
            Topic topic,
            Serde<T> serde) {
        routed.flatMapValues(part::apply, Named.as("take-" + name))
                .processValues(() -> new StampHeaders<T>(topic, tally), Named.as("stamp-" + name))
                .to(topic.name(), Produced.with(Serdes.String(), serde).withName(name));
    }
}
