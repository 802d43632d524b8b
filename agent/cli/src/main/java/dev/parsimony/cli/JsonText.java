// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.cli;

import dev.parsimony.exchange.Node;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;

/** Writes maps, lists, texts, numbers and truths as JSON, two spaces a level, one value a line. */
final class JsonText {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private final JsonGenerator out;

    private JsonText(JsonGenerator out) {
        this.out = out;
    }

    /**
     * The JSON of a value.
     *
     * @param tree a map with text keys, an iterable, a text, a whole or decimal number, a truth, JSON that was read, or null
     * @return its JSON, without a line feed at its end
     */
    static String of(@Nullable Object tree) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = FACTORY.createGenerator(new Indented(), text)) {
            new JsonText(out).write(tree);
        }
        return text.toString();
    }

    private void write(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            out.writeStartObject();
            map.forEach((name, member) -> {
                out.writeName(String.valueOf(name));
                write(member);
            });
            out.writeEndObject();
        } else if (value instanceof Iterable<?> items) {
            out.writeStartArray();
            items.forEach(this::write);
            out.writeEndArray();
        } else if (value instanceof Node node) {
            write(node);
        } else {
            scalar(value);
        }
    }

    /** JSON that was read, in the layout of all else; numbers and texts as they stood. */
    private void write(Node node) {
        switch (node.kind()) {
            case OBJECT -> {
                out.writeStartObject();
                node.children().forEach(member -> {
                    out.writeName(member.name());
                    write(member);
                });
                out.writeEndObject();
            }
            case ARRAY -> {
                out.writeStartArray();
                node.items().forEach(this::write);
                out.writeEndArray();
            }
            default -> out.writeRawValue(node.raw());
        }
    }

    private void scalar(@Nullable Object value) {
        if (value instanceof BigDecimal number) {
            out.writeNumber(number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros());
        } else if (value instanceof Number number) {
            out.writeNumber(number.longValue());
        } else if (value instanceof Boolean truth) {
            out.writeBoolean(truth);
        } else if (value == null) {
            out.writeNull();
        } else {
            out.writeString(value.toString());
        }
    }

    private static final class Indented extends ObjectWriteContext.Base {
        @Override
        public PrettyPrinter getPrettyPrinter() {
            DefaultIndenter lines = new DefaultIndenter("  ", "\n");
            return new DefaultPrettyPrinter().withArrayIndenter(lines).withObjectIndenter(lines);
        }

        @Override
        public boolean hasPrettyPrinter() {
            return true;
        }
    }
}
