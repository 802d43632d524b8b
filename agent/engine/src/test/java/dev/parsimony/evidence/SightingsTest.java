// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parsimony.exchange.Digest;
import org.junit.jupiter.api.Test;

class SightingsTest {
    @Test
    void remembersWhatWasSeen() {
        Sightings sightings = new Sightings(1 << 20);
        Sighting seen = sightings.of(new Digest(1, 2));

        assertThat(sightings.of(new Digest(1, 2))).isSameAs(seen);
        assertThat(sightings.of(new Digest(2, 1))).isNotSameAs(seen);
    }

    @Test
    void isBoundedInBytes() {
        Sightings sightings = new Sightings(100 * Sighting.BYTES);
        for (int i = 0; i < 10_000; i++) {
            sightings.of(new Digest(i, i));
        }

        assertThat(sightings.size()).isLessThanOrEqualTo(110);
    }

    @Test
    void keepsWhatIsAskedForAgain() {
        Sightings sightings = new Sightings(100 * Sighting.BYTES);
        Sighting kept = sightings.of(new Digest(-1, -1));
        for (int i = 0; i < 10_000; i++) {
            sightings.of(new Digest(i, i));
            assertThat(sightings.of(new Digest(-1, -1))).isSameAs(kept);
        }
    }
}
