// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.simulator.http;

import java.util.Locale;
import java.util.stream.Collectors;

/** What is wrong with a request's shape, in the words of Google's JSON parser. */
final class GeminiWords {

    private GeminiWords() {}

    static Rejection of(Violation wrong) {
        return Rejection.invalid(
                switch (wrong.kind()) {
                    case UNKNOWN ->
                        "Invalid JSON payload received. Unknown name \"" + wrong.field() + "\"" + at(holder(wrong))
                                + ": Cannot find field.";
                    case MISSING -> "* " + path(wrong) + ": " + wrong.field() + " is not specified\n";
                    case WRONG_TYPE -> "Invalid value" + at(path(wrong)) + " (" + type(wrong.shape()) + ")";
                    case NOT_ALLOWED -> "* " + path(wrong) + ": value " + wrong.got() + " is out of range\n";
                });
    }

    private static String at(String path) {
        return path.isEmpty() ? "" : " at '" + path + "'";
    }

    private static String holder(Violation wrong) {
        String path = path(wrong);
        int dot = path.lastIndexOf('.');
        return dot < 0 ? "" : path.substring(0, dot);
    }

    private static String path(Violation wrong) {
        String dotted = wrong.path().stream()
                .map(step -> step instanceof Integer ? "[" + step + "]" : "." + underscored(step.toString()))
                .collect(Collectors.joining());
        return dotted.startsWith(".") ? dotted.substring(1) : dotted;
    }

    /** Google speaks of fields by the names they have in its schema. */
    private static String underscored(String camel) {
        return camel.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }

    private static String type(Shape shape) {
        return shape instanceof Shape.Typed typed ? "not " + typed.type().openAi() : "of another type";
    }
}
