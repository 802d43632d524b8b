// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.doors;

import java.util.StringTokenizer;

/**
 * Methods of an HTTP client that its requests enter by: all of a name that take a request. Or methods of something else that
 * the agent is to know of once it is awake, without parameters: then the request is {@code this}, and is not read.
 *
 * @param owner the client's class, as {@code com/acme/Client}
 * @param method the methods' name
 * @param request the type of the parameter that is the request, as {@code com/acme/Request}
 * @param verb the request's method without parameters that returns the HTTP method; {@code any} where nothing but the path can
 *     be seen at the door, so that it opens for other methods than {@code POST} too
 * @param path its methods that lead to the path, such as {@code url.encodedPath}
 */
record Door(String owner, String method, String request, String verb, String path) {
    private static final int WORDS = 6;
    private static final int WORDS_OF_KEEPING = 4;
    private static final String THIS = "this";
    private static final String ANY = "any";

    /**
     * Reads a line such as {@code com/acme/Client door send com/acme/Request method url.path}, or {@code com/acme/Tracing door
     * getTracer this}.
     *
     * @throws IllegalArgumentException if it is none
     */
    static Door of(String line) {
        StringTokenizer words = new StringTokenizer(line);
        int count = words.countTokens();
        if (count != WORDS && count != WORDS_OF_KEEPING) {
            throw new IllegalArgumentException(line);
        }
        String owner = words.nextToken();
        words.nextToken();
        String method = words.nextToken();
        String request = words.nextToken();
        return count == WORDS
                ? new Door(owner, method, request, words.nextToken(), words.nextToken())
                : new Door(owner, method, request, "", "");
    }

    /** Whether what comes by it is kept in mind and not read. */
    boolean keeps() {
        return request.equals(THIS);
    }

    /** Whether the HTTP method can be asked for. */
    boolean hasVerb() {
        return !verb.equals(ANY);
    }

    /** The type of what comes by it, as in {@code Class.getName()}. */
    String type() {
        String type = keeps() ? owner : request;
        return type.replace('/', '.');
    }

    /**
     * Where the request stands among the local variables of a method when it is entered.
     *
     * @param name the method's name
     * @param descriptor its parameters and what it returns, as in a class file
     * @param isStatic whether it has no {@code this}
     * @return -1 if it is no method of this door
     */
    int slot(String name, String descriptor, boolean isStatic) {
        if (!name.equals(method)) {
            return -1;
        }
        if (keeps()) {
            return isStatic || !descriptor.startsWith("()") ? -1 : 0;
        }
        int slot = isStatic ? 0 : 1;
        int at = 1;
        while (descriptor.charAt(at) != ')') {
            int end = end(descriptor, at);
            if (isRequest(descriptor, at, end)) {
                return slot;
            }
            char kind = descriptor.charAt(at);
            slot += kind == 'J' || kind == 'D' ? 2 : 1;
            at = end;
        }
        return -1;
    }

    private boolean isRequest(String descriptor, int from, int end) {
        return end - from == request.length() + 2
                && descriptor.charAt(from) == 'L'
                && descriptor.startsWith(request, from + 1);
    }

    private static int end(String descriptor, int from) {
        int at = from;
        while (descriptor.charAt(at) == '[') {
            at++;
        }
        return descriptor.charAt(at) == 'L' ? descriptor.indexOf(';', at) + 1 : at + 1;
    }
}
