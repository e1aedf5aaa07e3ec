package dev.pavior.chassis.access;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the access file is.
 *
 * @param file path of {@code access.yaml}; without one nobody is let in
 */
@ConfigurationProperties("pavior.access")
public record AccessSettings(@Nullable Path file) {

    AccessFile read() {
        return file == null || file.toString().isBlank()
                ? AccessFile.none()
                : AccessFile.read(file);
    }
}
