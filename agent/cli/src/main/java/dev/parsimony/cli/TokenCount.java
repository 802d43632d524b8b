// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.cli;

import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.Encoding;
import com.knuddels.jtokkit.api.EncodingRegistry;
import com.knuddels.jtokkit.api.EncodingType;
import dev.parsimony.exchange.Block;
import dev.parsimony.exchange.Lens;
import dev.parsimony.exchange.Node;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Counts the tokens of a request with the model's own tokenizer where that is public, which is OpenAI's. A tokenizer costs
 * tens of megabytes and is loaded when it is first asked for.
 */
final class TokenCount {
    /** Tokens that frame a message, and those that open the answer (OpenAI cookbook, "How to count tokens", 2024). */
    private static final long PER_MESSAGE = 3;

    private static final long PER_ANSWER = 3;
    /**
     * The longest text that is given to the tokenizer at once, in characters: its regular expressions recurse and its merging
     * of one long word takes more than linear time.
     */
    private static final int PIECE = 8192;

    private static final List<String> FIRST_OF_O200K = List.of("gpt-4o", "gpt-4.", "gpt-5", "gpt-6", "o1", "o3", "o4");
    private static final List<String> FIRST_OF_CL100K = List.of("gpt-4", "gpt-3.5", "text-embedding");

    private static final Pattern MEDIA = Pattern.compile("\"data:|\"base64\"|\"input_audio\"|\"file_data\"");

    /** The tokenizers, each loaded when it is first asked for and then kept: loading one takes a second. */
    private static final EncodingRegistry ENCODINGS = Encodings.newLazyEncodingRegistry();

    /**
     * Tokens of all text that the model reads.
     *
     * @param lens the request
     * @param input what is embedded; missing in a conversation
     * @return the count; empty where the model's tokenizer is not public
     */
    Optional<Long> of(Lens lens, Node input) {
        return encoding(lens.model())
                .map(encoding -> lens.blocks().isEmpty() ? count(input, encoding) : count(lens, encoding));
    }

    /** Tokens of a text; empty where the model's tokenizer is not public. */
    Optional<Long> of(String model, String text) {
        return encoding(model).map(encoding -> count(text, encoding));
    }

    private static Optional<Encoding> encoding(String model) {
        String name = model.substring(model.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        if (FIRST_OF_O200K.stream().anyMatch(name::startsWith)) {
            return Optional.of(ENCODINGS.getEncoding(EncodingType.O200K_BASE));
        }
        return FIRST_OF_CL100K.stream().anyMatch(name::startsWith)
                ? Optional.of(ENCODINGS.getEncoding(EncodingType.CL100K_BASE))
                : Optional.empty();
    }

    /** Tokens of one text or of each in a list; a number among them is a token already. */
    private static long count(Node input, Encoding encoding) {
        return switch (input.kind()) {
            case STRING -> count(input.text(), encoding);
            case NUMBER -> 1;
            default ->
                input.items().stream().mapToLong(item -> count(item, encoding)).sum();
        };
    }

    private static long count(Lens lens, Encoding encoding) {
        long texts = lens.blocks().stream()
                .mapToLong(block -> count(text(block), encoding))
                .sum();
        return texts + PER_MESSAGE * lens.messages() + (lens.messages() > 0 ? PER_ANSWER : 0);
    }

    /** What is counted of a block: its text, else its JSON, from which models are shown tools and calls; media count apart. */
    private static String text(Block block) {
        String json = block.text().exists() ? "" : block.node().raw();
        return block.text().exists() ? block.text().text() : MEDIA.matcher(json).find() ? "" : json;
    }

    private static long count(String text, Encoding encoding) {
        long tokens = 0;
        for (int from = 0, to; from < text.length(); from = to) {
            to = end(text, from);
            tokens += encoding.countTokensOrdinary(text.substring(from, to));
        }
        return tokens;
    }

    /** Where a piece ends: before a space if there is one, since tokens begin with it, and never inside a character. */
    private static int end(String text, int from) {
        int limit = from + PIECE;
        if (limit >= text.length()) {
            return text.length();
        }
        for (int at = limit; at > from; at--) {
            if (Character.isWhitespace(text.charAt(at))) {
                return at;
            }
        }
        return Character.isLowSurrogate(text.charAt(limit)) ? limit - 1 : limit;
    }
}
