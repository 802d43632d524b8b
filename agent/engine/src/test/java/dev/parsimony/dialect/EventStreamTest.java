// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parsimony.exchange.Answer;
import dev.parsimony.exchange.AnswerReader;
import dev.parsimony.exchange.Chunk;
import dev.parsimony.exchange.EventData;
import dev.parsimony.exchange.Framing;
import dev.parsimony.exchange.Guard;
import dev.parsimony.exchange.Json;
import dev.parsimony.exchange.Reading;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventStreamTest {
    /** Fails on every event. */
    private static final class Broken implements AnswerReader {
        @Override
        public void whole(Json answer) {}

        @Override
        public boolean event(String name, EventData data) {
            throw new IllegalStateException("broken");
        }

        @Override
        public Answer answer() {
            return Answer.none();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '^',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "data: a~~;|a",
                "data:a~~;|a",
                "data:  a~~;| a",
                "data~~;|",
                "event: e~data: a~~;e|a",
                "data: a~event: e~id: 7~retry: 9~~;e|a",
                "data: a~data: b~data~~;|a/b/",
                ": ping~data: a~~;|a",
                "~~data: a~~;|a",
                "DATA: b~data: a~~;|a",
                "datax: b~data: a~x~~;|a",
                "data: a:b~~;|a:b",
                "event: x~event: y~data: a~~;y|a"
            })
    void readsFieldsAsTheStandardSays(String stream, String event) {
        for (String end : List.of("\n", "\r\n", "\r")) {
            Notes notes = new Notes();
            run(notes, false, stream.replace("~", end).getBytes(StandardCharsets.UTF_8));

            assertThat(notes.events).containsExactly(event.replace('/', '\n'));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "~", "~~~", ": only a comment~~", "event: e~~", "id: 4~~", "retry: 3~~"})
    void showsNoEventWithoutData(String stream) {
        Notes notes = new Notes();
        run(notes, false, stream.replace('~', '\n').getBytes(StandardCharsets.UTF_8));

        assertThat(notes.events).isEmpty();
    }

    @Test
    void skipsAByteOrderMarkBeforeTheFirstEventAlone() {
        Notes notes = new Notes();
        run(notes, false, "\ufeffdata: a\n\n\ufeffdata: b\n\ndata: c\n\n".getBytes(StandardCharsets.UTF_8));

        assertThat(notes.events).containsExactly("|a", "|c");
    }

    @Test
    void handsOnTheVeryChunksWhenNothingIsHidden() {
        byte[] bytes = "data: a\n\ndata: hide\n\ndata: b".getBytes(StandardCharsets.UTF_8);
        EventStream events = new EventStream(Framing.SERVER_SENT_EVENTS, new Notes(), false, Samples.STRICT);
        for (int at = 0; at < bytes.length; at++) {
            Chunk chunk = new Chunk(bytes, at, 1);

            assertThat(events.pass(chunk)).isSameAs(chunk);
        }
        assertThat(events.end().length()).isZero();
        assertThat(events.events()).isEqualTo(3);
    }

    @Test
    void handsOnTheVeryChunkOfWholeEventsEvenWhenSomeMayBeHidden() {
        EventStream events = new EventStream(Framing.SERVER_SENT_EVENTS, new Notes(), true, Samples.STRICT);
        Chunk chunk = Chunk.of("data: a\n\ndata: b\n\n".getBytes(StandardCharsets.UTF_8));

        assertThat(events.pass(chunk)).isSameAs(chunk);
        assertThat(events.pass(Chunk.empty()).length()).isZero();
    }

    @Test
    void holdsBackOnlyAnEventThatIsNotWhole() {
        EventStream events = new EventStream(Framing.SERVER_SENT_EVENTS, new Notes(), true, Samples.STRICT);

        assertThat(text(events.pass(chunk("data: a\n\ndata: b")))).isEqualTo("data: a\n\n");
        assertThat(text(events.pass(chunk("c\n")))).isEmpty();
        assertThat(text(events.pass(chunk("\n: x")))).isEqualTo("data: bc\n\n");
        assertThat(text(events.end())).isEqualTo(": x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void leavesOutExactlyTheBytesOfAHiddenEvent(String end) {
        String seen = "data: a~~: note~~data: b~~".replace("~", end);
        String stream =
                "data: a~~data: hide 1~~: note~~event: x~data: hide~data: 2~~data: b~~data: hide 3~~".replace("~", end);

        assertThat(run(new Notes(), true, stream.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(seen);
    }

    @Test
    void showsAndHidesALastEventThatNoEmptyLineEnds() {
        Notes notes = new Notes();

        assertThat(run(notes, true, "data: a\n\ndata: hide".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("data: a\n\n");
        assertThat(notes.events).containsExactly("|a", "|hide");
        assertThat(run(new Notes(), true, "data: a\n\ndata: b\r".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("data: a\n\ndata: b\r");
    }

    @ParameterizedTest
    @ValueSource(strings = {"chat-stream.sse", "responses-stream.sse", "messages-stream.sse"})
    void readsTheSameWhereverTheStreamIsCut(String sample) {
        for (String end : List.of("\n", "\r\n", "\r")) {
            byte[] stream = new String(Samples.body(sample), StandardCharsets.UTF_8)
                    .replace("\n", end)
                    .getBytes(StandardCharsets.UTF_8);
            Answer whole = Samples.read(reader(sample), stream).answer();
            for (int cut = 0; cut <= stream.length; cut++) {
                AnswerReader reader = reader(sample);
                String shown = run(reader, true, stream, cut);

                assertThat(reader.answer()).isEqualTo(whole);
                assertThat(shown).isEqualTo(without(stream, sample));
            }
        }
    }

    @Test
    void readsTheSameInPiecesOfAnySize() {
        byte[] stream = Samples.body("chat-stream.sse");
        Answer whole = Samples.read(reader("chat-stream.sse"), stream).answer();
        Random random = new Random(1);
        for (int round = 0; round < 500; round++) {
            int[] cuts = random.ints(random.nextInt(40), 0, stream.length + 1)
                    .sorted()
                    .toArray();
            AnswerReader reader = reader("chat-stream.sse");

            assertThat(run(reader, true, stream, cuts)).isEqualTo(without(stream, "chat-stream.sse"));
            assertThat(reader.answer()).isEqualTo(whole);
        }
    }

    @Test
    void keepsNothingOfAnArrayThatTheTransportUsesAgain() {
        byte[] buffer = new byte[64];
        Notes notes = new Notes();
        EventStream events = new EventStream(Framing.SERVER_SENT_EVENTS, notes, true, Samples.STRICT);
        StringBuilder shown = new StringBuilder();
        for (String piece : List.of("data: on", "e\n\ndata", ": two\n", "\n")) {
            byte[] bytes = piece.getBytes(StandardCharsets.UTF_8);
            System.arraycopy(bytes, 0, buffer, 5, bytes.length);
            shown.append(text(events.pass(new Chunk(buffer, 5, bytes.length))));
            Arrays.fill(buffer, (byte) '#');
        }

        assertThat(shown).hasToString("data: one\n\ndata: two\n\n");
        assertThat(notes.events).containsExactly("|one", "|two");
    }

    @Test
    void letsBytesPassWhenTheReaderFails() {
        List<String> failures = new ArrayList<>();
        Guard guard = new Guard((step, cause) -> failures.add(step + " " + cause.getMessage()));
        AnswerReader failing = new Broken();

        assertThat(run(
                        new EventStream(Framing.SERVER_SENT_EVENTS, failing, true, guard),
                        "data: a\n\ndata: b\n\n".getBytes(StandardCharsets.UTF_8),
                        3,
                        10))
                .isEqualTo("data: a\n\ndata: b\n\n");
        assertThat(failures).containsExactly("read_answer broken", "read_answer broken");
    }

    @Test
    void keepsTheUsageThatWasAskedForByUsEvenWhenTheReaderFails() {
        String content = "data: {\"choices\":[{\"delta\":{}}],\"usage\":null}\n\n";
        String usage = "data: {\"choices\":[],\"usage\":{\"total_tokens\":1}}\n\n";
        byte[] stream = (content + usage).getBytes(StandardCharsets.UTF_8);
        Guard guard = new Guard((step, cause) -> {});

        assertThat(run(new EventStream(Framing.SERVER_SENT_EVENTS, new Broken(), true, guard), stream, 3, 10))
                .isEqualTo(content);
        assertThat(run(new EventStream(Framing.SERVER_SENT_EVENTS, new Broken(), false, guard), stream, 3, 10))
                .isEqualTo(content + usage);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 10})
    void givesUpReadingAnEventWithoutEndButHandsItOn(int pieces) {
        Notes notes = new Notes();
        EventStream events = new EventStream(Framing.SERVER_SENT_EVENTS, notes, true, Samples.STRICT);
        byte[] piece = new byte[(10 << 20) / pieces];
        Arrays.fill(piece, (byte) 'x');
        String begin = "event: e\ndata: long\ndata: ";
        long shown = pieces == 1 ? 0 : events.pass(chunk(begin)).length();
        System.arraycopy(begin.getBytes(StandardCharsets.UTF_8), 0, piece, 0, pieces == 1 ? begin.length() : 0);
        for (int i = 0; i < pieces; i++) {
            shown += events.pass(Chunk.of(piece)).length();
        }
        shown += events.pass(chunk("\n\ndata: a\n\n")).length();
        shown += events.end().length();

        assertThat(shown).isEqualTo((10L << 20) + 11 + (pieces == 1 ? 0 : begin.length()));
        assertThat(notes.events).isEmpty();
    }

    /** To copy what is held for each piece would be to move some four terabytes. */
    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void readsALongEventInSmallPiecesWithoutMovingItForEach() {
        byte[] event = ("data: " + "a".repeat((8 << 20) - 16) + "\n\n").getBytes(StandardCharsets.US_ASCII);
        EventStream events = new EventStream(Framing.SERVER_SENT_EVENTS, new Notes(), false, Samples.STRICT);
        int shown = 0;
        for (int at = 0; at < event.length; at += 8) {
            shown += events.pass(new Chunk(event, at, Math.min(8, event.length - at)))
                    .length();
        }

        assertThat(shown).isEqualTo(event.length);
        assertThat(events.events()).isEqualTo(1);
    }

    private static AnswerReader reader(String sample) {
        return switch (sample) {
            case "chat-stream.sse" -> new ChatReader(new Reading(true, Set.of()));
            case "responses-stream.sse" -> new ResponsesReader(Reading.PLAIN);
            default -> new MessagesReader();
        };
    }

    private static String without(byte[] stream, String sample) {
        String text = new String(stream, StandardCharsets.UTF_8);
        return sample.equals("chat-stream.sse")
                ? text.substring(0, text.lastIndexOf("data: {")) + text.substring(text.indexOf("data: [DONE]"))
                : text;
    }

    private static String run(AnswerReader reader, boolean hides, byte[] stream, int... cuts) {
        return run(new EventStream(Framing.SERVER_SENT_EVENTS, reader, hides, Samples.STRICT), stream, cuts);
    }

    private static String run(EventStream events, byte[] stream, int... cuts) {
        ByteArrayOutputStream shown = new ByteArrayOutputStream();
        int from = 0;
        for (int cut : cuts) {
            write(events.pass(new Chunk(stream, from, cut - from)), shown);
            from = cut;
        }
        write(events.pass(new Chunk(stream, from, stream.length - from)), shown);
        write(events.end(), shown);
        return shown.toString(StandardCharsets.UTF_8);
    }

    private static void write(Chunk chunk, ByteArrayOutputStream to) {
        to.write(chunk.bytes(), chunk.from(), chunk.length());
    }

    private static Chunk chunk(String text) {
        return Chunk.of(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(Chunk chunk) {
        return new String(chunk.bytes(), chunk.from(), chunk.length(), StandardCharsets.UTF_8);
    }
}
