package dev.pavior.metrics.web;

import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;

/**
 * Every KPI with its present number.
 *
 * @param team whose work is measured
 * @param zone time zone in which months begin and end
 * @param month the running month
 * @param kpis the KPIs, in the order to show them
 */
record KpiList(String team, ZoneId zone, YearMonth month, List<Entry> kpis) {

    /**
     * One KPI at a glance.
     *
     * @param kpi what it means
     * @param current its headline in the running month
     * @param previous its headline in the month before
     */
    record Entry(KpiView kpi, PointView current, PointView previous) {}
}
