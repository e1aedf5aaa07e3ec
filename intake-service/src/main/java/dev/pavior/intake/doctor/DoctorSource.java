package dev.pavior.intake.doctor;

import java.net.URI;
import java.util.Set;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The hooks of one GitLab.
 *
 * @param name name of the source, the same as that of its hooks and its reading
 * @param token token that may change hooks; without one they are left alone
 * @param tokenFile file with the token instead, read again when GitLab refuses the old one
 * @param publicUrl where GitLab reaches the intake
 * @param sslVerification whether GitLab is to check the certificate of the intake
 * @param sendSecret whether the secret of the source is sent along when a hook that exists is
 *     changed
 * @param repair what may be done to hooks
 */
public record DoctorSource(
        String name,
        @DefaultValue("") String token,
        @DefaultValue("") String tokenFile,
        @DefaultValue("") String publicUrl,
        @DefaultValue("true") boolean sslVerification,
        @DefaultValue("false") boolean sendSecret,
        @DefaultValue Repairs repair) {

    private static final String RECEIVER = "/webhooks/gitlab";

    public DoctorSource {
        if (isGiven(token, tokenFile) && !isWeb(publicUrl)) {
            throw new IllegalArgumentException(
                    "the source "
                            + name
                            + " has a token for hooks: it needs the public URL of the intake,"
                            + " http(s)://host");
        }
    }

    /** Whether its hooks are looked after. */
    public boolean isOn() {
        return isGiven(token, tokenFile);
    }

    /** Where its hooks deliver to. */
    String hookUrl() {
        var base = publicUrl.strip().replaceAll("/+$", "");
        return base.endsWith(RECEIVER) ? base : base + RECEIVER;
    }

    /** Without the token. */
    @Override
    public String toString() {
        return "DoctorSource[" + name + ", " + publicUrl + "]";
    }

    private static boolean isGiven(String token, String tokenFile) {
        return !token.isBlank() || !tokenFile.isBlank();
    }

    private static boolean isWeb(String url) {
        try {
            var uri = URI.create(url.strip());
            return uri.getHost() != null
                    && Set.of("http", "https").contains(String.valueOf(uri.getScheme()));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
