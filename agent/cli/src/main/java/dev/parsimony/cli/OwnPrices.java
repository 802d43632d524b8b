// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.cli;

import dev.parsimony.price.Tariffs;
import dev.parsimony.settings.Loaded;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** Whose prices a command reckons with: ours, or ours under the user's own. */
final class OwnPrices {
    @Option(
            names = "--pricing",
            paramLabel = "FILE",
            description = "Prices that add to ours and override them: a table in our format or LiteLLM's.")
    String file = "";

    @Option(names = "--settings", paramLabel = "FILE", description = "A settings file, whose part `pricing` holds.")
    String settings = "";

    /**
     * The tariffs to reckon with.
     *
     * @param files reads settings files
     * @param builtIn ours
     * @throws Complaint if a file cannot be read or is refused
     */
    Tariffs over(Tariffs builtIn, SettingsFile files) {
        if (!file.isEmpty()) {
            return accepted(files.pricing(file), file);
        }
        return settings.isEmpty() ? builtIn : accepted(files.read(settings), settings);
    }

    private static Tariffs accepted(Loaded loaded, String name) {
        if (!loaded.isAccepted()) {
            String problems = loaded.problems().stream().map(Object::toString).collect(Collectors.joining("\n"));
            throw new Complaint(name, "is refused:\n" + problems);
        }
        return loaded.settings().pricing().tariffs();
    }
}
