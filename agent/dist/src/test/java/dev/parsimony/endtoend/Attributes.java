// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.endtoend;

import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.Span;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A span's attributes as texts. */
final class Attributes {
    private Attributes() {}

    static Map<String, String> of(Span span) {
        return span.getAttributesList().stream()
                .collect(
                        Collectors.toMap(KeyValue::getKey, entry -> text(entry.getValue()), (a, b) -> b, TreeMap::new));
    }

    private static String text(AnyValue value) {
        return switch (value.getValueCase()) {
            case STRING_VALUE -> value.getStringValue();
            case BOOL_VALUE -> Boolean.toString(value.getBoolValue());
            case INT_VALUE -> Long.toString(value.getIntValue());
            case DOUBLE_VALUE -> Double.toString(value.getDoubleValue());
            case ARRAY_VALUE ->
                value.getArrayValue().getValuesList().stream()
                        .map(Attributes::text)
                        .collect(Collectors.joining(", ", "[", "]"));
            default -> value.toString();
        };
    }
}
