// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.cli;

import dev.parsimony.settings.Loaded;
import dev.parsimony.settings.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** What is wrong or doubtful in a settings file. */
@Command(
        header = "Checks a settings file.",
        description = "Says what is wrong, with line and column, and what is doubtful, such as a rule that can never"
                + " apply. Exit code 1 if the file would be refused. " + SettingsFile.ALONE + "%n")
final class CheckCommand implements Callable<Result> {
    @Parameters(paramLabel = "FILE", description = "The settings file; - is standard input.")
    String file = "";

    @Mixin
    Format format = new Format();

    private final SettingsFile settings;

    /**
     * The command.
     *
     * @param settings reads the file
     */
    CheckCommand(SettingsFile settings) {
        this.settings = settings;
    }

    @Override
    public Result call() {
        Loaded loaded = settings.read(file);
        String output = format.write(() -> tree(loaded), () -> text(loaded));
        return new Result(loaded.isAccepted() ? Result.DONE : Result.FINDING, output, words(loaded));
    }

    private static String text(Loaded loaded) {
        List<String> lines = new ArrayList<>();
        loaded.problems().forEach(problem -> lines.add(problem.toString()));
        loaded.warnings().forEach(warning -> lines.add("warning: " + warning));
        return String.join("\n", lines);
    }

    private static Map<String, Object> tree(Loaded loaded) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("accepted", loaded.isAccepted());
        tree.put("problems", loaded.problems().stream().map(CheckCommand::tree).toList());
        tree.put("warnings", loaded.warnings().stream().map(CheckCommand::tree).toList());
        return tree;
    }

    private static Map<String, Object> tree(Problem problem) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("file", problem.place().source());
        tree.put("line", problem.place().line());
        tree.put("column", problem.place().column());
        tree.put("path", problem.path());
        tree.put("message", problem.message());
        return tree;
    }

    private String words(Loaded loaded) {
        String others = settings.passedOver();
        return verdict(loaded) + (others.isEmpty() ? "" : "\n" + others);
    }

    private String verdict(Loaded loaded) {
        String name = Source.name(file);
        if (!loaded.isAccepted()) {
            return name + " would be refused: " + count(loaded.problems().size(), "problem") + ".";
        }
        int rules = loaded.settings().rules().list().size();
        String doubts = loaded.warnings().isEmpty()
                ? ""
                : ", " + count(loaded.warnings().size(), "warning");
        return name + " is in order: " + count(rules, "rule") + doubts + ".";
    }

    private static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
