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
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Streams that are no server-sent events. */
class FramedStreamTest {
    private static final byte[] LINES =
            bytes("{\"a\":\"one\"}\n\n{\"a\":\"zw\u00f6lf\"}\r\n \t\nhide\n{\"done\":true}");
    private static final byte[] MESSAGES = Frames.joined(
            Frames.event("messageStart", "{\"role\":\"assistant\"}"),
            Frames.event("contentBlockDelta", "{\"delta\":{\"text\":\"zw\u00f6lf\"}}"),
            Frames.event("initial-response", ""),
            Frames.event("contentBlockDelta", "hide"),
            Frames.exception("throttlingException", "{\"message\":\"slow down\"}"));

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '^',
            value = {"{}~;|{}", "{}/~;|{}", "{};|{}", "~~ {} ~ ~;|{}", "a b~;|a b"})
    void readsALineAsAnEventWithoutAName(String stream, String event) {
        Notes notes = new Notes();
        run(Framing.JSON_LINES, notes, false, bytes(stream.replace('~', '\n').replace('/', '\r')));

        assertThat(notes.events).containsExactly(event);
    }

    @Test
    void readsLinesTheSameWhereverTheStreamIsCut() {
        for (int cut = 0; cut <= LINES.length; cut++) {
            Notes notes = new Notes();
            byte[] shown = run(Framing.JSON_LINES, notes, true, LINES, cut);

            assertThat(notes.events)
                    .containsExactly("|{\"a\":\"one\"}", "|{\"a\":\"zw\u00f6lf\"}", "|hide", "|{\"done\":true}");
            assertThat(text(shown)).isEqualTo(text(LINES).replace("hide\n", ""));
        }
    }

    @Test
    void readsMessagesTheSameInPiecesOfAnySize() {
        Random random = new Random(1);
        for (int round = 0; round < 500; round++) {
            int[] cuts = random.ints(random.nextInt(40), 0, MESSAGES.length + 1)
                    .sorted()
                    .toArray();
            Notes notes = new Notes();

            assertThat(run(Framing.AWS_MESSAGES, notes, false, MESSAGES, cuts)).isEqualTo(MESSAGES);
            assertThat(notes.events)
                    .containsExactly(
                            "messageStart|{\"role\":\"assistant\"}",
                            "contentBlockDelta|{\"delta\":{\"text\":\"zw\u00f6lf\"}}",
                            "initial-response|",
                            "contentBlockDelta|hide",
                            "error throttlingException");
        }
    }

    @Test
    void leavesOutExactlyTheBytesOfAHiddenMessage() {
        byte[] first = Frames.event("a", "1");
        byte[] last = Frames.event("c", "3");
        byte[] stream = Frames.joined(first, Frames.event("b", "hide"), last);
        for (int cut = 0; cut <= stream.length; cut++) {
            assertThat(run(Framing.AWS_MESSAGES, new Notes(), true, stream, cut))
                    .isEqualTo(Frames.joined(first, last));
        }
    }

    @Test
    void handsOnTheVeryChunksOfMessages() {
        EventStream events = new EventStream(Framing.AWS_MESSAGES, new Notes(), false, Samples.STRICT);
        for (int at = 0; at < MESSAGES.length; at++) {
            Chunk chunk = new Chunk(MESSAGES, at, 1);

            assertThat(events.pass(chunk)).isSameAs(chunk);
        }
        assertThat(events.end().length()).isZero();
        assertThat(events.events()).isEqualTo(5);
    }

    @Test
    void tellsAnErrorOfTheServiceByItsCode() {
        Notes notes = new Notes();
        run(Framing.AWS_MESSAGES, notes, false, Frames.error("InternalError"));

        assertThat(notes.events).containsExactly("error InternalError");
    }

    @Test
    void skipsHeadersThatAreNoTexts() {
        byte[] headers = Frames.joined(
                Frames.header("yes", 0, new byte[0]),
                Frames.header("no", 1, new byte[0]),
                Frames.header("byte", 2, new byte[1]),
                Frames.header("short", 3, new byte[2]),
                Frames.header("int", 4, new byte[4]),
                Frames.header("long", 5, new byte[8]),
                Frames.header("bytes", 6, Frames.sized("ab")),
                Frames.header("time", 8, new byte[8]),
                Frames.header("uuid", 9, new byte[16]),
                Frames.headers(Map.of(":event-type", "chunk")));
        Notes notes = new Notes();
        run(Framing.AWS_MESSAGES, notes, false, Frames.message(headers, "{}"));

        assertThat(notes.events).containsExactly("chunk|{}");
    }

    /** Whichever bit turned over on the way: what cannot be trusted is not read, and passes as it is. */
    @Test
    void handsOnWhatIsNoMessageWithoutReadingIt() {
        byte[] second = Frames.event("b", "2");
        for (int at = 0; at < second.length; at++) {
            byte[] broken = second.clone();
            broken[at] ^= 0x40;
            byte[] stream = Frames.joined(Frames.event("a", "1"), broken, Frames.event("c", "3"));
            Notes notes = new Notes();

            assertThat(run(Framing.AWS_MESSAGES, notes, true, stream, 20, 50)).isEqualTo(stream);
            assertThat(notes.events).containsExactly("a|1");
        }
    }

    @ParameterizedTest
    @CsvSource({"4, 3", "7, 1", "10, 0", "-1, 0"})
    void handsOnAMessageWhoseHeadersEndTooEarlyWithoutReadingIt(int type, int bytes) {
        byte[] stream = Frames.message(Frames.header("x", type, new byte[bytes]), "{}");
        Notes notes = new Notes();

        assertThat(run(Framing.AWS_MESSAGES, notes, true, stream)).isEqualTo(stream);
        assertThat(notes.events).isEmpty();
    }

    @Test
    void showsNoMessageThatIsNotWholeAndHandsItOn() {
        byte[] whole = Frames.event("a", "1");
        for (int length = 0; length < whole.length; length++) {
            byte[] part = Arrays.copyOf(whole, length);
            Notes notes = new Notes();

            assertThat(run(Framing.AWS_MESSAGES, notes, true, part)).isEqualTo(part);
            assertThat(notes.events).isEmpty();
        }
    }

    @Test
    void letsMessagesPassWhenTheReaderFails() {
        List<String> failures = new ArrayList<>();
        Guard guard = new Guard((step, cause) -> failures.add(step));
        AnswerReader failing = new Failing();
        EventStream events = new EventStream(Framing.AWS_MESSAGES, failing, true, guard);

        assertThat(run(events, MESSAGES, 3, 70)).isEqualTo(MESSAGES);
        assertThat(failures).hasSize(5).containsOnly("read_answer");
    }

    /** Fails on every event and error. */
    private static final class Failing implements AnswerReader {
        @Override
        public void whole(Json answer) {}

        @Override
        public boolean event(String name, EventData data) {
            throw new IllegalStateException("broken");
        }

        @Override
        public void error(String type) {
            throw new IllegalStateException("broken");
        }

        @Override
        public Answer answer() {
            return Answer.none();
        }
    }

    private static byte[] run(Framing framing, Notes notes, boolean hides, byte[] stream, int... cuts) {
        return run(new EventStream(framing, notes, hides, Samples.STRICT), stream, cuts);
    }

    private static byte[] run(EventStream events, byte[] stream, int... cuts) {
        ByteArrayOutputStream shown = new ByteArrayOutputStream();
        int from = 0;
        for (int cut : cuts) {
            int to = Math.min(cut, stream.length);
            write(events.pass(new Chunk(stream, from, to - from)), shown);
            from = to;
        }
        write(events.pass(new Chunk(stream, from, stream.length - from)), shown);
        write(events.end(), shown);
        return shown.toByteArray();
    }

    private static void write(Chunk chunk, ByteArrayOutputStream to) {
        to.write(chunk.bytes(), chunk.from(), chunk.length());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
