package dev.pavior.local.connect;

/** Told how reading goes. */
public interface Told {

    /** How far it is now, over and over. */
    void progress(String line);

    /** Something new, to stay. */
    void line(String line);
}
