// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parsimony.exchange.Address;
import dev.parsimony.exchange.Block;
import dev.parsimony.exchange.Pepper;
import dev.parsimony.exchange.PlainLens;
import dev.parsimony.exchange.Plan.Marking;
import dev.parsimony.exchange.QuickHash;
import dev.parsimony.exchange.Usage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A provider that forgets what it keeps, as one does whose caches a setting voids that we know nothing of. */
class LossBoundTest {
    private static final CacheRules RULES = new CacheRules(
            100,
            0.1,
            List.of(new CacheRules.Life(Duration.ofMinutes(5), 1.25), new CacheRules.Life(Duration.ofHours(1), 2)),
            4,
            false);

    private static final Sizes SIZES = new Sizes() {
        @Override
        public Optional<CacheRules> rules(Place place) {
            return Optional.of(RULES);
        }

        @Override
        public long tokens(String model, long bytes) {
            return bytes / 4;
        }
    };

    private final AtomicLong now = new AtomicLong();
    private final Place place = Place.of(Pepper.of(new Random(1)), "key", new Address("https", "api.example", -1), "m");
    private final Marker marker = new Marker(QuickHash.Key.of(new Random(1)), SIZES, new Sightings(1 << 20), now::get);

    /** What a provider keeps for who sends one version of the requests. */
    private static final class Provider {
        private final double bytesAToken;
        private final Set<String> kept = new HashSet<>();
        private double paid;

        Provider(double bytesAToken) {
            this.bytesAToken = bytesAToken;
        }

        Usage take(byte[] body) {
            StringBuilder prefix = new StringBuilder();
            long read = 0;
            long kept = 0;
            boolean longLived = false;
            Set<String> written = new HashSet<>();
            for (Block block : PlainLens.of(body).blocks()) {
                prefix.append(block.text().text()).append('|');
                if (block.marked() && tokens(prefix) >= RULES.minimum()) {
                    kept = tokens(prefix);
                    read = this.kept.contains(prefix.toString()) ? kept : read;
                    longLived |= block.node().get("mark").is("long");
                    written.add(prefix.toString());
                }
            }
            this.kept.addAll(written);
            long fresh = kept - read;
            Usage usage = Usage.text(tokens(prefix) - kept, read, longLived ? 0 : fresh, longLived ? fresh : 0, 0, 0);
            double brief = longLived ? 0.0 : (double) fresh;
            paid += usage.totalInput() - RULES.balance((double) read, brief, (double) fresh - brief);
            return usage;
        }

        private long tokens(StringBuilder prefix) {
            return (long) (prefix.length() / bytesAToken);
        }
    }

    @ParameterizedTest
    @CsvSource({
        // system, document, own marks on, forgets, aborted, fails first, bytes a token
        "600, 9000, 's', 1.0, 0, 0, 4",
        "600, 9000, 's', 1.0, 0, 0, 4.6",
        "600, 9000, 's', 1.0, 0, 0, 3.5",
        "200, 9000, 's', 1.0, 0, 0, 4",
        "9000, 600, 's', 0.5, 0, 0, 4",
        "600, 9000, 'sd', 1.0, 0, 0, 4",
        "600, 9000, '', 1.0, 0, 0, 4",
        "600, 9000, '', 1.0, 1.0, 0, 4",
        "600, 9000, 's', 1.0, 1.0, 0, 4",
        "600, 9000, 's', 0.9, 0.5, 0, 4.6",
        "600, 9000, '', 1.0, 0, 1.0, 4",
        "600, 9000, 's', 1.0, 0.3, 0.5, 4",
    })
    void holdsWhateverTheProviderForgetsAndHoweverLittleItTells(
            int system, int document, String own, double forgets, double aborted, double failing, double bytesAToken) {
        Random random = new Random(4);
        Provider marked = new Provider(bytesAToken);
        Provider asSent = new Provider(bytesAToken);
        double input = 0;
        double largest = 0;
        for (int call = 0; call < 400; call++) {
            byte[] request = request(system, document, own, call);
            if (random.nextDouble() < forgets) {
                marked.kept.clear();
                asSent.kept.clear();
            }
            double size = asSent.take(request).totalInput();
            send(request, marked, random.nextDouble() < aborted, random.nextDouble() < failing);
            input += size;
            largest = Math.max(largest, size);

            // the account's bound, where one call follows another
            assertThat(marked.paid - asSent.paid).as("call " + call).isLessThanOrEqualTo(3 * largest + 0.005 * input);
        }
    }

    private void send(byte[] request, Provider provider, boolean aborted, boolean failsFirst) {
        Marks marks = marker.mark(PlainLens.of(request), place, "A.b", Marking.AUTO, true);
        if (failsFirst) {
            marks.course().lost();
            marks.course().again();
        }
        Usage usage = provider.take(marks.edits().apply(request));
        marks.course().begun();
        marks.course().ended(aborted ? null : usage);
        now.addAndGet(Duration.ofSeconds(5).toNanos());
    }

    /** Another question each time, behind the same document. */
    private static byte[] request(int system, int document, String own, int call) {
        return ("{\"model\":\"m\",\"system\":[" + block("rule ", system, own.contains("s"))
                        + "],\"messages\":[{\"role\":\"user\",\"content\":["
                        + block("page ", document, own.contains("d"))
                        + ",{\"text\":\"question " + call + "\"}]}]}")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String block(String text, int length, boolean marked) {
        return "{\"text\":\"" + text.repeat(length / text.length()) + (marked ? "\",\"mark\":\"short\"}" : "\"}");
    }
}
