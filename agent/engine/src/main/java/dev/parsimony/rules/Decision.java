// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.rules;

import dev.parsimony.exchange.Plan.Choice;
import java.util.Optional;

/**
 * What a rule says about one action: nothing, {@code off}, or a value.
 *
 * @param isNamed whether the rule names the action at all
 * @param choice the value and the rule it came from; absent for {@code off} and for an action that is not named
 * @param <T> what is chosen
 */
public record Decision<T>(boolean isNamed, Optional<Choice<T>> choice) {
    private static final Decision<?> UNSAID = new Decision<>(false, Optional.empty());
    private static final Decision<?> OFF = new Decision<>(true, Optional.empty());

    /** The rule does not name the action. */
    @SuppressWarnings("unchecked") // holds no value
    public static <T> Decision<T> unsaid() {
        return (Decision<T>) UNSAID;
    }

    /** The rule switches the action off, so that no later rule switches it on. */
    @SuppressWarnings("unchecked") // holds no value
    public static <T> Decision<T> off() {
        return (Decision<T>) OFF;
    }

    /**
     * The rule chooses a value.
     *
     * @param value the value
     * @param rule the rule's name
     */
    public static <T> Decision<T> of(T value, String rule) {
        return new Decision<>(true, Optional.of(new Choice<>(value, rule)));
    }

    /** Off, if the rule names the action at all. */
    Decision<T> withheld() {
        return isNamed ? off() : this;
    }

    /** This decision, or the other one if this rule does not name the action. */
    Decision<T> or(Decision<T> other) {
        return isNamed ? this : other;
    }

    /** What is chosen here, or the default if the rule does not name the action. */
    Optional<Choice<T>> choiceOr(Optional<Choice<T>> byDefault) {
        return isNamed ? choice : byDefault;
    }

    @Override
    public String toString() {
        return isNamed ? choice.map(chosen -> chosen.value().toString()).orElse("off") : "-";
    }
}
