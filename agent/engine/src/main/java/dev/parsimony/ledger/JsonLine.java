// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.ledger;

import dev.parsimony.exchange.Json;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** One JSON object on one line in the making. What is empty is left out. */
final class JsonLine {
    private final ByteArrayOutputStream out;
    private boolean begun;

    private JsonLine(ByteArrayOutputStream out) {
        this.out = out;
    }

    /** Writes one, with a line feed at its end. */
    static void write(ByteArrayOutputStream out, Consumer<JsonLine> members) {
        object(out, members);
        out.write('\n');
    }

    private static void object(ByteArrayOutputStream out, Consumer<JsonLine> members) {
        out.write('{');
        members.accept(new JsonLine(out));
        out.write('}');
    }

    JsonLine text(String name, String value) {
        return value.isEmpty() ? this : member(name, Json.quote(value));
    }

    JsonLine texts(String name, Collection<String> values) {
        return values.isEmpty() ? this : array(name, values, value -> put(Json.quote(value)));
    }

    JsonLine number(String name, long value) {
        return member(name, ascii(Long.toString(value)));
    }

    /** A count, left out if it is 0 or less. */
    JsonLine count(String name, long value) {
        return value > 0 ? number(name, value) : this;
    }

    /** A time in milliseconds, exact to the microsecond. */
    JsonLine millis(String name, long micros) {
        return micros < 0
                ? this
                : member(
                        name,
                        ascii(BigDecimal.valueOf(micros, 3).stripTrailingZeros().toPlainString()));
    }

    /** Money as a text, so that no reader makes a binary fraction of it. */
    JsonLine money(String name, BigDecimal usd) {
        return text(name, usd.stripTrailingZeros().toPlainString());
    }

    /** Something that is so; left out if it is not. */
    JsonLine flag(String name, boolean holds) {
        return holds ? member(name, ascii("true")) : this;
    }

    JsonLine object(String name, Consumer<JsonLine> members) {
        name(name);
        object(out, members);
        return this;
    }

    <T> JsonLine objects(String name, List<T> values, BiConsumer<JsonLine, T> members) {
        return values.isEmpty() ? this : array(name, values, value -> object(out, line -> members.accept(line, value)));
    }

    private <T> JsonLine array(String name, Collection<T> values, Consumer<T> each) {
        name(name);
        char before = '[';
        for (T value : values) {
            out.write(before);
            each.accept(value);
            before = ',';
        }
        out.write(']');
        return this;
    }

    /**
     * A value that is JSON already, on one line: in strict JSON a line feed stands between tokens only, where a blank means
     * the same.
     */
    JsonLine json(String name, byte[] bytes, int from, int to) {
        name(name);
        for (int i = from; i < to; i++) {
            out.write(bytes[i] == '\n' || bytes[i] == '\r' ? ' ' : bytes[i]);
        }
        return this;
    }

    private JsonLine member(String name, byte[] value) {
        name(name);
        put(value);
        return this;
    }

    private void name(String name) {
        if (begun) {
            out.write(',');
        }
        begun = true;
        put(Json.quote(name));
        out.write(':');
    }

    private void put(byte[] bytes) {
        out.write(bytes, 0, bytes.length);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
