// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.weaving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parsimony.exchange.Chunk;
import dev.parsimony.exchange.Log;
import dev.parsimony.exchange.Tap;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class TappedStreamTest {
    private final Edges edges = new Edges(Log.silent());
    private final Witness tap = new Witness();

    @Test
    void handsOnEveryByteAndTellsTheEndOnce() throws IOException {
        try (InputStream stream = tapped("hello world")) {
            assertThat(new String(stream.readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo("hello world");
            assertThat(stream.read()).isEqualTo(-1);
        }

        assertThat(tap.seen).hasToString("hello world");
        assertThat(tap.endings).containsExactly("end");
    }

    @Test
    void readsIntoTheBufferOfTheApplicationWithoutACopy() throws IOException {
        byte[] buffer = new byte[16];

        int count = tapped("hello").read(buffer, 3, 10);

        assertThat(count).isEqualTo(5);
        assertThat(tap.last.bytes()).isSameAs(buffer);
        assertThat(new String(buffer, 3, 5, StandardCharsets.UTF_8)).isEqualTo("hello");
    }

    @Test
    void readsByteByByte() throws IOException {
        InputStream stream = tapped("é");

        assertThat(stream.read()).isEqualTo(0xC3);
        assertThat(stream.read()).isEqualTo(0xA9);
        assertThat(stream.read()).isEqualTo(-1);
        assertThat(tap.endings).containsExactly("end");
    }

    @Test
    void tellsThatItWasClosedBeforeItsEnd() throws IOException {
        InputStream stream = tapped("hello");
        stream.read(new byte[2]);

        stream.close();
        stream.close();

        assertThat(tap.endings).containsExactly("closed");
    }

    @Test
    void tellsThatReadingBrokeOffAndHandsOnTheCause() {
        UncheckedIOException broken = new UncheckedIOException(new IOException("reset"));
        InputStream source = new ByteArrayInputStream(new byte[1]) {
            @Override
            public synchronized int read(byte[] buffer, int from, int length) {
                throw broken;
            }
        };

        assertThatThrownBy(() -> new TappedStream(source, tap, edges).read()).isSameAs(broken);
        assertThat(tap.endings).containsExactly("failed");
    }

    @Test
    void tellsTheEndAlthoughClosingFails() {
        IOException broken = new IOException("cannot close");
        InputStream source = new ByteArrayInputStream(new byte[1]) {
            @Override
            public void close() throws IOException {
                throw broken;
            }
        };

        assertThatThrownBy(() -> new TappedStream(source, tap, edges).close()).isSameAs(broken);
        assertThat(tap.endings).containsExactly("closed");
    }

    @Test
    void tellsThatItWasClosedThoughClosingBreaksOffAnotherThreadsReading() throws IOException {
        InputStream source = new ByteArrayInputStream(new byte[1]) {
            @Override
            public void close() {
                assertThat(tap.endings).containsExactly("closed");
            }
        };

        new TappedStream(source, tap, edges).close();
    }

    @Test
    void tellsThatItWasLetGoOf() throws Exception {
        letGo();

        while (!tap.over.await(10, TimeUnit.MILLISECONDS)) {
            System.gc();
        }

        assertThat(tap.endings).containsExactly("abandoned");
    }

    private void letGo() throws IOException {
        assertThat(tapped("hello").read()).isEqualTo('h');
    }

    @Test
    void keepsFromTheApplicationWhatTheTapKeeps() throws IOException {
        InputStream stream = new TappedStream(
                source("a secret b"),
                new Witness() {
                    @Override
                    public Chunk pass(Chunk chunk) {
                        String text = new String(chunk.bytes(), chunk.from(), chunk.length(), StandardCharsets.UTF_8);
                        return chunk(text.replace("secret ", ""));
                    }
                },
                edges);

        assertThat(stream).hasContent("a b");
    }

    @Test
    void readsOnWhereTheTapHoldsEverythingBack() throws IOException {
        StringBuilder held = new StringBuilder();
        InputStream stream = new TappedStream(
                source("one two"),
                new Witness() {
                    @Override
                    public Chunk pass(Chunk chunk) {
                        held.append(new String(chunk.bytes(), chunk.from(), chunk.length(), StandardCharsets.UTF_8));
                        return Chunk.empty();
                    }

                    @Override
                    public Chunk end() {
                        return chunk(held + "!");
                    }
                },
                edges);

        assertThat(new String(stream.readNBytes(3), StandardCharsets.UTF_8)).isEqualTo("one");
        assertThat(stream.available()).isEqualTo(5);
        assertThat(new String(stream.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo(" two!");
        assertThat(stream.read()).isEqualTo(-1);
    }

    @Test
    void givesTheApplicationEveryByteAlthoughTheTapFails() throws IOException {
        InputStream stream = new TappedStream(source("hello world"), new Failing(), edges);

        assertThat(new String(stream.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("hello world");
        stream.close();
    }

    @Test
    void closesAlthoughTheTapFails() throws IOException {
        new TappedStream(source("hello"), new Failing(), edges).close();
    }

    @Test
    void throwsWhatTheTransportThrowsAlthoughTheTapFails() {
        UncheckedIOException broken = new UncheckedIOException(new IOException("reset"));
        InputStream source = new ByteArrayInputStream(new byte[1]) {
            @Override
            public synchronized int read(byte[] buffer, int from, int length) {
                throw broken;
            }
        };

        assertThatThrownBy(() -> new TappedStream(source, new Failing(), edges).read())
                .isSameAs(broken);
    }

    /** Fails whatever it is told. */
    private static final class Failing implements Tap {
        @Override
        public Chunk pass(Chunk chunk) {
            throw new IllegalStateException("of ours");
        }

        @Override
        public Chunk end() {
            throw new StackOverflowError("of ours");
        }

        @Override
        public void closed() {
            throw new IllegalStateException("of ours");
        }

        @Override
        public void failed(Throwable cause) {
            throw new IllegalStateException("of ours");
        }

        @Override
        public void abandoned() {
            throw new IllegalStateException("of ours");
        }
    }

    private InputStream tapped(String text) {
        return new TappedStream(source(text), tap, edges);
    }

    private static InputStream source(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Chunk chunk(String text) {
        return Chunk.of(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Notes what passes and how it ends. */
    private static class Witness implements Tap {
        final StringBuilder seen = new StringBuilder();
        final List<String> endings = new ArrayList<>();
        final CountDownLatch over = new CountDownLatch(1);
        Chunk last = Chunk.empty();

        @Override
        public Chunk pass(Chunk chunk) {
            last = chunk;
            seen.append(new String(chunk.bytes(), chunk.from(), chunk.length(), StandardCharsets.UTF_8));
            return chunk;
        }

        @Override
        public Chunk end() {
            endings.add("end");
            return Chunk.empty();
        }

        @Override
        public void closed() {
            endings.add("closed");
        }

        @Override
        public void failed(Throwable cause) {
            endings.add("failed");
        }

        @Override
        public void abandoned() {
            endings.add("abandoned");
            over.countDown();
        }
    }
}
