package dev.pavior.local.connect.findings;

/**
 * That a label probably means one of the charter's.
 *
 * @param label as it stands on items
 * @param items how many items carry it
 * @param meant the charter's label
 */
public record AliasProposal(String label, long items, String meant) {}
