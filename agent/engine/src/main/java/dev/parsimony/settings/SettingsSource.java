// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.settings;

import dev.parsimony.exchange.Environment;
import dev.parsimony.settings.Value.Mapping;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Where the settings come from: the file named by the agent's argument, else by {@code -Dparsimony.config}, else by
 * {@code PARSIMONY_CONFIG}, and properties and variables above it. Settings are taken whole or not at all. It owns no
 * thread; one thread after another may use it, never two at once.
 */
public final class SettingsSource {
    private static final int LARGEST_FILE = 1 << 20;
    private static final int LARGEST_PRICE_FILE = 16 << 20;

    private final String file;
    private final Environment environment;
    private final Settings builtIn;
    private final Reading reading;
    private final PriceFiles priceFiles;
    private final Set<Problem> told = new HashSet<>();
    private Settings inForce;
    private Content seen = new Content(new byte[0], "");

    /** Reads files. */
    @FunctionalInterface
    public interface Reading {
        /**
         * Reads a file whole.
         *
         * @param file as the user named it
         * @throws IOException if it cannot be read; its message says why
         */
        byte[] read(String file) throws IOException;

        /**
         * Tells one state of a file from another, at less cost than its content does.
         *
         * @param file as the user named it
         * @return the same only as long as the content is; empty where that cannot be told
         */
        default Optional<String> stamp(String file) {
            return Optional.empty();
        }
    }

    private record Content(byte[] bytes, String failure) {
        boolean isSame(Content other) {
            return failure.equals(other.failure) && Arrays.equals(bytes, other.bytes);
        }
    }

    /**
     * A source.
     *
     * @param argument what follows {@code =} in the agent's flag; empty for nothing
     * @param environment properties and variables
     * @param builtIn what stands where nobody gives a value, {@link Settings#builtIn}
     * @param reading reads files, a {@link Disk} outside tests
     */
    public SettingsSource(String argument, Environment environment, Settings builtIn, Reading reading) {
        this.file = fileNamed(argument, environment);
        this.environment = environment;
        this.builtIn = builtIn;
        this.reading = reading;
        this.priceFiles = new PriceFiles(reading, file);
        this.inForce = builtIn.observing();
    }

    private static String fileNamed(String argument, Environment environment) {
        return Stream.of(
                        argument,
                        environment.properties().getOrDefault("parsimony.config", ""),
                        environment.variables().getOrDefault("PARSIMONY_CONFIG", ""))
                .filter(name -> !name.isBlank())
                .findFirst()
                .orElse("");
    }

    /** Reads a file of at most 16 MiB from the file system, as large as price files come. */
    public static byte[] fromDisk(String file) throws IOException {
        try (InputStream in = Files.newInputStream(Path.of(file))) {
            byte[] bytes = in.readNBytes(LARGEST_PRICE_FILE + 1);
            if (bytes.length > LARGEST_PRICE_FILE) {
                throw new IOException("it is larger than 16 MiB");
            }
            return bytes;
        } catch (NoSuchFileException missing) {
            throw new IOException("there is no such file", missing);
        } catch (InvalidPathException unnameable) {
            throw new IOException("no file can have this name", unnameable);
        }
    }

    /** The file as the user named it; empty if none is. */
    public String file() {
        return file;
    }

    /**
     * Reads the settings for the first time. If anything in them is wrong, the built-in settings are in force, in
     * {@code observe}; the kill switch is on all the same if anything readable says so.
     */
    public Loaded load() {
        seen = content();
        return interpret(seen);
    }

    /**
     * Looks whether the content of the file, or of the price file it names, has changed; if it is refused, what was in force stays in force.
     *
     * @return what came of reading it; empty if it is as it was
     */
    public Optional<Loaded> poll() {
        Content now = content();
        if (now.isSame(seen) && !priceFiles.hasChanged()) {
            return Optional.empty();
        }
        seen = now;
        return Optional.of(interpret(now));
    }

    private Content content() {
        if (file.isEmpty()) {
            return seen;
        }
        try {
            byte[] bytes = reading.read(file);
            return bytes.length > LARGEST_FILE
                    ? new Content(new byte[0], "it is larger than 1 MiB")
                    : new Content(bytes, "");
        } catch (IOException unreadable) {
            return new Content(new byte[0], String.valueOf(unreadable.getMessage()));
        }
    }

    private Loaded interpret(Content content) {
        Audit audit = new Audit(environment.variables());
        Overrides overrides = new Overrides(environment);
        SettingsReader reader = new SettingsReader(builtIn, new PricingReader(priceFiles, audit));
        Settings read = Section.root(mapping(content, audit), audit, overrides).readBy(reader::read);
        overrides.close(audit);
        boolean accepted = audit.isClean();
        if (accepted) {
            inForce = read;
        }
        List<Problem> news = audit.warnings().stream().filter(told::add).toList();
        return new Loaded(inForce.killedIf(read.killSwitch()), audit.problems(), news);
    }

    private Mapping mapping(Content content, Audit audit) {
        if (!content.failure().isEmpty()) {
            audit.problem(Place.of(file), "", "cannot be read: " + content.failure());
        }
        return file.isEmpty() || !content.failure().isEmpty()
                ? new Mapping(List.of(), Place.of(file))
                : YamlDocument.read(file, content.bytes(), audit);
    }
}
