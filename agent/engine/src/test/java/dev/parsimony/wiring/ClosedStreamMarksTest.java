// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parsimony.exchange.Chunk;
import dev.parsimony.exchange.Cost;
import dev.parsimony.exchange.Next;
import dev.parsimony.exchange.Tap;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Streams that an application lets go of early: Anthropic has counted the prompt before the first word. */
class ClosedStreamMarksTest {
    private static final String MARK = "\"cache_control\"";
    private static final int SYSTEM = 4_000;

    private final Desk desk = new Desk("");
    private final Set<String> kept = new HashSet<>();
    private int questions;

    @Test
    void keepTheirMarksAsLongAsTheseAreRead() {
        for (int call = 0; call < 40; call++) {
            stream("rules", true, Tap::closed);
        }

        assertThat(ask("rules").sent()).containsOnlyOnce(MARK);
        assertThat(desk.last().skipped()).isEmpty();
    }

    @Test
    void loseThemAsSoonAsWhatTheyWroteIsNeverRead() {
        for (int call = 0; call < 40; call++) {
            stream("rules", false, Tap::closed);
        }

        assertThat(ask("rules").sent()).doesNotContain(MARK);
    }

    @Test
    void areCountedOnceThoughReadingFailed() {
        for (int call = 0; call < 40; call++) {
            stream("rules", true, tap -> tap.failed(new IOException()));
        }

        assertThat(ask("rules").sent()).containsOnlyOnce(MARK);
    }

    @Test
    void haveNoPriceAllTheSame() {
        stream("rules", true, Tap::closed);

        assertThat(desk.last().cost()).isEqualTo(Cost.unknown("aborted"));
        assertThat(desk.last().answer().usage()).isNull();
    }

    private Desk.Sending ask(String system) {
        return desk.messages("{\"model\":\"claude-haiku-4-5\",\"max_tokens\":100,\"stream\":true,\"system\":\""
                + (system + " ").repeat(SYSTEM) + "\",\"messages\":[{\"role\":\"user\",\"content\":\"question "
                + questions++ + "\"}]}");
    }

    /** A provider that keeps what is marked, and reads it again or has forgotten it. */
    private void stream(String system, boolean reads, Consumer<Tap> end) {
        Desk.Sending call = ask(system);
        boolean marked = call.sent().contains(MARK);
        boolean held = marked && reads && !kept.add(system);
        Tap tap = ((Next.Deliver) call.arrival(200, "text/event-stream")).tap();
        tap.pass(Chunk.of(start(held ? SYSTEM : 0, marked && !held ? SYSTEM : 0).getBytes(StandardCharsets.UTF_8)));
        end.accept(tap);
        desk.later(Duration.ofSeconds(10));
    }

    private static String start(int read, int written) {
        return "event: message_start\ndata: {\"type\":\"message_start\",\"message\":{\"id\":\"m\",\"model\":"
                + "\"claude-haiku-4-5\",\"usage\":{\"input_tokens\":" + (SYSTEM + 10 - read - written)
                + ",\"cache_read_input_tokens\":" + read + ",\"cache_creation_input_tokens\":" + written
                + ",\"output_tokens\":1}}}\n\n";
    }
}
