// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parsimony.exchange.Address;
import dev.parsimony.exchange.Block;
import dev.parsimony.exchange.Pepper;
import dev.parsimony.exchange.PlainLens;
import dev.parsimony.exchange.Plan.Marking;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class MarkerTest {
    private static final Address HOST = new Address("https", "api.example", -1);
    private static final String LONG_TEXT = "rule. ".repeat(100);

    /** A model of 100 tokens at least, a token of four bytes. */
    private static final Sizes SIZES = new Sizes() {
        @Override
        public OptionalLong minimum(String model) {
            return model.equals("m") ? OptionalLong.of(100) : OptionalLong.empty();
        }

        @Override
        public long atLeast(String model, long bytes) {
            return bytes / 4;
        }
    };

    private final AtomicLong now = new AtomicLong();
    private final Pepper pepper = Pepper.of(new Random(1));
    private final Sightings sightings = new Sightings(1 << 20, now::get);
    private final Marker marker = new Marker(pepper, SIZES, sightings);

    @Test
    void setsNoMarkOnAPrefixThatWasNeverSent() {
        Marks marks = mark(request("", system(LONG_TEXT)));

        assertThat(marks.edits().isEmpty()).isTrue();
        assertThat(marks.skipped()).containsExactly("not_seen_before");
    }

    @Test
    void marksAPrefixThatWasSentBefore() {
        String request = request("", system(LONG_TEXT));
        send(request);

        assertThat(marked(request)).containsExactly("system 0");
        assertThat(mark(request).skipped()).isEmpty();
    }

    @Test
    void recordsNothingThatWasNotSent() {
        String request = request("", system(LONG_TEXT));
        mark(request);

        assertThat(marked(request)).isEmpty();
    }

    @Test
    void marksBehindTheToolsAndBehindTheSystemText() {
        String request = request(tools(LONG_TEXT, "t2"), system(LONG_TEXT, "s2"));
        send(request);

        assertThat(marked(request)).containsExactly("tools 1", "system 1");
    }

    @Test
    void doesNotCountWhatFollowsThePrefix() {
        send(request("", system(LONG_TEXT)).replace("hello", "hi"));

        assertThat(marked(request("", system(LONG_TEXT)))).containsExactly("system 0");
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
    void forgetsAPrefixWhenTheCacheDoes() {
        String request = request("", system(LONG_TEXT));
        send(request);

        now.addAndGet(Duration.ofMinutes(5).toNanos() - 1);
        assertThat(marked(request)).hasSize(1);
        now.addAndGet(1);
        assertThat(mark(request).skipped()).containsExactly("not_seen_before");
    }

    @Test
    void knowsAPrefixByAccountHostAndModel() {
        String request = request("", system(LONG_TEXT));
        send(request);

        assertThat(marker.mark(PlainLens.of(request), place("other key", HOST), Marking.AUTO, true)
                        .skipped())
                .containsExactly("not_seen_before");
        Address other = new Address("https", "eu.example", -1);
        assertThat(marker.mark(PlainLens.of(request), place("key", other), Marking.AUTO, true)
                        .skipped())
                .containsExactly("not_seen_before");
    }

    @Test
    void saysThatAPrefixIsTooShortForTheModel() {
        String request = request("", system("x".repeat(399)));
        send(request);

        assertThat(mark(request).skipped()).containsExactly("too_short");
        assertThat(mark(request, Marking.LONG).skipped()).containsExactly("too_short");
    }

    @Test
    void leavesOutAMarkOnAPartThatIsTooShort() {
        String request = request(tools("t"), system(LONG_TEXT));
        send(request);

        assertThat(marked(request)).containsExactly("system 0");
    }

    @Test
    void saysThatItDoesNotKnowTheModelOrTheHost() {
        String request = request("", system(LONG_TEXT));

        assertThat(marker.mark(PlainLens.of(request), new Place(pepper.digest("key"), HOST, "n"), Marking.AUTO, true)
                        .skipped())
                .containsExactly("model_unknown");
        assertThat(marker.mark(PlainLens.of(request), place("key", HOST), Marking.LONG, false)
                        .skipped())
                .containsExactly("host_unknown");
    }

    @Test
    void doesNothingAndSaysNothingWhereMarksAreOffOrNothingCanBeMarked() {
        String strings = "{\"model\":\"m\",\"system\":\"" + LONG_TEXT + "\",\"messages\":[]}";

        assertThat(mark(request("", system(LONG_TEXT)), Marking.OFF))
                .usingRecursiveComparison()
                .isEqualTo(Marks.none());
        assertThat(mark(strings)).usingRecursiveComparison().isEqualTo(Marks.none());
    }

    @Test
    void marksWithoutEvidenceWhereARuleAsks() {
        assertThat(body(request("", system(LONG_TEXT)), Marking.SHORT)).contains("\"mark\":\"short\"");
        assertThat(body(request("", system(LONG_TEXT)), Marking.LONG)).contains("\"mark\":\"long\"");
    }

    @Test
    void prefersWhatWasSeenEvenWhereARuleAsks() {
        send(request("", system(LONG_TEXT, "12:00")));

        assertThat(marked(request("", system(LONG_TEXT, "12:01")), Marking.SHORT))
                .containsExactly("system 0");
    }

    @Test
    void leavesTheApplicationsOwnMarksAlone() {
        String request = request("", "[{\"text\":\"" + LONG_TEXT + "\",\"mark\":\"own\"}]");
        send(request);
        Marks marks = mark(request, Marking.LONG);

        assertThat(marks.edits().isEmpty()).isTrue();
        assertThat(marks.skipped()).isEmpty();
    }

    @Test
    void aMarkOfTheApplicationDoesNotMakeAnotherPrefix() {
        send(request("", system(LONG_TEXT)));

        String marked = request("", "[{\"text\":\"" + LONG_TEXT + "\",\"mark\":\"own\"},{\"text\":\"b\"}]");
        assertThat(mark(marked).skipped()).isEmpty();
        assertThat(marked(marked)).containsExactly("system 0");
    }

    @Test
    void fillsOnlyTheSlotsThatTheApplicationLeft() {
        String three = request(tools(LONG_TEXT), system(LONG_TEXT))
                .replace(
                        "{\"text\":\"hello\"}",
                        "{\"text\":\"a\",\"mark\":1},{\"text\":\"b\",\"mark\":1},{\"text\":\"c\",\"mark\":1}");
        String four = three.replace("{\"text\":\"c\"", "{\"text\":\"d\",\"mark\":1},{\"text\":\"c\"");
        send(three);

        assertThat(marked(three))
                .filteredOn(block -> !block.startsWith("messages"))
                .containsExactly("system 0");
        assertThat(mark(four).edits().isEmpty()).isTrue();
        assertThat(mark(four).skipped()).containsExactly("four_marks");
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
        sightings.record(mark(request).prefixes());
    }

    private Marks mark(String request) {
        return mark(request, Marking.AUTO);
    }

    private Marks mark(String request, Marking marking) {
        return marker.mark(PlainLens.of(request), place("key", HOST), marking, true);
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

    private static String request(String tools, String system) {
        return "{\"model\":\"m\"," + tools + "\"system\":" + system
                + ",\"messages\":[{\"role\":\"user\",\"content\":[{\"text\":\"hello\"}]}]}";
    }

    private static String tools(String... texts) {
        return "\"tools\":" + system(texts) + ",";
    }

    private static String system(String... texts) {
        return "[{\"text\":\"" + String.join("\"},{\"text\":\"", texts) + "\"}]";
    }
}
