// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.exchange;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * A request read through its API's dialect: what rules ask of it, what steps change in it. It reads where the values stand
 * and holds none of them; a text is decoded when asked for.
 */
public interface Lens {
    /** The model asked for; empty if the request names none. */
    String model();

    /** Whether a stream is asked for. */
    boolean streamed();

    /** The cap on output tokens, in whichever field it stands. */
    OptionalLong cap();

    /** The budget for thinking, in tokens, that a cap must not fall below. */
    OptionalLong thinkingBudget();

    /** The sampling temperature, if the request sets one. */
    OptionalDouble temperature();

    /** The other settings of the request. */
    Parameters parameters();

    /** How many messages or input items the request holds, system texts apart. */
    int messages();

    /** Whether tools are offered. */
    boolean usesTools();

    /** Whether an image is among the input. */
    boolean hasImages();

    /** Whether the answer is asked for as JSON. */
    boolean wantsJson();

    /** The system text, blocks joined by line feeds; empty if there is none. */
    String systemText();

    /** The text of the first message of the user; empty if there is none. */
    String firstUserText();

    /** The text of the last message of the user; empty if there is none. */
    String lastUserText();

    /** The provider's own conversation id, if the request carries one. */
    Optional<String> conversationId();

    /** Bytes of text the model reads: tools, system and messages, without images; for estimates. */
    long promptBytes();

    /** What the model reads, in the order in which the provider's prompt cache compares it: tools, system, messages. */
    List<Block> blocks();

    /** Top-level fields that cannot change the answer: streaming options, cache hints, metadata, tiers. */
    List<String> fieldsBesideTheAnswer();

    /**
     * Members that cannot change the answer: the application's own cache marks. The very members, not their names: a tool's
     * schema may have a property of the same name, and that one counts.
     */
    List<Node> marksBesideTheAnswer();

    /**
     * Settings whose change makes the provider's prompt cache forget what stands from a level on; some may be missing.
     *
     * @param level tools for everything
     */
    default List<Node> settings(Block.Level level) {
        return List.of();
    }

    /** Why an answer to this request must never be reused ({@code server_tools}, {@code stored}, ...); empty if it may. */
    Optional<String> whyNotReusable();

    /**
     * Sends the request to another model.
     *
     * @param model the other model's name
     * @return the edits, or why they would make the request invalid
     */
    Change withModel(String model);

    /**
     * Caps the output.
     *
     * @param tokens the cap, at least 1
     * @param model the model the request will go to, whose field is used
     * @return the edits, or why they would make the request invalid
     */
    Change withCap(long tokens, String model);

    /** Asks for usage at the end of the stream; no edits where that needs no asking. */
    Change withStreamUsage();

    /**
     * Marks the end of a cached prefix.
     *
     * @param block the last block of the prefix; must be markable and not be marked
     * @param longLived an hour instead of five minutes
     * @return the edits, or why they would make the request invalid
     */
    Change withMark(Block block, boolean longLived);

    /**
     * Whether the answer's usage tells what was written for an hour from what was written for five minutes. Where it does not,
     * nobody could say what a mark of an hour has cost.
     */
    default boolean tellsLives() {
        return true;
    }

    /**
     * Has the provider keep nothing but what is marked, where it otherwise keeps prompts unasked and charges for it.
     *
     * @return the edits, or why there is nothing of the kind to say
     */
    default Change withOwnMarksOnly() {
        return Change.refuse("no_marks");
    }

    /**
     * Names what the request shares a prompt cache with, where the provider leads requests by that.
     *
     * @param key the same for all requests that are to meet
     * @return the edits, or why the request has no place for it
     */
    default Change withCacheKey(String key) {
        return Change.refuse("no_cache_key");
    }

    /**
     * Asks for the prompt to be kept for longer than by default, where the provider keeps prompts unasked and for nothing.
     *
     * @return the edits, or why there is nothing of the kind to ask for
     */
    default Change withLongRetention() {
        return Change.refuse("no_long_retention");
    }

    /**
     * Writes a text anew, in parts. Where the provider's prompt cache compares block by block, each part becomes a block of
     * its own; elsewhere they are one text, as by default.
     *
     * @param block a block that is {@link Block#movable}
     * @param parts what the text's JSON form holds between its quotes, in parts, none of them empty
     * @return the edits, none if the text already reads so; or why they would make the request invalid
     */
    default Change withText(Block block, List<byte[]> parts) {
        return Change.make(Edits.none().retype(block.text(), parts));
    }
}
