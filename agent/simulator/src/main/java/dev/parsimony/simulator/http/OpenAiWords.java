// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.simulator.http;

import dev.parsimony.simulator.billing.Api;
import java.util.stream.Collectors;

/** What is wrong with a request's shape, in OpenAI's words. */
final class OpenAiWords {

    private OpenAiWords() {}

    static Rejection of(Violation wrong, Api api) {
        String path = path(wrong);
        return switch (wrong.kind()) {
            case UNKNOWN -> unknown(path, api);
            case MISSING -> missing(path);
            case WRONG_TYPE ->
                Rejection.invalid(
                        "Invalid type for '" + path + "': expected " + expected(wrong.shape()) + ", but got "
                                + wrong.got() + " instead.",
                        path,
                        "invalid_type");
            case NOT_ALLOWED -> notAllowed(path, wrong);
        };
    }

    private static String path(Violation wrong) {
        String dotted = wrong.path().stream()
                .map(step -> step instanceof Integer ? "[" + step + "]" : "." + step)
                .collect(Collectors.joining());
        return dotted.startsWith(".") ? dotted.substring(1) : dotted;
    }

    private static Rejection unknown(String path, Api api) {
        boolean nested = path.contains(".") || path.contains("[");
        return nested || api == Api.OPENAI_RESPONSES
                ? Rejection.invalid("Unknown parameter: '" + path + "'.", path, "unknown_parameter")
                : Rejection.invalid("Unrecognized request argument supplied: " + path);
    }

    private static Rejection missing(String path) {
        return path.equals("model")
                ? Rejection.invalid("you must provide a model parameter")
                : Rejection.invalid("Missing required parameter: '" + path + "'.", path, "missing_required_parameter");
    }

    private static String expected(Shape shape) {
        return shape instanceof Shape.Typed typed ? typed.type().openAi() : "another type";
    }

    private static Rejection notAllowed(String path, Violation wrong) {
        if (wrong.shape() instanceof Shape.Words words) {
            return Rejection.invalid(
                    "Invalid value: '" + wrong.got() + "'. Supported values are: " + words.quoted(", and ") + ".",
                    path,
                    "invalid_value");
        }
        Shape.Bounded bounds = (Shape.Bounded) wrong.shape();
        boolean low = bounds.tooLow(wrong.got());
        String noun = bounds.type() == Shape.Type.WHOLE ? "integer" : "decimal";
        return Rejection.invalid(
                "Invalid '" + path + "': " + noun + (low ? " below minimum" : " above maximum")
                        + " value. Expected a value "
                        + (low ? ">= " + bounds.least() : "<= " + bounds.most())
                        + ", but got " + wrong.got() + " instead.",
                path,
                noun + (low ? "_below_min_value" : "_above_max_value"));
    }
}
