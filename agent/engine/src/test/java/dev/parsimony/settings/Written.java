// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.settings;

import dev.parsimony.exchange.Environment;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Settings as a user writes them, in {@code parsimony.yaml} and around it. */
final class Written {
    static final String FILE = "parsimony.yaml";
    static final Settings BUILT_IN = Settings.builtIn(4L << 30);

    private Written() {}

    /** What comes of a file of these lines. */
    static Loaded file(String... lines) {
        return file(Map.of(), Map.of(), lines);
    }

    /** What comes of a file of these lines below properties and variables. */
    static Loaded file(Map<String, String> properties, Map<String, String> variables, String... lines) {
        byte[] bytes = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
        return new SettingsSource(FILE, new Environment(properties, variables), BUILT_IN, name -> bytes).load();
    }

    /** What comes of a file of these bytes. */
    static Loaded bytes(byte[] bytes) {
        return new SettingsSource(FILE, new Environment(Map.of(), Map.of()), BUILT_IN, name -> bytes).load();
    }

    /** What comes of properties and variables alone. */
    static Loaded noFile(Map<String, String> properties, Map<String, String> variables) {
        return new SettingsSource("", new Environment(properties, variables), BUILT_IN, SettingsSource::fromDisk)
                .load();
    }

    /** The settings in a file of these lines, which must have nothing wrong in them. */
    static Settings settings(String... lines) {
        Loaded loaded = file(lines);
        if (!loaded.isAccepted()) {
            throw new AssertionError(Arrays.toString(lines) + " is refused: " + loaded.problems());
        }
        return loaded.settings();
    }

    /** The lines a user reads of what is wrong. */
    static List<String> problems(Loaded loaded) {
        return loaded.problems().stream().map(Problem::toString).toList();
    }

    /** The lines a user reads of what is doubtful. */
    static List<String> warnings(Loaded loaded) {
        return loaded.warnings().stream().map(Problem::toString).toList();
    }
}
