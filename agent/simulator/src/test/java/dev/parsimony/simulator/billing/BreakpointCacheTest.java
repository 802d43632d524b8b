// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.simulator.billing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** OpenAI's rules from GPT-5.6 on: breakpoints only, writes charged. */
class BreakpointCacheTest {

    private static final String SYSTEM = Ledger.text("You help.", 2000);
    private static final String BREAKPOINT = ", \"prompt_cache_breakpoint\": {\"mode\": \"explicit\"}";
    private static final String EXPLICIT = "\"prompt_cache_options\": {\"mode\": \"explicit\"}, ";

    private final Ledger ledger = new Ledger();

    private Usage send(String json) {
        return ledger.send(Api.OPENAI_CHAT, json);
    }

    private static String request(String settings, String mark, String user) {
        return "{\"model\": \"gpt-6-sol\", " + settings
                + "\"messages\": [{\"role\": \"system\", \"content\": [{\"type\": \"text\", \"text\": \"" + SYSTEM
                + "\""
                + mark + "}]}, " + user(user) + "]}";
    }

    private static String user(String text) {
        return "{\"role\": \"user\", \"content\": \"" + text + "\"}";
    }

    @Test
    void chargesTheImplicitBreakpointAsAWrite() {
        Usage usage = send(request("", "", "hello"));

        assertThat(usage.write()).isGreaterThan(2000);
        assertThat(usage.uncached()).isEqualTo(Prompt.PRIMING);
    }

    @Test
    void readsTheSamePromptAtItsBreakpoint() {
        Usage first = send(request("", "", "hello"));
        Usage second = send(request("", "", "hello"));

        assertThat(second.read()).isEqualTo(first.write());
        assertThat(second.written()).isZero();
    }

    @Test
    void readsNoSharedPrefixThatNoBreakpointEnded() {
        send(request("", "", "hello"));

        Usage other = send(request("", "", "bye"));

        assertThat(other.read()).isZero();
        assertThat(other.write()).isGreaterThan(2000);
    }

    @Test
    void readsAConversationAtItsEarlierTurn() {
        Usage first = send(request("", "", "hello"));

        Usage second = send(request("", "", "hello")
                .replace(
                        user("hello"),
                        user("hello") + ", {\"role\": \"assistant\", \"content\": \"Hi.\"}, " + user("And now?")));

        assertThat(second.read()).isEqualTo(first.write());
        assertThat(second.write()).isPositive().isLessThan(50);
    }

    @Test
    void readsASharedPrefixThatTheCallerMarked() {
        send(request("", BREAKPOINT, "hello"));

        Usage other = send(request("", BREAKPOINT, "bye"));

        assertThat(other.read()).isGreaterThan(2000);
        assertThat(other.write()).isPositive().isLessThan(20);
    }

    @Test
    void writesOnlyWhatIsMarkedInExplicitMode() {
        Usage usage = send(request(EXPLICIT, BREAKPOINT, "hello"));

        assertThat(usage.write()).isGreaterThan(2000);
        assertThat(usage.uncached()).isGreaterThan(Prompt.PRIMING);
    }

    @Test
    void cachesNothingInExplicitModeWithoutAMark() {
        Usage usage = send(request(EXPLICIT, "", "hello"));

        assertThat(usage.written()).isZero();
        assertThat(send(request(EXPLICIT, "", "hello")).read()).isZero();
    }

    @Test
    void cachesNothingBelow1024Tokens() {
        String small = "{\"model\": \"gpt-6-sol\", \"messages\": [" + user(Ledger.text("x", 1000)) + "]}";

        assertThat(send(small).written()).isZero();
        assertThat(send(small).read()).isZero();
    }

    @Test
    void forgetsHalfAnHourAfterTheLastUse() {
        send(request("", "", "hello"));
        ledger.after(Duration.ofMinutes(29));
        assertThat(send(request("", "", "hello")).read()).isPositive();
        ledger.after(Duration.ofMinutes(30));
        assertThat(send(request("", "", "hello")).read()).isZero();
    }

    @Test
    void keepsHalfADayAtTheLongPriceInResponses() {
        String json = "{\"model\": \"gpt-6-sol\", \"prompt_cache_options\": {\"ttl\": \"12h\"}, \"input\": \"" + SYSTEM
                + "\"}";
        Usage first = ledger.send(Api.OPENAI_RESPONSES, json);
        ledger.after(Duration.ofHours(11));

        assertThat(first.longWrite()).isGreaterThan(2000);
        assertThat(first.write()).isZero();
        assertThat(ledger.send(Api.OPENAI_RESPONSES, json).read()).isEqualTo(first.longWrite());
    }

    @Test
    void separatesPromptsOfDifferentKeys() {
        send(request("\"prompt_cache_key\": \"a\", ", "", "hello"));

        assertThat(send(request("\"prompt_cache_key\": \"b\", ", "", "hello")).read())
                .isZero();
    }

    @Test
    void writesTheLatestThreeOfTheCallersBreakpoints() {
        String part = "{\"type\": \"text\", \"text\": \"" + SYSTEM + "\"" + BREAKPOINT + "}";
        String four = "{\"model\": \"gpt-6-sol\", \"messages\": [{\"role\": \"user\", \"content\": ["
                + String.join(", ", part, part, part, part) + "]}]}";
        String onlyFirst = four.replace(String.join(", ", part, part, part, part), part);
        send(four.replace("]}]}", ", {\"type\": \"text\", \"text\": \"end\"}]}]}"));

        assertThat(send(onlyFirst).read()).isZero();
        assertThat(send(four.replace(String.join(", ", part, part, part, part), part + ", " + part))
                        .read())
                .isGreaterThan(4000);
    }
}
