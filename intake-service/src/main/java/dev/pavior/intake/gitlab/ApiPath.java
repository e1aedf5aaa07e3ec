package dev.pavior.intake.gitlab;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * Path and query of a resource below the interface's root: no host, no token.
 *
 * @param text as it stands in a request, already encoded
 */
public record ApiPath(String text) {

    static final String ROOT = "/api/v4";

    public ApiPath {
        if (!text.startsWith("/") || text.startsWith("//") || text.contains("/../")) {
            throw new IllegalArgumentException("not a path of the interface");
        }
    }

    /** A path with each {@code {}} filled by an id, or by a full path encoded as one segment. */
    public static ApiPath of(String template, Object... ids) {
        var text = template;
        for (var id : ids) {
            text = text.replaceFirst("\\{\\}", encoded(String.valueOf(id)));
        }
        return new ApiPath(text);
    }

    /** A part of the resource. */
    public ApiPath slash(String part) {
        return new ApiPath(text + "/" + part);
    }

    /** The same path with one more parameter. */
    public ApiPath with(String name, Object value) {
        var sign = text.contains("?") ? "&" : "?";
        return new ApiPath(text + sign + name + "=" + encoded(String.valueOf(value)));
    }

    /** The number that a parameter has. */
    public OptionalLong number(String name) {
        var found = Pattern.compile("[?&]" + name + "=(\\d{1,15})(?=&|$)").matcher(text);
        return found.find()
                ? OptionalLong.of(Long.parseLong(found.group(1)))
                : OptionalLong.empty();
    }

    /** What a parameter is, decoded. */
    public Optional<String> value(String name) {
        var found = Pattern.compile("[?&]" + name + "=([^&]*)").matcher(text);
        return found.find()
                ? Optional.of(URLDecoder.decode(found.group(1), UTF_8))
                : Optional.empty();
    }

    /** The same path with another number for a parameter that has one. */
    ApiPath but(String name, long value) {
        return new ApiPath(text.replaceAll("([?&]" + name + "=)\\d+(?=&|$)", "$1" + value));
    }

    /** What a link of GitLab's points to, whatever host it names: it is asked at ours. */
    static Optional<ApiPath> ofLink(String link) {
        try {
            var uri = URI.create(link);
            int root = uri.getRawPath() == null ? -1 : uri.getRawPath().indexOf(ROOT + "/");
            if (root < 0) {
                return Optional.empty();
            }
            var path = uri.getRawPath().substring(root + ROOT.length());
            var query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
            return Optional.of(new ApiPath(path + query));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, UTF_8).replace("+", "%20");
    }
}
