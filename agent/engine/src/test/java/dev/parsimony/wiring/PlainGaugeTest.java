// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.parsimony.dialect.Dialects;
import dev.parsimony.exchange.Answer;
import dev.parsimony.exchange.Answer.Ending;
import dev.parsimony.exchange.Chunk;
import dev.parsimony.exchange.Reading;
import dev.parsimony.exchange.Usage;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import org.junit.jupiter.api.Test;

class PlainGaugeTest {
    private static final String CHAT = "{\"model\":\"gpt-4o\",\"choices\":[{\"finish_reason\":\"stop\","
            + "\"message\":{\"content\":\"%s\"}}],\"usage\":{\"prompt_tokens\":5,\"completion_tokens\":7}}";

    @Test
    void tellsOfVectorsThatOutgrowAnyAnswerWithoutHoldingThem() {
        byte[] body = vectors("[" + String.join(",", Collections.nCopies(1536, "-0.01234567")) + "]", 1024);
        PlainGauge gauge = gauge("openai.embeddings");

        long allocated = allocated(() -> read(gauge, body));

        assertThat(gauge.answer().usage()).isEqualTo(Usage.text(8, 0, 0, 0, 0, 0));
        assertThat(gauge.answer().ending()).isEqualTo(Ending.NATURAL);
        assertThat(allocated).isLessThan(body.length / 10);
    }

    @Test
    void tellsOfVectorsWrittenAsText() {
        byte[] body = vectors("\"" + "A".repeat(8192) + "\"", 1024);
        PlainGauge gauge = gauge("openai.embeddings");

        long allocated = allocated(() -> read(gauge, body));

        assertThat(gauge.answer().model()).isEqualTo("text-embedding-3-small");
        assertThat(gauge.answer().ending()).isEqualTo(Ending.NATURAL);
        assertThat(allocated).isLessThan(body.length / 10);
    }

    @Test
    void allocatesLessThanThreeTimesALongAnswer() {
        byte[] body = CHAT.formatted("a".repeat(3 << 20)).getBytes(StandardCharsets.UTF_8);
        PlainGauge gauge = gauge("openai.chat");

        long allocated = allocated(() -> read(gauge, body));

        assertThat(gauge.answer().ending()).isEqualTo(Ending.NATURAL);
        assertThat(allocated).isLessThan(3L * body.length);
    }

    @Test
    void tellsNothingOfAnAnswerLargerThanAny() {
        PlainGauge gauge = gauge("openai.chat");
        read(gauge, CHAT.formatted("a".repeat(9 << 20)).getBytes(StandardCharsets.UTF_8));

        assertThat(gauge.answer()).isEqualTo(Answer.none());
    }

    @Test
    void readsFromTheCopyThatIsMadeAnyhow() {
        byte[] body = CHAT.formatted("hello").getBytes(StandardCharsets.UTF_8);
        Copy copy = new Copy(1000);
        Gauge gauge = gauge("openai.chat").over(copy);
        copy.add(Chunk.of(body)); // and the gauge is shown nothing
        assertThat(gauge.end().length()).isZero();

        assertThat(gauge.answer().finishReasons()).containsExactly("stop");
        assertThat(copy.whole()).isSameAs(copy.whole());
    }

    @Test
    void gathersForItselfWhereNobodyMakesACopyAndWhereItReadsOnlyTheOutline() {
        PlainGauge chat = gauge("openai.chat");
        PlainGauge vectors = gauge("openai.embeddings");

        assertThat(chat.over(new Copy(0))).isSameAs(chat);
        assertThat(vectors.over(new Copy(1000))).isSameAs(vectors);
    }

    private static PlainGauge gauge(String dialect) {
        return new PlainGauge(Dialects.named(dialect).orElseThrow().reader(Reading.PLAIN));
    }

    private static byte[] vectors(String vector, int count) {
        String item = "{\"object\":\"embedding\",\"index\":0,\"embedding\":" + vector + "}";
        return ("{\"object\":\"list\",\"data\":[" + String.join(",", Collections.nCopies(count, item))
                        + "],\"model\":\"text-embedding-3-small\",\"usage\":{\"prompt_tokens\":8,\"total_tokens\":8}}")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static void read(Gauge gauge, byte[] body) {
        int passed = 0;
        for (int at = 0; at < body.length; at += 8192) {
            passed += gauge.pass(new Chunk(body, at, Math.min(8192, body.length - at)))
                    .length();
        }
        passed += gauge.end().length();
        if (passed != body.length) {
            throw new AssertionError(passed + " bytes passed of " + body.length);
        }
    }

    private static long allocated(Runnable work) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        work.run();
        return threads.getCurrentThreadAllocatedBytes() - before;
    }
}
