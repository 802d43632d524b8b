// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parsimony.exchange.Next;
import java.lang.management.ManagementFactory;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A prompt of 1 MB in 20,000 blocks takes a pass over it and no step that grows with its square: eight times the blocks take
 * nowhere near sixty-four times the time, which is the thread's own and the least of several.
 */
class LargePromptTest {
    private static final int BLOCKS = 2_500;
    private static final int TIMES = 8;
    private static final int RUNS = 6;

    private final Desk desk =
            new Desk("rules: [{name: all, then: {stable_prefix: on}}]\nprompt_cache: {stagger: 100ms}\n");
    private int calls;

    @ParameterizedTest
    @ValueSource(strings = {"system", "content", "messages", "tools"})
    void costsOnePass(String where) {
        long few = least(where, BLOCKS);
        long many = least(where, BLOCKS * TIMES);

        assertThat((double) many / few).isLessThan(TIMES * TIMES / 2.0);
        assertThat(desk.failures).isEmpty();
    }

    private long least(String where, int blocks) {
        return IntStream.range(0, RUNS)
                .mapToLong(run -> time(where, blocks, run))
                .skip(1)
                .min()
                .orElseThrow();
    }

    private long time(String where, int blocks, int run) {
        String body = body(where, blocks, run);
        long from = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        Desk.Sending call = desk.messages(body);
        assertThat(call.next).isInstanceOf(Next.Send.class);
        call.answered("{\"id\":\"m\",\"model\":\"claude-haiku-4-5\",\"stop_reason\":\"end_turn\",\"usage\":{"
                + "\"input_tokens\":300000,\"output_tokens\":5}}");
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - from;
    }

    /** The last block is another one each time, so that there is something to learn. */
    private String body(String where, int blocks, int run) {
        String texts = many(
                where.equals("system") || where.equals("content") ? blocks : 1,
                run,
                "{\"type\":\"text\",\"text\":\"%s\"}");
        String plain = "{\"type\":\"text\",\"text\":\"question " + calls++ + "\"}";
        String turns =
                where.equals("messages") ? many(blocks, run, "{\"role\":\"user\",\"content\":\"%s\"}") + "," : "";
        return "{\"model\":\"claude-haiku-4-5\",\"max_tokens\":100,\"tools\":["
                + (where.equals("tools")
                        ? many(blocks, run, "{\"name\":\"%s\",\"input_schema\":{\"type\":\"object\"}}")
                        : "")
                + "],\"system\":[" + (where.equals("system") ? texts : plain) + "],\"messages\":[" + turns
                + "{\"role\":\"user\",\"content\":[" + (where.equals("content") ? texts : plain) + "]}]}";
    }

    private static String many(int blocks, int run, String form) {
        return IntStream.range(0, blocks)
                .mapToObj(block -> form.formatted(
                        "part_" + (block == blocks / 2 ? run : 0) + "_" + block + "_of_all_that_is_known"))
                .collect(Collectors.joining(","));
    }
}
