package dev.pavior.metrics.web;

import dev.pavior.metrics.domain.Cell;
import dev.pavior.metrics.domain.Charter;
import dev.pavior.metrics.domain.KpiDefinition;
import dev.pavior.metrics.domain.Kpis;
import dev.pavior.metrics.domain.Months;
import dev.pavior.metrics.domain.Score;
import dev.pavior.metrics.topology.ScorecardTable;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The KPIs as resources: all at a glance, or one over months. */
@RestController
final class KpiController {

    private static final int USUAL_MONTHS = 12;

    private final ScorecardTable table;
    private final Charter charter;
    private final Clock clock;

    KpiController(ScorecardTable table, Charter charter, Clock clock) {
        this.table = table;
        this.charter = charter;
        this.clock = clock;
    }

    @GetMapping("/v1/kpis")
    KpiList list() {
        var now = now();
        return new KpiList(
                charter.team().name(),
                charter.team().zone(),
                now,
                Kpis.all().stream().map(kpi -> entry(kpi, now)).toList());
    }

    @GetMapping("/v1/kpis/{id}")
    KpiSeries series(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to) {
        var kpi = Kpis.byId(id).orElseThrow(() -> Problem.notFound("There is no such KPI."));
        var months = months(from, to);
        return new KpiSeries(KpiView.of(kpi), months.from(), months.to(), points(kpi, months));
    }

    @ExceptionHandler
    org.springframework.web.ErrorResponseException notReady(ScorecardTable.NotReady e) {
        return Problem.notReady("The numbers are being read back; try again in a moment.");
    }

    private KpiList.Entry entry(KpiDefinition kpi, YearMonth now) {
        var scores = table.scores(kpi.id(), Months.upTo(now, 2));
        var headline = kpi.headline().id();
        return new KpiList.Entry(
                KpiView.of(kpi),
                point(kpi, scores, now, headline),
                point(kpi, scores, now.minusMonths(1), headline));
    }

    private List<PointView> points(KpiDefinition kpi, Months months) {
        var scores = table.scores(kpi.id(), months);
        return months.each().stream().flatMap(month -> pointsOf(kpi, scores, month)).toList();
    }

    private Stream<PointView> pointsOf(
            KpiDefinition kpi, Map<Cell, Score> scores, YearMonth month) {
        return kpi.slices().stream().map(slice -> point(kpi, scores, month, slice.id()));
    }

    private PointView point(
            KpiDefinition kpi, Map<Cell, Score> scores, YearMonth month, String slice) {
        var cell = new Cell(kpi.id(), month, slice);
        return PointView.of(kpi, scores.getOrDefault(cell, Score.none(cell)), now());
    }

    private Months months(@Nullable String from, @Nullable String to) {
        var last = to == null ? now() : month("to", to);
        try {
            return from == null
                    ? Months.upTo(last, USUAL_MONTHS)
                    : new Months(month("from", from), last);
        } catch (IllegalArgumentException e) {
            throw Problem.badRequest(String.valueOf(e.getMessage()));
        }
    }

    private static YearMonth month(String name, String text) {
        try {
            if (text.matches("[0-9]{4}-[0-9]{2}")) {
                return YearMonth.parse(text);
            }
        } catch (DateTimeException e) {
            throw Problem.badRequest(name + " names no month: " + e.getMessage());
        }
        throw Problem.badRequest(name + " must be a month as yyyy-MM, such as 2026-11.");
    }

    private YearMonth now() {
        return YearMonth.now(clock.withZone(charter.team().zone()));
    }
}
