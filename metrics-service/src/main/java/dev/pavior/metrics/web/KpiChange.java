package dev.pavior.metrics.web;

/**
 * That a number changed.
 *
 * @param kpi id of the KPI
 * @param point the number now
 */
record KpiChange(String kpi, PointView point) {}
