// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.weaving;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class WeakIdentityMapTest {
    private final WeakIdentityMap<Object, String> map = new WeakIdentityMap<>();

    /** Equal to every other, as far as it says itself. */
    private static final class Same {
        @Override
        public boolean equals(Object other) {
            throw new AssertionError("asked");
        }

        @Override
        public int hashCode() {
            throw new AssertionError("asked");
        }
    }

    @Test
    void tellsObjectsApartWithoutAskingThem() {
        Same one = new Same();
        Same other = new Same();
        map.put(one, "one");
        map.put(other, "other");

        assertThat(map.remove(other)).isEqualTo("other");
        assertThat(map.remove(one)).isEqualTo("one");
        assertThat(map.remove(one)).isNull();
    }

    @Test
    void replacesAnEarlierNote() {
        Same key = new Same();
        map.put(key, "early");
        map.put(key, "late");

        assertThat(map.size()).isEqualTo(1);
        assertThat(map.remove(key)).isEqualTo("late");
    }

    @Test
    void makesANoteOnce() {
        AtomicInteger made = new AtomicInteger();
        Same key = new Same();

        String first = map.get(key, any -> "note " + made.incrementAndGet());

        assertThat(map.get(key, any -> "note " + made.incrementAndGet())).isEqualTo(first);
        assertThat(made).hasValue(1);
    }

    @Test
    void forgetsWhatIsGone() {
        map.put(new Same(), "unreachable");

        while (map.size() > 0) {
            System.gc();
        }

        assertThat(map.size()).isZero();
    }
}
