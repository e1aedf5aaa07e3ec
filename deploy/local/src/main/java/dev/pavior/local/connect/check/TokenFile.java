package dev.pavior.local.connect.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;

/**
 * The file that holds a token, and what it holds.
 *
 * @param path where it lies
 * @param token the token, which is told to nobody but GitLab
 * @param open whether others on this machine may read it
 */
public record TokenFile(Path path, String token, boolean open) {

    private static final long LONGEST = 4096;
    private static final Set<PosixFilePermission> OTHERS =
            EnumSet.of(PosixFilePermission.GROUP_READ, PosixFilePermission.OTHERS_READ);

    /**
     * Reads the file.
     *
     * @throws ConnectRefusal where it holds no token
     */
    public static TokenFile read(Path file) {
        var path = file.toAbsolutePath().normalize();
        try {
            if (Files.isDirectory(path) || Files.size(path) > LONGEST) {
                throw new ConnectRefusal(path + " is no file with a token in it");
            }
            return new TokenFile(path, token(path, Files.readString(path).strip()), open(path));
        } catch (NoSuchFileException e) {
            throw new ConnectRefusal(
                    "there is no file %s; put the token into it, and nothing else".formatted(path),
                    e);
        } catch (IOException e) {
            throw new ConnectRefusal("cannot read the token file " + path + ": " + e, e);
        }
    }

    /** Never the token. */
    @Override
    public String toString() {
        return "TokenFile[" + path + "]";
    }

    private static String token(Path path, String said) {
        if (said.isEmpty()) {
            throw new ConnectRefusal("the token file %s is empty".formatted(path));
        }
        if (!said.chars().allMatch(c -> c > ' ' && c < 127)) {
            throw new ConnectRefusal(
                    "the token file %s should hold the token alone, in one line".formatted(path));
        }
        return said;
    }

    private static boolean open(Path path) throws IOException {
        try {
            return Files.getPosixFilePermissions(path).stream().anyMatch(OTHERS::contains);
        } catch (UnsupportedOperationException e) {
            return false; // where there are no such permissions
        }
    }
}
