// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.exchange;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is told of an answer; nothing of its content.
 *
 * @param id the provider's id of it; empty if none was read
 * @param model the model that answered, in the provider's full name; empty if none was read
 * @param finishReasons why each choice ended, in the API's words
 * @param usage the tokens the provider counted, or null where it reported none
 * @param terms the service tier that was used, and what else the provider says of the price
 * @param errorType the provider's code or type of an error inside the answer; empty if there is none
 * @param ending how far the answer got
 */
public record Answer(
        String id,
        String model,
        List<String> finishReasons,
        @Nullable Usage usage,
        Terms terms,
        String errorType,
        Ending ending) {
    /** How far an answer got, which decides whether it may be reused. */
    public enum Ending {
        /** Its end was not seen. */
        OPEN,
        /** The model came to its own end: stop, end of turn, a stop sequence, a call of the application's tools. */
        NATURAL,
        /** Cut off by a cap or by the context's end. */
        TRUNCATED,
        /** Refused or filtered. */
        REFUSED,
        /** An error instead of, or in the middle of, the answer. */
        FAILED
    }

    private static final Answer NONE = new Answer("", "", List.of(), null, Terms.LIST, "", Ending.OPEN);

    /** Nothing was read. */
    public static Answer none() {
        return NONE;
    }

    /** The same answer, of whose tokens there is no final count. */
    public Answer uncounted() {
        return new Answer(id, model, finishReasons, null, terms, errorType, ending);
    }

    /** The usage, if the provider reported it. */
    public Optional<Usage> reported() {
        return Optional.ofNullable(usage);
    }

    /** The service tier that was used; empty if none was read. */
    public String tier() {
        return terms.tier();
    }
}
