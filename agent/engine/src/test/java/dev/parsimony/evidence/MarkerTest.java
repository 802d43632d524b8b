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
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class MarkerTest {
    private static final Address HOST = new Address("https", "api.example", -1);
    private static final String LONG_TEXT = "rule. ".repeat(100);

    private static final CacheRules RULES = new CacheRules(
            100,
            0.1,
            List.of(new CacheRules.Life(Duration.ofMinutes(5), 1.25), new CacheRules.Life(Duration.ofHours(1), 2)),
            4,
            false);

    /** A model of 100 tokens at least, a token of four bytes. */
    private static final Sizes SIZES = new Sizes() {
        @Override
        public Optional<CacheRules> rules(Place place) {
            return place.model().equals("m") ? Optional.of(RULES) : Optional.empty();
        }

        @Override
        public long tokens(String model, long bytes) {
            return bytes / 4;
        }
    };

    private final AtomicLong now = new AtomicLong();
    private final Pepper pepper = Pepper.of(new Random(1));
    private final Sightings sightings = new Sightings(1 << 20);
    private final Marker marker = new Marker(QuickHash.Key.of(new Random(1)), SIZES, sightings, now::get);
    private int questions;

    @Test
    void setsNoMarkOnAPrefixThatWasNeverSent() {
        Marks marks = mark(request("", system(LONG_TEXT)));

        assertThat(marks.edits().isEmpty()).isTrue();
        assertThat(marks.skipped()).containsExactly("not_seen_before");
    }

    @Test
    void marksAPrefixThatWasSentBefore() {
        send(request("", system(LONG_TEXT)));
        String request = request("", system(LONG_TEXT));

        assertThat(marked(request)).containsExactly("system 0");
    }

    @Test
    void marksTheToolsAloneWhereTheSystemTextIsNew() {
        send(request(tools(LONG_TEXT), system("12:00" + LONG_TEXT)));

        assertThat(marked(request(tools(LONG_TEXT), system("12:01" + LONG_TEXT))))
                .containsExactly("tools 0");
    }

    @Test
    void marksTheLongestPartOfTheSystemTextThatWasTheSame() {
        send(request("", system(LONG_TEXT, "s2", "12:00")));

        assertThat(marked(request("", system(LONG_TEXT, "s2", "12:01")))).containsExactly("system 1");
    }

    @Test
    void asksWhetherTheWholePrefixWasTheSame() {
        send(request(tools("a"), system(LONG_TEXT)));

        assertThat(marked(request(tools("b"), system(LONG_TEXT)))).isEmpty();
    }

    @Test
    void marksWhereALongerPrefixIsAsLikelyTheLongerOneAlone() {
        send(request(tools(LONG_TEXT, "t2"), system(LONG_TEXT, "s2")));

        assertThat(marked(request(tools(LONG_TEXT, "t2"), system(LONG_TEXT, "s2"))))
                .containsExactly("system 1");
    }

    @Test
    void readsWhatIsHeldAndWritesItNoMore() {
        send(request("", system(LONG_TEXT)));
        send(request("", system(LONG_TEXT)));

        assertThat(marked(request("", system(LONG_TEXT)))).containsExactly("system 0");
    }

    @Test
    void marksTheEndOfAConversationThatGrows() {
        String user = "{\"role\":\"user\",\"content\":[{\"text\":\"" + LONG_TEXT + "\"}]}";
        String talk = "{\"model\":\"m\",\"system\":" + system(LONG_TEXT) + ",\"messages\":[" + user;
        for (int turn = 0; turn < 3; turn++) {
            send(talk + "]}");
            talk += "," + user.replace("rule", "turn " + turn);
        }

        assertThat(marked(talk + "]}")).endsWith("messages 2", "messages 3");
    }

    @Test
    void writesForAnHourWhatComesAgainAfterTenMinutes() {
        for (int call = 0; call < 4; call++) {
            send(request("", system(LONG_TEXT)));
            now.addAndGet(Duration.ofMinutes(10).toNanos());
        }
        now.addAndGet(Duration.ofMinutes(50).toNanos());

        assertThat(body(request("", system(LONG_TEXT)), Marking.AUTO)).contains("\"mark\":\"long\"");
    }

    @Test
    void writesNothingThatComesAgainOnlyWhenNobodyHoldsItAnyMore() {
        for (int call = 0; call < 6; call++) {
            send(request("", system(LONG_TEXT)));
            now.addAndGet(Duration.ofMinutes(90).toNanos());
        }

        assertThat(marked(request("", system(LONG_TEXT)))).isEmpty();
    }

    @Test
    void letsOneOfABurstWrite() {
        send(request("", system(LONG_TEXT)));

        assertThat(marked(request("", system(LONG_TEXT)))).containsExactly("system 0");
        assertThat(marked(request("", system(LONG_TEXT)))).isEmpty();
    }

    @Test
    void doesNotCountABurstAsSeenAgain() {
        mark(request("", system(LONG_TEXT)));

        assertThat(mark(request("", system(LONG_TEXT))).skipped()).containsExactly("not_seen_before");
    }

    @Test
    void takesTheProvidersWordThatItHoldsNothing() {
        send(request("", system(LONG_TEXT)));
        send(request("", system(LONG_TEXT)));
        Marks marks = mark(request("", system(LONG_TEXT)));
        marks.course().begun();
        marks.course().ended(Usage.text(1000, 0, 0, 0, 1, 0));
        now.addAndGet(1);

        assertThat(marked(request("", system(LONG_TEXT)))).containsExactly("system 0"); // to write it anew
    }

    @Test
    void saysThatAPromptIsTooShortForTheModel() {
        String request = request("", system("x".repeat(300)));

        assertThat(mark(request).skipped()).containsExactly("too_short");
        assertThat(mark(request, Marking.LONG).skipped()).containsExactly("too_short");
    }

    @Test
    void doesNothingAndSaysNothingWhereMarksAreOffOrNothingCanBeMarked() {
        String strings = "{\"model\":\"m\",\"system\":\"" + LONG_TEXT + "\",\"messages\":[]}";

        assertThat(mark(request("", system(LONG_TEXT)), Marking.OFF).skipped()).isEmpty();
        assertThat(mark(strings).skipped()).isEmpty();
        assertThat(sightings.size()).isZero();
    }

    @Test
    void leavesTheApplicationsOwnMarksAlone() {
        send(request("", system(LONG_TEXT)));

        assertThat(body(request("", "[{\"text\":\"" + LONG_TEXT + "\",\"mark\":\"own\"}]"), Marking.AUTO))
                .containsOnlyOnce("\"mark\"");
    }

    @Test
    void aMarkOfTheApplicationDoesNotMakeAnotherPrefix() {
        send(request("", "[{\"text\":\"" + LONG_TEXT + "\",\"mark\":\"own\"},{\"text\":\"b\"}]"));

        assertThat(marked(request("", system(LONG_TEXT, "c")))).containsExactly("system 0");
    }

    @Test
    void knowsAPrefixByAccountHostAndModel() {
        send(request("", system(LONG_TEXT)));
        String request = request("", system(LONG_TEXT));

        assertThat(marker.mark(PlainLens.of(request), place("other key", HOST), "A.b", Marking.AUTO, true)
                        .skipped())
                .containsExactly("not_seen_before");
        Address other = new Address("https", "eu.example", -1);
        assertThat(marker.mark(PlainLens.of(request), place("key", other), "A.b", Marking.AUTO, true)
                        .skipped())
                .containsExactly("not_seen_before");
    }

    @Test
    void leavesOutAMarkOnAPartThatIsTooShort() {
        send(request(tools("t"), system(LONG_TEXT)));

        assertThat(marked(request(tools("t"), system(LONG_TEXT)))).containsExactly("system 0");
    }

    @Test
    void saysThatItDoesNotKnowTheModelOrTheHost() {
        String request = request("", system(LONG_TEXT));

        assertThat(marker.mark(
                                PlainLens.of(request),
                                new Place(pepper.digest("key"), HOST, "n", ""),
                                "A.b",
                                Marking.AUTO,
                                true)
                        .skipped())
                .containsExactly("model_unknown");
        assertThat(marker.mark(PlainLens.of(request), place("key", HOST), "A.b", Marking.LONG, false)
                        .skipped())
                .containsExactly("host_unknown");
    }

    @Test
    void marksWithoutEvidenceWhereARuleAsks() {
        assertThat(body(request("", system(LONG_TEXT)), Marking.SHORT)).contains("\"mark\":\"short\"");
        assertThat(body(request("", system(LONG_TEXT)), Marking.LONG)).contains("\"mark\":\"long\"");
    }

    @Test
    void neverExceedsFourMarksWhateverTheApplicationDoes() {
        Random random = new Random(5);
        for (int i = 0; i < 500; i++) {
            String request = request(
                    sometimesMarked(tools(LONG_TEXT, "t"), random), sometimesMarked(system(LONG_TEXT, "s"), random));
            if (PlainLens.of(request).marksBesideTheAnswer().size() <= 4) {
                send(request);
                assertThat(marked(request)).hasSizeLessThanOrEqualTo(4);
            }
        }
    }

    private static String sometimesMarked(String blocks, Random random) {
        String parts = blocks;
        for (int i = 0; i < 2; i++) {
            parts = random.nextBoolean() ? parts.replaceFirst("\"}", "\",\"mark\":1}") : parts;
        }
        return parts.replace("},{", random.nextBoolean() ? "},{\"text\":\"more\",\"mark\":1},{" : "},{");
    }

    @Test
    void leavesABodyThatReadsAsJson() {
        String request = request(tools(LONG_TEXT), system(LONG_TEXT, "s2"));
        send(request);

        assertThat(PlainLens.of(body(request, Marking.AUTO)).blocks()).hasSize(4);
    }

    private void send(String request) {
        Marks marks = mark(request);
        marks.course().begun();
        marks.course().ended(Usage.text(0, 1000, 0, 0, 1, 0)); // all that was held was read
        now.addAndGet(Duration.ofSeconds(10).toNanos());
    }

    private Marks mark(String request) {
        return mark(request, Marking.AUTO);
    }

    private Marks mark(String request, Marking marking) {
        return marker.mark(PlainLens.of(request), place("key", HOST), "A.b", marking, true);
    }

    private List<String> marked(String request) {
        return marked(request, Marking.AUTO);
    }

    private List<String> marked(String request, Marking marking) {
        List<Block> blocks = PlainLens.of(body(request, marking)).blocks();
        return blocks.stream()
                .filter(Block::marked)
                .map(block -> block.level().name().toLowerCase(Locale.ROOT) + " "
                        + blocks.stream()
                                .filter(other -> other.level() == block.level())
                                .toList()
                                .indexOf(block))
                .toList();
    }

    private String body(String request, Marking marking) {
        byte[] bytes = request.getBytes(StandardCharsets.UTF_8);
        return new String(mark(request, marking).edits().apply(bytes), StandardCharsets.UTF_8);
    }

    private Place place(String credential, Address address) {
        return Place.of(pepper, credential, address, "m");
    }

    /** Another question each time. */
    private String request(String tools, String system) {
        return "{\"model\":\"m\"," + tools + "\"system\":" + system
                + ",\"messages\":[{\"role\":\"user\",\"content\":[{\"text\":\"hello " + questions++ + "\"}]}]}";
    }

    private static String tools(String... texts) {
        return "\"tools\":" + system(texts) + ",";
    }

    private static String system(String... texts) {
        return "[{\"text\":\"" + String.join("\"},{\"text\":\"", texts) + "\"}]";
    }
}
