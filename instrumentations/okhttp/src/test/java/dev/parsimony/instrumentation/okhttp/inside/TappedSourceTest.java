// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.instrumentation.okhttp.inside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parsimony.exchange.Chunk;
import dev.parsimony.exchange.Log;
import dev.parsimony.exchange.Tap;
import dev.parsimony.weaving.Edges;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import okio.Buffer;
import okio.BufferedSource;
import okio.ForwardingSource;
import okio.Okio;
import okio.Source;
import org.junit.jupiter.api.Test;

class TappedSourceTest {
    private final List<String> told = new CopyOnWriteArrayList<>();
    private final Edges edges = new Edges(Log.silent());
    private boolean holdsBack;

    private final Tap tap = new Tap() {
        @Override
        public Chunk pass(Chunk chunk) {
            told.add(text(chunk));
            return holdsBack ? Chunk.empty() : chunk;
        }

        @Override
        public Chunk end() {
            told.add("end");
            return holdsBack ? Chunk.of("held back".getBytes(StandardCharsets.UTF_8)) : Chunk.empty();
        }

        @Override
        public void closed() {
            told.add("closed");
        }

        @Override
        public void failed(Throwable cause) {
            told.add("failed " + cause.getMessage());
        }

        @Override
        public void abandoned() {
            told.add("abandoned");
        }
    };

    @Test
    void showsTheTapWhatPasses() throws IOException {
        assertThat(tapped("an answer").readUtf8()).isEqualTo("an answer");
        assertThat(told).containsExactly("an answer", "end");
    }

    @Test
    void passesABodyOfAnyLength() throws IOException {
        String longer = "0123456789".repeat(10_000);

        assertThat(tapped(longer).readUtf8()).isEqualTo(longer);
        assertThat(String.join("", told)).isEqualTo(longer + "end");
    }

    @Test
    void handsOnWhatTheTapHeldBackAtTheEnd() throws IOException {
        holdsBack = true;
        BufferedSource source = tapped("an answer");

        assertThat(source.readUtf8()).isEqualTo("held back");
        assertThat(source.exhausted()).isTrue();
    }

    @Test
    void givesNoMoreThanIsAskedFor() throws IOException {
        holdsBack = true;
        TappedSource source = new TappedSource(new Buffer().writeUtf8("an answer"), tap, edges);
        Buffer sink = new Buffer();

        assertThat(source.read(sink, 0)).isZero();
        assertThat(source.read(sink, 4)).isEqualTo(4);
        assertThat(sink.readUtf8()).isEqualTo("held");
    }

    @Test
    void tellsThatTheApplicationClosedOnceAndClosesTheTransports() throws IOException {
        Closing transports = new Closing();
        TappedSource source = new TappedSource(transports, tap, edges);
        source.close();
        source.close();

        assertThat(told).containsExactly("closed");
        assertThat(transports.closed).isTrue();
    }

    @Test
    void tellsThatReadingBrokeOff() {
        Source broken = new ForwardingSource(new Buffer()) {
            @Override
            public long read(Buffer sink, long count) throws IOException {
                throw new IOException("reset");
            }
        };

        assertThatThrownBy(() -> new TappedSource(broken, tap, edges).read(new Buffer(), 10))
                .hasMessage("reset");
        assertThat(told).containsExactly("failed reset");
    }

    @Test
    void tellsThatTheBodyWasLetGoOf() {
        letGo();
        while (told.isEmpty()) {
            System.gc();
        }

        assertThat(told).containsExactly("abandoned");
    }

    private void letGo() {
        tapped("an answer");
    }

    private BufferedSource tapped(String body) {
        return Okio.buffer(new TappedSource(new Buffer().writeUtf8(body), tap, edges));
    }

    private static String text(Chunk chunk) {
        return new String(chunk.bytes(), chunk.from(), chunk.length(), StandardCharsets.UTF_8);
    }

    private static final class Closing extends ForwardingSource {
        private boolean closed;

        Closing() {
            super(new Buffer());
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
