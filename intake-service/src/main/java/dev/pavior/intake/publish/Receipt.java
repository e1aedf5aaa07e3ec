package dev.pavior.intake.publish;

/** What became of a record. */
public enum Receipt {
    /** The broker has acknowledged it from all replicas in sync. */
    ACKNOWLEDGED,
    /** The broker is away or does not acknowledge in time; sending it again later may work. */
    AWAY,
    /** It is larger than the broker takes and never will be sent. */
    TOO_LARGE
}
