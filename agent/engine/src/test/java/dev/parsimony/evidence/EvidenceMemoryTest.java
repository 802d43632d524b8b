// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parsimony.evidence.CacheRules.Life;
import dev.parsimony.exchange.Address;
import dev.parsimony.exchange.Digest;
import dev.parsimony.exchange.PlainLens;
import dev.parsimony.exchange.Plan.Marking;
import dev.parsimony.exchange.QuickHash;
import dev.parsimony.exchange.Usage;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is kept of prompts, filled to the brim. */
class EvidenceMemoryTest {
    private static final long BYTES = 16L << 20;
    private static final int SITES = 512;
    private static final int TENANTS = 9_000;

    private static final Sizes SIZES = new Sizes() {
        private final CacheRules rules = new CacheRules(
                10, 0.1, List.of(new Life(Duration.ofMinutes(5), 1.25), new Life(Duration.ofHours(1), 2)), 4, false);

        @Override
        public Optional<CacheRules> rules(Place place) {
            return Optional.of(rules);
        }

        @Override
        public long tokens(String model, long bytes) {
            return bytes / 4;
        }
    };

    private final Sightings sightings = new Sightings(BYTES - Marker.BYTES);
    private long now;
    private final Marker marker = new Marker(QuickHash.Key.of(new Random(1)), SIZES, sightings, () -> now);
    private int prompts;

    @Test
    void staysWithinItsBoundWithManyTenantsAndAsManyBusyCallSitesAsAreKnown() {
        for (int tenant = 0; tenant < TENANTS; tenant++) {
            call(tenant, "com.acme.Chat.answer", 1); // each leaves an account
        }
        for (int round = 0; round < 70; round++) {
            for (int site = 0; site < SITES; site++) {
                call(site % 7, "com.acme.Desk" + site + ".answer", 12);
            }
            now += Duration.ofSeconds(round == 35 ? 290 : 1).toNanos(); // half of the questions come of age
        }
        while (sightings.size() < 31_000) { // both generations all but full
            call(0, "com.acme.Desk0.answer", 12);
        }

        assertThat(Footprint.of(marker)).isBetween(BYTES / 2, BYTES);
    }

    @Test
    void staysWithinItsBoundWhereMorePrefixesComeAgainAndAgainThanItHolds() {
        Sightings few = new Sightings(1 << 20);
        for (int working = 1_000; working < 20_000; working += 1_000) {
            for (int prefix = 0; prefix < working; prefix++) {
                few.of(new Digest(prefix, prefix));
            }
        }

        assertThat(Footprint.of(few)).isLessThan(1 << 20);
    }

    @Test
    void holdsNothingOfACallThatIsOver() {
        Course course = call(1, "com.acme.Chat.answer", 12);

        assertThat(Footprint.reaches(marker, course)).isFalse();
    }

    private Course call(int tenant, String site, int blocks) {
        Place place = new Place(new Digest(tenant, 1), new Address("https", "api.example", -1), "m", "");
        StringBuilder system = new StringBuilder();
        for (int block = 0; block < blocks; block++) {
            system.append(block == 0 ? "" : ",")
                    .append("{\"text\":\"rule ")
                    .append(prompts++)
                    .append("\"}");
        }
        PlainLens lens = PlainLens.of("{\"model\":\"m\",\"system\":[" + system
                + "],\"messages\":[{\"role\":\"user\",\"content\":[{\"text\":\"" + "question ".repeat(10) + "\"}]}]}");
        Course course = marker.mark(lens, place, site, Marking.AUTO, true).course();
        course.begun();
        course.ended(Usage.text(100, 0, 0, 0, 1, 0));
        return course;
    }
}
