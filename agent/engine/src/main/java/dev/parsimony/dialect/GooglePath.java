// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.dialect;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The path of a call of Google's, which ends with a model and, behind a colon, what is asked of it: {@code
 * /v1beta/models/gemini-2.5-flash:generateContent} at the Gemini API, {@code
 * /v1/projects/p/locations/l/publishers/google/models/gemini-2.5-flash:generateContent} at Vertex AI. What was tuned stands
 * in {@code tunedModels} or {@code endpoints}.
 *
 * @param text the whole path, without query
 */
record GooglePath(String text) {
    private static final String MODELS = "models";
    private static final Set<String> COLLECTIONS = Set.of(MODELS, "tunedModels", "endpoints");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._@-]+");

    /** Whether one of these is asked of a model. */
    boolean asks(Set<String> methods) {
        return methods.contains(method()) && COLLECTIONS.contains(collection());
    }

    /** Whether vectors for texts are asked for in the way of Vertex AI's older models; other models predict other things. */
    boolean predictsVectors() {
        return method().equals("predict")
                && collection().equals(MODELS)
                && name().contains("embedding")
                && !name().startsWith("multimodal");
    }

    /** What is asked of the model: {@code generateContent}; empty if nothing is. */
    String method() {
        return colon() < 0 ? "" : text.substring(colon() + 1);
    }

    /** The model, with its collection where that is of tuned ones; empty if the path has none. */
    String model() {
        String collection = collection();
        return collection.isEmpty() || collection.equals(MODELS) ? name() : collection + '/' + name();
    }

    /** Why the path has no place for another model; empty if it has. */
    Optional<String> whyNotTo(String model) {
        if (model().isEmpty()) {
            return Optional.of("no_model");
        }
        if (!collection().equals(MODELS)) {
            return Optional.of("tuned_model");
        }
        return NAME.matcher(model).matches() ? Optional.empty() : Optional.of("no_model_name");
    }

    /** The path to another model. */
    String to(String model) {
        return text.substring(0, slash() + 1) + model + text.substring(colon());
    }

    private String name() {
        return colon() < 0 ? "" : text.substring(slash() + 1, colon());
    }

    private String collection() {
        int before = slash() < 1 ? -1 : text.lastIndexOf('/', slash() - 1);
        return colon() < 0 || slash() < 0 ? "" : text.substring(before + 1, slash());
    }

    /** Where the colon of the last segment stands; -1 if there is none. */
    private int colon() {
        int colon = text.lastIndexOf(':');
        return colon > text.lastIndexOf('/') ? colon : -1;
    }

    private int slash() {
        return text.lastIndexOf('/');
    }
}
