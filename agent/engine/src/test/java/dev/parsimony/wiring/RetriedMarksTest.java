// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parsimony.exchange.Next;
import dev.parsimony.exchange.Scope;
import dev.parsimony.exchange.Tap;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Calls with marks that a framework makes again above the seam, as LangChain4j's and Spring's retries do. */
class RetriedMarksTest {
    private static final String MARK = "\"cache_control\"";
    private static final int SYSTEM = 5_000;

    private final Desk desk = new Desk("");

    @BeforeEach
    void showThatTheSystemTextComesAgain() {
        desk.messages(ask("first")).answered(answer(0, 0));
        desk.later(Duration.ofSeconds(10));
    }

    @Test
    void goOutWithTheMarksThatTheyHadAndAreReadFromThenOn() {
        try (Scope retries = desk.retries()) {
            String marked = failed("second");

            Desk.Sending again = desk.messages(ask("second"));

            assertThat(again.sent()).isEqualTo(marked).containsOnlyOnce(MARK);
            again.answered(answer(0, SYSTEM));
        }
        desk.later(Duration.ofSeconds(10));

        assertThat(desk.messages(ask("third")).sent()).containsOnlyOnce(MARK);
    }

    @Test
    void areNotHeldByTheProviderWhereNobodyMadeThemAgain() {
        try (Scope retries = desk.retries()) {
            failed("second");
        }
        desk.later(Duration.ofSeconds(10));
        Desk.Sending writing = desk.messages(ask("third"));
        assertThat(writing.sent()).containsOnlyOnce(MARK);

        // the third call writes: who sends the same meanwhile must not pay for it once more
        assertThat(desk.messages(ask("fourth")).sent()).doesNotContain(MARK);
    }

    @Test
    void areUnderWayAnewForOthers() {
        try (Scope retries = desk.retries()) {
            failed("second");
            desk.later(Duration.ofSeconds(50));
            desk.messages(ask("second"));
            desk.later(Duration.ofSeconds(50)); // of a minute, after which a call is given up

            assertThat(desk.messages(ask("third")).sent()).doesNotContain(MARK);
        }
    }

    @Test
    void costNothingWhileTheyFailBeforeAnAnswer() {
        try (Scope retries = desk.retries()) {
            for (int attempt = 0; attempt < 50; attempt++) {
                assertThat(failed("second")).containsOnlyOnce(MARK);
            }
        }
        assertThat(desk.messages(ask("third")).sent()).containsOnlyOnce(MARK);
    }

    @Test
    void goOutWithoutMarksOnceTheseMayHaveLostTooMuch() {
        try (Scope retries = desk.retries()) {
            int marked = 0;
            while (brokenOff("second").contains(MARK)) {
                marked++;
                assertThat(marked).isLessThan(12);
            }

            assertThat(marked).isGreaterThan(2);
            desk.messages(ask("second")).answered(answer(0, 0));
        }

        assertThat(desk.last().rewrites()).doesNotContain("prompt_cache");
        assertThat(desk.last().skipped()).contains("prompt_cache:no_credit");
        assertThat(desk.failures).isEmpty();
    }

    private String failed(String question) {
        Desk.Sending call = desk.messages(ask(question));
        String sent = call.sent();
        call.refused(529);
        return sent;
    }

    /** Its answer begins, and breaks off before anything is counted. */
    private String brokenOff(String question) {
        Desk.Sending call = desk.messages(ask(question));
        Tap tap = ((Next.Deliver) call.arrival(200, "text/event-stream")).tap();
        tap.failed(new IOException());
        return call.sent();
    }

    private static String ask(String question) {
        return "{\"model\":\"claude-haiku-4-5\",\"max_tokens\":100,\"stream\":true,\"system\":\""
                + "rules ".repeat(SYSTEM) + "\",\"messages\":[{\"role\":\"user\",\"content\":\"" + question + "\"}]}";
    }

    private static String answer(int read, int written) {
        return "{\"id\":\"m\",\"type\":\"message\",\"model\":\"claude-haiku-4-5\",\"stop_reason\":\"end_turn\",\"usage\":{"
                + "\"input_tokens\":" + (SYSTEM + 10 - read - written) + ",\"cache_read_input_tokens\":" + read
                + ",\"cache_creation_input_tokens\":" + written + ",\"output_tokens\":5}}";
    }
}
