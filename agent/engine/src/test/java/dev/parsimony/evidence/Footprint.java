// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.evidence;

import com.github.benmanes.caffeine.cache.Cache;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How much memory an object of ours reaches, in bytes: by its fields, as HotSpot lays them out with compressed references.
 * Collections are counted by what they hold and the worst that they take for it: a node of 32 bytes and eleven for its place
 * in a table that has just grown; half as much again as a queue holds; 160 bytes for a node of Caffeine's with its table.
 */
final class Footprint {
    private static final int HEADER = 12;
    private static final int REFERENCE = 4;
    private static final int NODE = 32 + 11;
    private static final int CACHED = 160;

    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Deque<Object> open = new ArrayDeque<>();
    private long bytes;

    static long of(Object root) {
        return new Footprint().walk(root).bytes;
    }

    static boolean reaches(Object root, Object other) {
        return new Footprint().walk(root).seen.contains(other);
    }

    private Footprint walk(Object root) {
        reach(root);
        while (!open.isEmpty()) {
            count(open.remove());
        }
        return this;
    }

    private void reach(@Nullable Object value) {
        if (value != null && !(value instanceof Enum) && !value.getClass().isHidden() && seen.add(value)) {
            open.add(value);
        }
    }

    private void count(Object value) {
        if (value instanceof Cache<?, ?> cache) {
            cache.cleanUp();
            count(cache.asMap(), CACHED);
        } else if (value instanceof Map<?, ?> map) {
            count(map, NODE);
        } else if (value instanceof Collection<?> many) {
            bytes += 48 + aligned(16 + REFERENCE * (17 + many.size() * 3L / 2));
            many.forEach(this::reach);
        } else if (value instanceof Object[] array) {
            bytes += aligned(16 + (long) REFERENCE * array.length);
            for (Object element : array) {
                reach(element);
            }
        } else if (value instanceof long[] array) {
            bytes += 16 + 8L * array.length;
        } else if (value.getClass().getName().startsWith("dev.parsimony.")) {
            fields(value);
        } else {
            assertPlain(value);
            bytes += 16;
        }
    }

    private static void assertPlain(Object value) {
        if (value.getClass() != Object.class) {
            throw new IllegalStateException("not counted: " + value.getClass());
        }
    }

    private void count(Map<?, ?> map, int node) {
        bytes += 64 + (long) node * map.size();
        map.forEach((key, value) -> {
            reach(key);
            reach(value);
        });
    }

    private void fields(Object value) {
        long own = HEADER;
        for (Class<?> type = value.getClass(); type != Object.class; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers())) {
                    own += size(field.getType());
                    read(field, value);
                }
            }
        }
        bytes += aligned(own);
    }

    private void read(Field field, Object value) {
        boolean given = field.getType() == Sizes.class; // what is handed in is not kept by us
        if (!field.getType().isPrimitive() && !given) {
            field.setAccessible(true);
            try {
                reach(field.get(value));
            } catch (IllegalAccessException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static long size(Class<?> type) {
        if (type == long.class || type == double.class) {
            return Long.BYTES;
        }
        if (type == int.class || type == float.class || !type.isPrimitive()) {
            return Integer.BYTES;
        }
        return type == boolean.class || type == byte.class ? 1 : 2;
    }

    private static long aligned(long size) {
        return (size + 7) / 8 * 8;
    }
}
