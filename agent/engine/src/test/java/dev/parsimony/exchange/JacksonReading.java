// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.exchange;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * What Jackson makes of a text, as far as {@link Json} promises the same. Where Jackson is laxer than RFC 8259 and RFC 3629,
 * this is strict: it decodes overlong UTF-8 and UTF-8 surrogates, guesses UTF-16 from zero bytes and skips a byte-order mark.
 */
final class JacksonReading {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(100_000)
                    .maxNumberLength(Integer.MAX_VALUE)
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNameLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private JacksonReading() {}

    /** One value, described; the values of a text in its order. */
    static Optional<List<String>> of(byte[] bytes) {
        if (!isUtf8(bytes) || hasZero(bytes) || startsWithMark(bytes)) {
            return Optional.empty();
        }
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), bytes)) {
            return Optional.of(values(parser));
        } catch (JacksonException refused) {
            return Optional.empty();
        }
    }

    /** The same description, by our own reader. */
    static List<String> ours(Node node) {
        List<String> values = new ArrayList<>();
        values.add(ours(node, node.name()));
        node.children().forEach(child -> values.addAll(ours(child)));
        return values;
    }

    private static String ours(Node node, String name) {
        String text = node.is(Node.Kind.STRING) ? node.text() : node.is(Node.Kind.NUMBER) ? number(node.raw()) : "";
        return described(node.kind(), name, node.start(), node.end(), text);
    }

    private static List<String> values(JsonParser parser) {
        List<String> values = new ArrayList<>();
        Deque<Integer> open = new ArrayDeque<>();
        for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
            if (open.isEmpty() && !values.isEmpty()) {
                throw new tools.jackson.core.exc.StreamReadException(parser, "a second value");
            }
            parser.finishToken();
            if (token.isStructEnd()) {
                int opened = open.pop();
                values.set(opened, values.get(opened).replace("END", String.valueOf(end(parser))));
            } else if (token != JsonToken.PROPERTY_NAME) {
                values.add(value(parser, token));
                if (token.isStructStart()) {
                    open.push(values.size() - 1);
                }
            }
        }
        if (values.isEmpty() || !open.isEmpty()) {
            throw new tools.jackson.core.exc.StreamReadException(parser, "no whole value");
        }
        return values;
    }

    private static String value(JsonParser parser, JsonToken token) {
        long start = parser.currentTokenLocation().getByteOffset();
        boolean named = token.isStructStart()
                ? parser.streamReadContext().getParent().inObject()
                : parser.streamReadContext().inObject();
        String name = !named
                ? ""
                : token.isStructStart() ? parser.streamReadContext().getParent().currentName() : parser.currentName();
        return switch (token) {
            case START_OBJECT -> described(Node.Kind.OBJECT, name, start, "END", "");
            case START_ARRAY -> described(Node.Kind.ARRAY, name, start, "END", "");
            case VALUE_STRING -> described(Node.Kind.STRING, name, start, end(parser), parser.getString());
            case VALUE_TRUE -> described(Node.Kind.TRUE, name, start, end(parser), "");
            case VALUE_FALSE -> described(Node.Kind.FALSE, name, start, end(parser), "");
            case VALUE_NULL -> described(Node.Kind.NULL, name, start, end(parser), "");
            default -> {
                // a number ends with its last digit; behind an outermost one Jackson has read the white space too
                String digits = parser.getString();
                yield described(Node.Kind.NUMBER, name, start, start + digits.length(), number(digits));
            }
        };
    }

    private static String number(String digits) {
        return String.valueOf(Double.parseDouble(digits));
    }

    private static long end(JsonParser parser) {
        return parser.currentLocation().getByteOffset();
    }

    private static String described(Node.Kind kind, String name, Object start, Object end, String text) {
        return kind + " " + name + " " + start + ".." + end + " " + text;
    }

    private static boolean isUtf8(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException illFormed) {
            return false;
        }
    }

    private static boolean hasZero(byte[] bytes) {
        for (byte b : bytes) {
            if (b == 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean startsWithMark(byte[] bytes) {
        return bytes.length >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF;
    }
}
