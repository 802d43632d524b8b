// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parsimony.exchange.Address;
import dev.parsimony.exchange.Block;
import dev.parsimony.exchange.Node;
import dev.parsimony.exchange.Pepper;
import dev.parsimony.exchange.PlainLens;
import dev.parsimony.exchange.Plan.Marking;
import dev.parsimony.exchange.QuickHash;
import dev.parsimony.exchange.Usage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * One call site and its provider on a driven clock; beside them the provider as it would be without us. Prompts are a system
 * text, a document and a question that is never the same; the first letter of a text says how many bytes a token has of it.
 */
final class Arena {
    private static final int BYTES = 8_000;
    private static final double ESTIMATE = 4;
    private static final Map<Character, Double> BYTES_A_TOKEN =
            Map.of('a', 4.0, 'd', 3.0, 'b', 3.5, 'e', 6.0, 'f', 4.0);

    private final CacheRules rules;
    private final Provider marking;
    private final Provider leftAlone;
    private final Marker marker;
    private final Place place = Place.of(Pepper.of(new Random(1)), "key", new Address("https", "api.example", -1), "m");
    private final Deque<Billed> lately = new ArrayDeque<>();
    private long now;
    private int questions;
    private int marked;
    private double input;
    private double largest;
    private double underWay;
    private double mostUnderWay;
    private double ofALife;
    private double mostOfALife;

    private record Billed(long at, double tokens) {}

    Arena(CacheRules rules) {
        this.rules = rules;
        this.marking = new Provider();
        this.leftAlone = new Provider();
        Sizes sizes = new Sizes() {
            @Override
            public Optional<CacheRules> rules(Place place) {
                return Optional.of(rules);
            }

            @Override
            public long tokens(String model, long bytes) {
                return (long) (bytes / ESTIMATE);
            }
        };
        this.marker = new Marker(QuickHash.Key.of(new Random(1)), sizes, new Sightings(4 << 20), () -> now);
    }

    void later(Duration time) {
        now += time.toNanos();
    }

    /** The provider keeps nothing any more of what it kept. */
    void forget() {
        marking.kept.clear();
        leftAlone.kept.clear();
    }

    /** How many requests went out with marks of ours, or with word not to keep anything. */
    int marked() {
        return marked;
    }

    /** A call from its beginning to its end. */
    void whole(String text) {
        Sent sent = send(text);
        sent.begin();
        sent.end();
    }

    Sent send(String text) {
        return new Sent(request(text));
    }

    private byte[] request(String text) {
        String system = text.charAt(0) + "system ";
        return ("{\"model\":\"m\",\"system\":[{\"text\":\""
                        + (system + text).repeat(BYTES / (system.length() + text.length()))
                        + "\"}],\"messages\":[{\"role\":\"user\",\"content\":[{\"text\":\""
                        + (text + " page ").repeat(BYTES / (text.length() + 6))
                        + "\"},{\"text\":\"f question " + questions++ + "\"}]}]}")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Holds what we have lost against the bound of the account. */
    void check() {
        double bound = 2 * largest + 0.005 * input + mostUnderWay;
        if (rules.unasked()) {
            bound += (rules.brief().write() - rules.read()) * mostOfALife;
        }
        assertThat(marking.paid - leftAlone.paid).isLessThanOrEqualTo(bound);
    }

    private void billed(double tokens) {
        input += tokens;
        largest = Math.max(largest, tokens);
        lately.add(new Billed(now, tokens));
        ofALife += tokens;
        while (now - lately.element().at() > rules.longest().length().toNanos()) {
            ofALife -= lately.remove().tokens();
        }
        mostOfALife = Math.max(mostOfALife, ofALife);
    }

    /** A call under way, which begins and ends when the opponent says so. */
    final class Sent {
        private final byte[] written;
        private final Marks marks;
        private final double size;
        private byte[] body;
        private boolean begun;
        private Usage usage = Usage.NONE;

        private Sent(byte[] written) {
            this.written = written;
            this.marks = marker.mark(PlainLens.of(written), place, "A.b", Marking.AUTO, true);
            this.body = marks.edits().apply(written);
            this.size = marking.take(written, false).totalInput();
            marked += isMarked() ? 1 : 0;
            goes();
        }

        private void goes() {
            underWay += size;
            mostUnderWay = Math.max(mostUnderWay, underWay);
        }

        boolean isMarked() {
            return !marks.edits().isEmpty();
        }

        boolean hasBegun() {
            return begun;
        }

        void begin() {
            begun = true;
            usage = marking.take(body, true);
            leftAlone.take(written, true);
            billed(size);
            marks.course().begun();
        }

        void end() {
            underWay -= size;
            marks.course().ended(usage);
        }

        void endUntold() {
            underWay -= size;
            marks.course().ended(null);
        }

        void breakOff() {
            underWay -= size;
            marks.course().lost();
        }

        void again() {
            begun = false;
            body = marks.course().again() ? body : written;
            goes();
        }
    }

    /** What one who sells by these rules keeps, and asks for it. */
    private final class Provider {
        private final Map<String, Long> kept = new HashMap<>();
        private double paid;

        /** Reads, writes and bills a request; or only counts it. */
        Usage take(byte[] body, boolean bills) {
            PlainLens lens = PlainLens.of(body);
            Count count =
                    new Count(kept, rules.unasked() && !body(lens).get("only").exists());
            List<Block> blocks = lens.blocks();
            for (int i = 0; i < blocks.size(); i++) {
                count.add(blocks.get(i), i == blocks.size() - 1);
            }
            if (bills) {
                kept.putAll(count.lives);
                paid += count.all - rules.balance(count.read, count.written(), count.writtenLong());
            }
            return count.usage();
        }

        private static Node body(PlainLens lens) {
            return lens.json().root();
        }
    }

    /** What becomes of one request, in tokens. */
    private final class Count {
        private final Map<String, Long> kept;
        private final boolean keepsAll;
        private final Map<String, Long> lives = new HashMap<>();
        private final StringBuilder prefix = new StringBuilder();
        private double all;
        private double read;
        private double keeps;
        private double keepsLong;

        Count(Map<String, Long> kept, boolean keepsAll) {
            this.kept = kept;
            this.keepsAll = keepsAll;
        }

        void add(Block block, boolean last) {
            String text = block.text().text();
            prefix.append(text).append('|');
            all += text.length() / BYTES_A_TOKEN.getOrDefault(text.charAt(0), ESTIMATE);
            boolean isHeld = kept.getOrDefault(prefix.toString(), Long.MIN_VALUE) > now;
            if (isHeld && (block.marked() || keepsAll)) {
                read = all;
            }
            if ((block.marked() || (keepsAll && last)) && all >= rules.minimum()) {
                keep(block.node().get("mark").is("long"));
            }
        }

        private void keep(boolean isLong) {
            keeps = all;
            keepsLong = isLong ? all : keepsLong;
            CacheRules.Life life = isLong ? rules.longest() : rules.brief();
            lives.put(prefix.toString(), now + life.length().toNanos());
        }

        double written() {
            return Math.max(0, keeps - Math.max(read, keepsLong));
        }

        double writtenLong() {
            return Math.max(0, keepsLong - read);
        }

        Usage usage() {
            double fresh = all - read - written() - writtenLong();
            return Usage.text(
                    Math.round(fresh), Math.round(read), Math.round(written()), Math.round(writtenLong()), 1, 0);
        }
    }
}
