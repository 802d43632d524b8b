// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.weaving;

import static net.bytebuddy.matcher.ElementMatchers.named;

import java.util.List;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.matcher.ElementMatcher;

/**
 * A class or a method of an SDK that we rely on. Return types are no part of it: where they differ between versions, what is
 * returned is looked at when it is there.
 *
 * @param owner the class, as in {@code Class.getName()}
 * @param method the method; empty where only the class is meant
 * @param parameters the erased types of its parameters, as in {@code Class.getName()}
 * @param open whether further parameters may follow
 */
public record Symbol(String owner, String method, List<String> parameters, boolean open) {
    /** A class. */
    public static Symbol type(String owner) {
        return new Symbol(owner, "", List.of(), false);
    }

    /** A method with exactly these parameters. */
    public static Symbol method(String owner, String method, String... parameters) {
        return new Symbol(owner, method, List.of(parameters), false);
    }

    /** A method whose first parameters are these. */
    public static Symbol methodFrom(String owner, String method, String... parameters) {
        return new Symbol(owner, method, List.of(parameters), true);
    }

    /** Recognises the method among those of its class. */
    ElementMatcher.Junction<MethodDescription> matcher() {
        return named(method)
                .and(candidate -> takes(candidate.getParameters().asTypeList().asErasures().stream()
                        .map(type -> type.getName())
                        .toList()));
    }

    /**
     * Whether a method of this name is meant.
     *
     * @param types the erased types of its parameters
     */
    boolean takes(List<String> types) {
        return types.size() >= parameters.size()
                && (open || types.size() == parameters.size())
                && types.subList(0, parameters.size()).equals(parameters);
    }

    /** As a reader of a log knows it: {@code HttpRequest.body()}. */
    @Override
    public String toString() {
        String simple = simple(owner);
        return method.isEmpty() ? simple : simple + "." + method + "(" + simpleParameters() + ")";
    }

    private String simpleParameters() {
        String listed =
                String.join(", ", parameters.stream().map(Symbol::simple).toList());
        return open ? listed + ", .." : listed;
    }

    private static String simple(String type) {
        return type.substring(type.lastIndexOf('.') + 1).replace('$', '.');
    }
}
