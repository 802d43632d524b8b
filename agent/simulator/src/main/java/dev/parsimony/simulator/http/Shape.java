// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.simulator.http;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** What a value of a request must look like. */
interface Shape {

    /** The first thing that is wrong with the value, if any. */
    Optional<Violation> check(JsonNode value);

    /** Any text. */
    static Shape text() {
        return new Typed(Type.TEXT);
    }

    /** True or false. */
    static Shape flag() {
        return new Typed(Type.FLAG);
    }

    /** Any object, whatever is in it. */
    static Shape object() {
        return new Typed(Type.OBJECT);
    }

    /** Whatever it is. */
    static Shape anything() {
        return value -> Optional.empty();
    }

    /** One of these words. */
    static Shape words(String... words) {
        return new Words(List.of(words));
    }

    /** A whole number within these bounds. */
    static Shape whole(long least, long most) {
        return new Bounded(Type.WHOLE, BigDecimal.valueOf(least), BigDecimal.valueOf(most));
    }

    /** A number within these bounds. */
    static Shape number(double least, double most) {
        return new Bounded(Type.NUMBER, BigDecimal.valueOf(least), BigDecimal.valueOf(most));
    }

    /** A list of values of this shape. */
    static Shape list(Shape each) {
        return new Listed(each);
    }

    /** Any of these: the first whose type fits decides. */
    static Shape either(Shape... shapes) {
        return new Either(List.of(shapes));
    }

    /** Objects told apart by the word in one of their fields. A word not listed has the shape of {@code otherwise}. */
    static Shape told(String field, Map<String, ? extends Shape> byWord, Shape otherwise) {
        return new Told(field, Map.copyOf(byWord), otherwise);
    }

    /** Objects told apart by the word in one of their fields, which must be one of these and is part of the path in a refusal. */
    static Shape tagged(String field, Map<String, ? extends Shape> byWord) {
        return new Tagged(field, new TreeMap<>(byWord));
    }

    /** A JSON type, with its name in OpenAI's and in Anthropic's words. */
    enum Type {
        /** A string. */
        TEXT("a string", "a valid string") {
            @Override
            boolean fits(JsonNode value) {
                return value.isString();
            }
        },
        /** A boolean. */
        FLAG("a boolean", "a valid boolean") {
            @Override
            boolean fits(JsonNode value) {
                return value.isBoolean();
            }
        },
        /** A whole number. */
        WHOLE("an integer", "a valid integer") {
            @Override
            boolean fits(JsonNode value) {
                return value.isIntegralNumber();
            }
        },
        /** A number. */
        NUMBER("a decimal", "a valid number") {
            @Override
            boolean fits(JsonNode value) {
                return value.isNumber();
            }
        },
        /** A list. */
        LIST("an array", "a valid list") {
            @Override
            boolean fits(JsonNode value) {
                return value.isArray();
            }
        },
        /** An object. */
        OBJECT("an object", "a valid dictionary") {
            @Override
            boolean fits(JsonNode value) {
                return value.isObject();
            }
        };

        private final String openAi;
        private final String anthropic;

        Type(String openAi, String anthropic) {
            this.openAi = openAi;
            this.anthropic = anthropic;
        }

        abstract boolean fits(JsonNode value);

        String openAi() {
            return openAi;
        }

        String anthropic() {
            return anthropic;
        }

        static String nameOf(JsonNode value) {
            return value.isNull()
                    ? "null"
                    : Arrays.stream(values())
                            .filter(type -> type.fits(value))
                            .findFirst()
                            .map(Type::openAi)
                            .orElse("null");
        }
    }

    /** A value of one type. */
    record Typed(Type type) implements Shape {
        @Override
        public Optional<Violation> check(JsonNode value) {
            return type.fits(value)
                    ? Optional.empty()
                    : Optional.of(new Violation(Violation.Kind.WRONG_TYPE, this, Type.nameOf(value)));
        }
    }

    /** One of some words. */
    record Words(List<String> words) implements Shape {
        @Override
        public Optional<Violation> check(JsonNode value) {
            if (!value.isString()) {
                return new Typed(Type.TEXT).check(value);
            }
            return words.contains(value.stringValue())
                    ? Optional.empty()
                    : Optional.of(new Violation(Violation.Kind.NOT_ALLOWED, this, value.stringValue()));
        }

        String quoted(String last) {
            String all = words.stream().map(word -> "'" + word + "'").collect(Collectors.joining(", "));
            int comma = all.lastIndexOf(", ");
            return comma < 0 ? all : all.substring(0, comma) + last + all.substring(comma + 2);
        }
    }

    /** A number within bounds. */
    record Bounded(Type type, BigDecimal least, BigDecimal most) implements Shape {
        @Override
        public Optional<Violation> check(JsonNode value) {
            if (!type.fits(value)) {
                return new Typed(type).check(value);
            }
            BigDecimal number = value.decimalValue();
            boolean within = number.compareTo(least) >= 0 && number.compareTo(most) <= 0;
            return within
                    ? Optional.empty()
                    : Optional.of(new Violation(Violation.Kind.NOT_ALLOWED, this, value.toString()));
        }

        boolean tooLow(String value) {
            return new BigDecimal(value).compareTo(least) < 0;
        }
    }

    /** A list. */
    record Listed(Shape each) implements Shape {
        @Override
        public Optional<Violation> check(JsonNode value) {
            if (!value.isArray()) {
                return new Typed(Type.LIST).check(value);
            }
            for (int index = 0; index < value.size(); index++) {
                Optional<Violation> wrong = each.check(value.get(index));
                if (wrong.isPresent()) {
                    return Optional.of(wrong.get().under(index));
                }
            }
            return Optional.empty();
        }
    }

    /** One of several shapes. */
    record Either(List<Shape> shapes) implements Shape {
        @Override
        public Optional<Violation> check(JsonNode value) {
            Optional<Violation> nearest = Optional.empty();
            for (Shape shape : shapes) {
                Optional<Violation> wrong = shape.check(value);
                if (wrong.isEmpty()) {
                    return wrong;
                }
                boolean typeFits = wrong.get().kind() != Violation.Kind.WRONG_TYPE
                        || !wrong.get().path().isEmpty();
                nearest = nearest.isEmpty() || typeFits ? wrong : nearest;
            }
            return nearest;
        }
    }

    /** Objects told apart by a word that must be known. */
    record Tagged(String field, SortedMap<String, Shape> byWord) implements Shape {
        @Override
        public Optional<Violation> check(JsonNode value) {
            if (!value.isObject()) {
                return new Typed(Type.OBJECT).check(value);
            }
            String tag = value.path(field).asString("");
            Shape shape = byWord.get(tag);
            return shape == null
                    ? Optional.of(new Violation(Violation.Kind.NOT_ALLOWED, this, tag))
                    : shape.check(value).map(wrong -> wrong.under(tag));
        }
    }

    /** Objects told apart by a word. */
    record Told(String field, Map<String, Shape> byWord, Shape otherwise) implements Shape {
        @Override
        public Optional<Violation> check(JsonNode value) {
            if (!value.isObject()) {
                return new Typed(Type.OBJECT).check(value);
            }
            return byWord.getOrDefault(value.path(field).asString(""), otherwise)
                    .check(value);
        }
    }
}
