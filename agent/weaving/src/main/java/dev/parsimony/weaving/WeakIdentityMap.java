// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.weaving;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Notes about objects of the application, kept for as long as the object lives and never longer. Keys are told apart by
 * identity: an SDK's own {@code equals} is neither called nor trusted. Safe for use by several threads.
 *
 * @param <K> the application's objects
 * @param <V> the notes, which must not reach their key
 */
public final class WeakIdentityMap<K, V> {
    private final Map<Object, V> notes = new ConcurrentHashMap<>();
    private final ReferenceQueue<K> gone = new ReferenceQueue<>();

    /** A key that lives in the map. */
    private static final class Kept<K> extends WeakReference<K> {
        private final int hash;

        Kept(K key, ReferenceQueue<K> gone) {
            super(key, gone);
            this.hash = System.identityHashCode(key);
        }

        @Override
        public int hashCode() {
            return hash;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            if (this == other) {
                return true;
            }
            Object key = get();
            return key != null
                    && (other instanceof Kept<?> kept
                            ? kept.get() == key
                            : other instanceof Sought sought && sought.key == key);
        }
    }

    /** A key that is asked for. */
    private record Sought(Object key) {
        @Override
        public int hashCode() {
            return System.identityHashCode(key);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Kept<?> kept && kept.get() == key;
        }
    }

    /** Notes something about an object, in place of what was noted before. */
    public void put(K key, V note) {
        forgetTheGone();
        notes.put(new Kept<>(key, gone), note);
    }

    /** What is noted about an object; made and noted if there is nothing. */
    public V get(K key, Function<? super K, ? extends V> maker) {
        V known = notes.get(new Sought(key));
        if (known != null) {
            return known;
        }
        forgetTheGone();
        return notes.computeIfAbsent(new Kept<>(key, gone), any -> maker.apply(key));
    }

    /** What is noted about an object, or null if there is nothing. */
    public @Nullable V find(K key) {
        return notes.get(new Sought(key));
    }

    /** Takes back what is noted about an object, or null if there is nothing. */
    public @Nullable V remove(K key) {
        return notes.remove(new Sought(key));
    }

    /** How many objects have a note; those that are gone may still be counted. */
    int size() {
        forgetTheGone();
        return notes.size();
    }

    private void forgetTheGone() {
        for (Reference<? extends K> key = gone.poll(); key != null; key = gone.poll()) {
            notes.remove(key);
        }
    }
}
