// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.cli;

import dev.parsimony.exchange.Environment;
import dev.parsimony.settings.Loaded;
import dev.parsimony.settings.Settings;
import dev.parsimony.settings.SettingsSource;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A settings file as a command is given it: read alone, whatever properties and variables the process may have. */
final class SettingsFile {
    /** Said by the commands that it is true of. */
    static final String ALONE =
            "The file is read alone: of the variables PARSIMONY_* and properties -Dparsimony.*, which"
                    + " win over it where the agent runs, none counts here.";

    private static final String OURS = "PARSIMONY_";
    private static final String PROPERTY = "parsimony.";

    private final Console console;
    private final Environment environment;

    /**
     * Reads files for commands.
     *
     * @param console what {@code -} stands for
     * @param environment what a file's references to variables stand for
     */
    SettingsFile(Console console, Environment environment) {
        this.console = console;
        this.environment = environment;
    }

    /**
     * Reads one.
     *
     * @param file its name, or {@code -} for standard input
     * @return what is in it, with everything wrong or doubtful
     * @throws Complaint if it cannot be read at all
     */
    Loaded read(String file) {
        byte[] bytes = new Source(console).bytes(file);
        Settings builtIn = Settings.builtIn(Runtime.getRuntime().maxMemory());
        String itself = Source.name(file);
        return new SettingsSource(
                        itself, alone(), builtIn, name -> name.equals(itself) ? bytes : SettingsSource.fromDisk(name))
                .load();
    }

    /**
     * Reads a price file as settings that name it and nothing else would.
     *
     * @param file its name, or {@code -} for standard input
     * @throws Complaint if it cannot be read at all
     */
    Loaded pricing(String file) {
        byte[] bytes = new Source(console).bytes(file);
        Environment naming = new Environment(Map.of("parsimony.pricing.file", Source.name(file)), Map.of());
        Settings builtIn = Settings.builtIn(Runtime.getRuntime().maxMemory());
        return new SettingsSource("", naming, builtIn, name -> bytes).load();
    }

    /** Names what this process has that would count where the agent runs; empty if it has nothing. */
    String passedOver() {
        Stream<String> variables = environment.variables().entrySet().stream()
                .filter(variable -> !variable.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .filter(name -> name.startsWith(OURS));
        Stream<String> properties = environment.properties().keySet().stream()
                .filter(name -> name.startsWith(PROPERTY))
                .map(name -> "-D" + name);
        String names = Stream.concat(variables, properties).sorted().collect(Collectors.joining(", "));
        return names.isEmpty()
                ? ""
                : "Not read here: " + names + ". Where the agent runs, such settings win over the file.";
    }

    private Environment alone() {
        Map<String, String> variables = environment.variables().entrySet().stream()
                .filter(variable -> !variable.getKey().startsWith(OURS))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
        return new Environment(Map.of(), variables);
    }
}
