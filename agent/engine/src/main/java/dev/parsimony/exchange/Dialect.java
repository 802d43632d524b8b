// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.exchange;

/**
 * One API's way of writing a request and an answer. It knows the field names and no rule; steps know rules and no field
 * name. Chosen by the shape of the path first, the host second.
 */
public interface Dialect {
    /** A name for log lines and cache keys: {@code openai.chat}. */
    String name();

    /** The provider that speaks it where the host does not tell: {@code openai}, {@code anthropic}. */
    String provider();

    /** What its calls ask for. */
    Operation operation();

    /**
     * Whether a request to this path is of this API, whatever the host.
     *
     * @param path the whole path, as in {@link Call#path}
     */
    boolean recognises(String path);

    /**
     * Whether a request could be of this API; paths of some are those of any application too.
     *
     * @param body the request
     */
    default boolean fits(Json body) {
        return true;
    }

    /**
     * A lens over a request.
     *
     * @param path the whole path, which holds the model in some APIs
     * @param body the request
     */
    Lens lens(String path, Json body);

    /**
     * A reader for the answer to a request.
     *
     * @param reading what it has to know beside the answer
     */
    AnswerReader reader(Reading reading);
}
