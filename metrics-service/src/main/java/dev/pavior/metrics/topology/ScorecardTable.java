package dev.pavior.metrics.topology;

import dev.pavior.contract.v1.Scorecard;
import dev.pavior.metrics.domain.Amount;
import dev.pavior.metrics.domain.Cell;
import dev.pavior.metrics.domain.Months;
import dev.pavior.metrics.domain.Score;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.springframework.kafka.config.StreamsBuilderFactoryBean;
import org.springframework.stereotype.Component;

/** The scorecards as this instance knows them, whichever instance computed them. */
@Component
public final class ScorecardTable {

    private final StreamsBuilderFactoryBean streams;

    ScorecardTable(StreamsBuilderFactoryBean streams) {
        this.streams = streams;
    }

    /** That the table is not there yet, or for a moment not there. */
    public static final class NotReady extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotReady(Throwable cause) {
            super("the scorecards are being read back", cause);
        }
    }

    /**
     * The scores of one KPI, by cell; a cell that nothing ever counted in is not among them.
     *
     * @throws NotReady where they are being read back
     */
    public Map<Cell, Score> scores(String kpi, Months months) {
        var scores = new HashMap<Cell, Score>();
        try (var cards = store().range(start(kpi, months.from()), end(kpi, months.to()))) {
            while (cards.hasNext()) {
                var score = toScore(cards.next().value);
                scores.put(score.cell(), score);
            }
        } catch (InvalidStateStoreException | IllegalStateException e) {
            throw new NotReady(e);
        }
        return scores;
    }

    private ReadOnlyKeyValueStore<String, Scorecard> store() {
        KafkaStreams running = streams.getKafkaStreams();
        if (running == null) {
            throw new IllegalStateException("not started");
        }
        return running.store(
                StoreQueryParameters.fromNameAndType(
                        ScorecardTopology.SCORECARDS, QueryableStoreTypes.keyValueStore()));
    }

    private static String start(String kpi, YearMonth from) {
        return new Cell(kpi, from, "").toString();
    }

    private static String end(String kpi, YearMonth to) {
        return new Cell(kpi, to.plusMonths(1), "").toString();
    }

    static Score toScore(Scorecard card) {
        return new Score(
                new Cell(card.getKpi(), YearMonth.parse(card.getPeriod()), card.getSlice()),
                new Amount(
                        card.getNumerator(), Objects.requireNonNullElse(card.getDenominator(), 0L)),
                Optional.ofNullable(card.getChangedBy()),
                Optional.ofNullable(card.getKnownSince()));
    }
}
