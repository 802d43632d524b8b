// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.doors;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.StringTokenizer;
import org.jspecify.annotations.Nullable;

/**
 * Reads requests of one class, by methods of its client's public API.
 *
 * @param verb returns the HTTP method; null where it cannot be seen
 * @param path lead to the path, one after another
 */
record Reading(@Nullable Method verb, List<Method> path) {
    /**
     * How requests of a class are read.
     *
     * @param type the class
     * @param doors the doors they may come by
     * @return null where nothing is known of the class
     * @throws ReflectiveOperationException if its API is not as we know it
     */
    static @Nullable Reading of(Class<?> type, List<Door> doors) throws ReflectiveOperationException {
        for (Door door : doors) {
            Class<?> known = door.keeps() ? null : named(type, door.type());
            if (known != null) {
                Method verb = door.hasVerb() ? known.getMethod(door.verb()) : null;
                return new Reading(verb, path(known, door.path()));
            }
        }
        return null;
    }

    /** Whether objects of a class are kept in mind, by whichever of the doors. */
    static boolean isKept(Class<?> type, List<Door> doors) {
        for (Door door : doors) {
            if (door.keeps() && named(type, door.type()) != null) {
                return true;
            }
        }
        return false;
    }

    private static List<Method> path(Class<?> from, String names) throws ReflectiveOperationException {
        List<Method> path = new ArrayList<>();
        Class<?> at = from;
        StringTokenizer words = new StringTokenizer(names, ".");
        while (words.hasMoreTokens()) {
            Method next = at.getMethod(words.nextToken());
            path.add(next);
            at = next.getReturnType();
        }
        return path;
    }

    /** The type of that name that a class is; its own may be hidden from us. */
    private static @Nullable Class<?> named(@Nullable Class<?> type, String name) {
        for (Class<?> at = type; at != null; at = at.getSuperclass()) {
            if (at.getName().equals(name)) {
                return at;
            }
            for (Class<?> face : at.getInterfaces()) {
                Class<?> found = named(face, name);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    /** Whether the request's HTTP method is {@code POST}, or may be. */
    boolean mayPost(Object request) throws InvocationTargetException, IllegalAccessException {
        return verb == null || "POST".equals(verb.invoke(request));
    }

    /** The request's path, with or without its query; null if it has none. */
    @Nullable
    Object path(Object request) throws InvocationTargetException, IllegalAccessException {
        Object at = request;
        for (Method next : path) {
            at = at == null ? null : next.invoke(at);
        }
        return at;
    }
}
