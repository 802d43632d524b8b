// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.cli;

import dev.parsimony.exchange.Json;
import dev.parsimony.exchange.Position;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;

/**
 * Where a text stops being strict JSON, and why. {@link Json}, made for the call path, only says that it does; here somebody
 * has to mend it.
 *
 * @param position where
 * @param reason why, to go on after "is no strict JSON: "
 */
record Misreading(Position position, String reason) {
    private static final Position START = new Position(1, 1);
    private static final int DEEPEST = 512;
    private static final String MARK = "\ufeff";

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(2 * DEEPEST)
                    .maxNumberLength(Integer.MAX_VALUE)
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNameLength(Integer.MAX_VALUE)
                    .build())
            .build();

    /**
     * What is wrong with a text.
     *
     * @param bytes a text that {@link Json} does not read
     */
    static Misreading of(byte[] bytes) {
        return Position.ofIllFormed(bytes)
                .map(position -> new Misreading(position, "it is not text in UTF-8 from here on"))
                .orElseGet(() -> of(bytes, new String(bytes, StandardCharsets.UTF_8)));
    }

    private static Misreading of(byte[] bytes, String text) {
        if (text.isBlank()) {
            return new Misreading(START, "it is empty");
        }
        return text.startsWith(MARK)
                ? new Misreading(START, "a byte-order mark stands before it. Save it without one")
                : parsed(bytes);
    }

    private static Misreading parsed(byte[] bytes) {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), bytes)) {
            return read(parser, bytes);
        } catch (JacksonException refusal) {
            int offset = (int) refusal.getLocation().getByteOffset();
            return new Misreading(Position.of(bytes, offset), reason(refusal));
        }
    }

    private static Misreading read(JsonParser parser, byte[] bytes) {
        int depth = 0;
        boolean over = false;
        for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
            int start = (int) parser.currentTokenLocation().getByteOffset();
            if (over) {
                return new Misreading(Position.of(bytes, start), "text goes on behind it");
            }
            parser.finishToken();
            depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
            over = depth == 0;
            if (depth > DEEPEST) {
                return new Misreading(Position.of(bytes, start), "it is nested deeper than " + DEEPEST + " levels");
            }
        }
        return new Misreading(START, "a name in it holds half of a surrogate pair");
    }

    private static String reason(JacksonException refusal) {
        if (refusal instanceof UnexpectedEndOfInputException) {
            return "it ends in the middle of a value";
        }
        String message = refusal.getOriginalMessage();
        int details = message.indexOf(" (start marker");
        return "here: " + (details < 0 ? message : message.substring(0, details));
    }
}
