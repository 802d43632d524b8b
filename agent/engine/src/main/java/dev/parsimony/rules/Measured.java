// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.rules;

import dev.parsimony.exchange.Facts;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.ToDoubleFunction;

/**
 * Compares a number of the call.
 *
 * @param quantity which number
 * @param range what it may be
 */
public record Measured(Quantity quantity, Range range) implements Condition {
    /** A number of a call. */
    public enum Quantity {
        /** The cap on output tokens, where the request sets one. */
        MAX_TOKENS("max_tokens", Effort.FIELD, facts -> number(facts.request().cap())),
        /** The temperature, where the request sets one. */
        TEMPERATURE("temperature", Effort.FIELD, facts -> number(facts.request().temperature())),
        /** Messages or input items, system texts apart. */
        MESSAGES("messages", Effort.FIELD, facts -> facts.request().messages()),
        /** Our estimate of the input, in tokens. */
        INPUT_TOKENS("input_tokens", Effort.BODY, Facts::inputTokens);

        private final String key;
        private final Effort effort;

        @SuppressWarnings("ImmutableEnumChecker") // a reading holds nothing
        private final ToDoubleFunction<Facts> reading; // not a number where the request does not say: in no range

        Quantity(String key, Effort effort, ToDoubleFunction<Facts> reading) {
            this.key = key;
            this.effort = effort;
            this.reading = reading;
        }

        /** The number's key in the settings. */
        public String key() {
            return key;
        }

        private static double number(OptionalLong value) {
            return value.isPresent() ? value.getAsLong() : Double.NaN;
        }

        private static double number(OptionalDouble value) {
            return value.orElse(Double.NaN);
        }
    }

    @Override
    public boolean holds(Facts facts) {
        return range.contains(quantity.reading.applyAsDouble(facts));
    }

    @Override
    public String seen(Facts facts) {
        double number = quantity.reading.applyAsDouble(facts);
        return Double.isNaN(number) ? "not set" : Range.plain(number);
    }

    @Override
    public Effort effort() {
        return quantity.effort;
    }

    @Override
    public String key() {
        return quantity.key;
    }

    @Override
    public boolean encloses(Condition other) {
        return other instanceof Measured measured && measured.quantity == quantity && range.encloses(measured.range);
    }

    @Override
    public boolean isImpossible() {
        return range.isEmpty();
    }

    @Override
    public String toString() {
        return key() + ": " + range;
    }
}
