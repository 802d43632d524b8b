// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.cli;

import java.util.Map;
import java.util.Stack;
import picocli.CommandLine.IParameterPreprocessor;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Reads an option that has a value only behind an equals sign, so that {@code --csv FILE} is the option and a file.
 */
final class CsvForm implements IParameterPreprocessor {
    @Override
    @SuppressWarnings("JdkObsolete") // picocli's own signature
    public boolean preprocess(Stack<String> args, CommandSpec command, ArgSpec option, Map<String, Object> info) {
        boolean joined = "=".equals(info.get("separator"));
        if (!joined) {
            args.push("table");
        }
        return false;
    }
}
