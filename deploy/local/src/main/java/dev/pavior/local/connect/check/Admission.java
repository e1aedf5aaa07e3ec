package dev.pavior.local.connect.check;

import java.util.List;

/**
 * A GitLab that may be read with a token.
 *
 * @param version its version
 * @param bearer whom the token stands for
 * @param places what may be read
 * @param warnings what its owner should know, a line each
 */
public record Admission(String version, Bearer bearer, List<Place> places, List<String> warnings) {

    public Admission {
        places = List.copyOf(places);
        warnings = List.copyOf(warnings);
    }
}
