// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.rules;

import dev.parsimony.exchange.Facts;
import dev.parsimony.exchange.Lens;
import java.util.function.Predicate;

/**
 * Asks whether the request uses a feature of its API.
 *
 * @param feature which feature
 * @param wanted whether it must, or must not
 */
public record Featured(Feature feature, boolean wanted) implements Condition {
    /** What a request may use. */
    public enum Feature {
        /** A streamed answer. */
        STREAM("stream", Effort.FIELD, Lens::streamed),
        /** An answer in JSON. */
        JSON_OUTPUT("json_output", Effort.FIELD, Lens::wantsJson),
        /** Tools the model may call. */
        TOOLS("tools", Effort.FIELD, Lens::usesTools),
        /** Images among the input. */
        IMAGES("images", Effort.BODY, Lens::hasImages);

        private final String key;
        private final Effort effort;

        @SuppressWarnings("ImmutableEnumChecker") // a reading holds nothing
        private final Predicate<Lens> reading;

        Feature(String key, Effort effort, Predicate<Lens> reading) {
            this.key = key;
            this.effort = effort;
            this.reading = reading;
        }

        /** The feature's key in the settings. */
        public String key() {
            return key;
        }
    }

    @Override
    public boolean holds(Facts facts) {
        return feature.reading.test(facts.request()) == wanted;
    }

    @Override
    public String seen(Facts facts) {
        return String.valueOf(feature.reading.test(facts.request()));
    }

    @Override
    public Effort effort() {
        return feature.effort;
    }

    @Override
    public String key() {
        return feature.key;
    }

    @Override
    public String toString() {
        return key() + ": " + wanted;
    }
}
