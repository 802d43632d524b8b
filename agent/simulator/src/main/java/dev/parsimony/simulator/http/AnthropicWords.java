// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.simulator.http;

import java.util.stream.Collectors;

/** What is wrong with a request's shape, in Anthropic's words. */
final class AnthropicWords {

    private AnthropicWords() {}

    static Rejection of(Violation wrong) {
        String path = wrong.path().stream().map(String::valueOf).collect(Collectors.joining("."));
        return Rejection.invalid((path.isEmpty() ? "" : path + ": ") + said(wrong));
    }

    private static String said(Violation wrong) {
        return switch (wrong.kind()) {
            case UNKNOWN -> "Extra inputs are not permitted";
            case MISSING -> "Field required";
            case WRONG_TYPE -> "Input should be " + type(wrong.shape());
            case NOT_ALLOWED -> notAllowed(wrong);
        };
    }

    private static String type(Shape shape) {
        return shape instanceof Shape.Typed typed ? typed.type().anthropic() : "of another type";
    }

    private static String unknownTag(String tag, Shape.Tagged tagged) {
        return tag.isEmpty()
                ? "Unable to extract tag using discriminator '" + tagged.field() + "'"
                : "Input tag '" + tag + "' found using '" + tagged.field()
                        + "' does not match any of the expected tags: "
                        + tagged.byWord().keySet().stream()
                                .map(word -> "'" + word + "'")
                                .collect(Collectors.joining(", "));
    }

    private static String notAllowed(Violation wrong) {
        if (wrong.shape() instanceof Shape.Words words) {
            return "Input should be " + words.quoted(" or ");
        }
        if (wrong.shape() instanceof Shape.Tagged tagged) {
            return unknownTag(wrong.got(), tagged);
        }
        Shape.Bounded bounds = (Shape.Bounded) wrong.shape();
        return bounds.tooLow(wrong.got())
                ? "Input should be greater than or equal to " + bounds.least()
                : "Input should be less than or equal to " + bounds.most();
    }
}
