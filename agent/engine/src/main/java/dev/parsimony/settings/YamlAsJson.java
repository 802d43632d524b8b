// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.settings;

import dev.parsimony.exchange.Json;
import dev.parsimony.settings.Value.Entry;
import dev.parsimony.settings.Value.Kind;
import dev.parsimony.settings.Value.Mapping;
import dev.parsimony.settings.Value.Scalar;
import dev.parsimony.settings.Value.Sequence;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Writes a YAML document as JSON in which values stand where they stood, so that a mistake is told at its own line. A key is
 * written as early as may be, which leaves its value its column wherever there is room.
 */
final class YamlAsJson {
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");

    private final StringBuilder text = new StringBuilder();
    private int line = 1;
    private int lineStart;

    private YamlAsJson() {}

    /** The document as JSON, in UTF-8. */
    static byte[] of(Mapping document) {
        YamlAsJson json = new YamlAsJson();
        json.put(document);
        return json.text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void put(Value value) {
        if (value instanceof Scalar scalar) {
            goTo(scalar.place());
            text.append(scalar(scalar));
        } else if (value instanceof Sequence sequence) {
            list(sequence);
        } else {
            members((Mapping) value);
        }
    }

    private void goTo(Place place) {
        while (line < place.line()) {
            text.append('\n');
            line++;
            lineStart = text.length();
        }
        while (line == place.line() && text.length() - lineStart + 1 < place.column()) {
            text.append(' ');
        }
    }

    private void list(Sequence sequence) {
        String before = "[";
        for (Value item : sequence.items()) {
            text.append(before);
            put(item);
            before = ",";
        }
        text.append(sequence.items().isEmpty() ? "[]" : "]");
    }

    private void members(Mapping mapping) {
        String before = "{";
        for (Entry entry : mapping.entries()) {
            text.append(before).append(quoted(entry.key())).append(':');
            put(entry.value());
            before = ",";
        }
        text.append(mapping.entries().isEmpty() ? "{}" : "}");
    }

    private static String scalar(Scalar scalar) {
        boolean asItIs =
                scalar.kind() == Kind.NUMBER && NUMBER.matcher(scalar.text()).matches();
        return switch (scalar.kind()) {
            case SWITCH -> scalar.text().toLowerCase(Locale.ROOT);
            case NOTHING -> "null";
            default -> asItIs ? scalar.text() : quoted(scalar.text());
        };
    }

    private static String quoted(String text) {
        return new String(Json.quote(text), StandardCharsets.UTF_8);
    }
}
