package dev.pavior.metrics.web;

import java.time.YearMonth;
import java.util.List;

/**
 * One KPI over months.
 *
 * @param kpi what it means
 * @param from the first month
 * @param to the last month
 * @param points one number for each month and slice, the oldest month first
 */
record KpiSeries(KpiView kpi, YearMonth from, YearMonth to, List<PointView> points) {}
