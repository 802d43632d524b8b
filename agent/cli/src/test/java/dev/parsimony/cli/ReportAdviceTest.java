// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parsimony.exchange.Node;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What reports say could be saved. Two hours of calls, one every five minutes. */
class ReportAdviceTest {
    private static final String SEEN =
            ",\"hindsight\":{\"cap\":9000000,\"again_ms\":300000,\"stands_for\":1,\"broken_usd\":\"0.5\",\"breaker\":\"tool 2\"}";

    private final Terminal terminal = new Terminal();

    @Test
    void saysWhatCouldBeSavedWithTheRuleToPaste() {
        terminal.typing(calls(SEEN)).run("report", "-");

        assertThat(terminal.lines())
                .contains(
                        "what could be saved a year is estimated from 2.0 hours of calls; each by itself, two may save the"
                                + " same dollar")
                .contains("  could save 383,250.00 USD a year (+-150,234.00 by chance; 87.500000 on the calls seen)"
                        + " by response_cache: 25 of 25 calls repeat another word for word within 10m")
                .contains("    - {name: faq-answer-response-cache, when: {call_site: \"com.acme.Faq.answer\"},"
                        + " then: {cache: {ttl: 10m, scope: shared}}}")
                .anyMatch(line -> line.contains("by stable_prefix: in 25 of 25 calls tool 2 varies"))
                .anyMatch(line ->
                        line.startsWith("  could guard against a long answer by max_tokens: the cap is 9,000,000"));
    }

    @Test
    void writesAdviceAsJson() {
        terminal.typing(calls(SEEN)).run("report", "-", "--json");

        Node json = Texts.json(terminal.out());
        assertThat(json.get("without_hindsight").raw()).isEqualTo("0");
        Node first = json.get("advice").items().get(0);
        assertThat(first.get("call_site").text()).isEqualTo("com.acme.Faq.answer");
        assertThat(first.get("lever").text()).isEqualTo("response_cache");
        assertThat(first.get("yearly_usd").raw()).isEqualTo("383250");
        assertThat(first.get("seen_usd").raw()).isEqualTo("87.5");
        assertThat(json.get("dearest").items().get(0).get("needs").items()).hasSize(3);
    }

    @Test
    void writesAdviceForSpreadsheets() {
        terminal.typing(calls(SEEN)).run("report", "-", "--csv=advice");

        assertThat(terminal.lines())
                .startsWith("call_site,lever,yearly_usd,margin_usd,seen_usd,evidence,rule")
                .anyMatch(line -> line.startsWith("com.acme.Faq.answer,stable_prefix,54750.00,"));
    }

    @Test
    void saysOfHowManyCallsItKnowsNothing() {
        terminal.typing(calls("")).run("report", "-");

        assertThat(terminal.lines())
                .contains(
                        "what could be saved is not known of 25 calls, whose lines have no hindsight: the agent writes it,"
                                + " whatever ledger.content is");
    }

    @Test
    void reckonsACheaperModelByTheUsersNumber() {
        terminal.typing(calls("")).run("report", "-", "--cheaper", "gpt-4o=gpt-4o-mini:92%", "--csv=advice");

        // 3.50 USD a call now, 0.15 + 0.06 there: 25 times 92 % of 3.29
        assertThat(terminal.lines().get(1))
                .startsWith("com.acme.Faq.answer,model,")
                .contains(",75.67,")
                .contains(
                        "25 of 25 calls went to gpt-4o, and 92% of such are handled by gpt-4o-mini, as you say; in place of sample")
                .contains("model: gpt-4o, sample: 92%}, then: {model: gpt-4o-mini}}");
        assertThat(terminal.err()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"7, 151.34", "2.8, 60.536", "0, "}) // fast, at 80 %, and of capacity that is paid by the hour
    void takesACheaperModelToCostOtherThanListedAsTheDearerOneDid(String paid, @Nullable String saved) {
        terminal.typing(calls("").replace("\"usd\":\"3.5\"", "\"usd\":\"" + paid + "\""))
                .run("report", "-", "--cheaper", "gpt-4o=gpt-4o-mini:92%", "--csv=advice");

        if (saved == null) {
            assertThat(terminal.lines()).hasSize(1);
        } else {
            assertThat(terminal.lines().get(1)).contains("," + saved + ",");
        }
    }

    @Test
    void saysOfACheaperModelThatNothingComesOf() {
        terminal.typing(calls(""))
                .run("report", "-", "--cheaper=gpt-4o=claude-haiku-4-5:1", "--cheaper=gpt-9=gpt-4o-mini:0.5");

        assertThat(terminal.err())
                .contains(
                        "--cheaper gpt-4o=claude-haiku-4-5: some calls to the one went to a provider that does not serve"
                                + " the other")
                .contains("--cheaper gpt-9=gpt-4o-mini: no call went to gpt-9");
        assertThat(terminal.out()).doesNotContain("by model:");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gpt-4o",
                "gpt-4o=gpt-4o-mini",
                "gpt-4o=gpt-4o-mini:0",
                "gpt-4o=gpt-4o-mini:1.1",
                "gpt-4o=gpt-4o-mini:101%",
                "gpt-4o=gpt-4o-mini:.",
                "gpt-4o=nobody-knows-this:0.5"
            })
    void refusesWhatIsNoCheaperModel(String option) {
        assertThat(terminal.typing(calls("")).run("report", "-", "--cheaper", option))
                .isEqualTo(2);
        assertThat(terminal.err()).contains("--cheaper " + option);
    }

    private static String calls(String hindsight) {
        return IntStream.rangeClosed(0, 24)
                .mapToObj(i -> call(String.format("%02d:%02d", 8 + i / 12, i % 12 * 5), hindsight))
                .collect(Collectors.joining());
    }

    private static String call(String time, String hindsight) {
        return "{\"at\":\"2026-11-21T" + time + ":00Z\",\"call_site\":\"com.acme.Faq.answer\","
                + "\"url\":\"https://api.openai.com/v1/chat/completions\",\"provider\":\"openai\",\"model\":\"gpt-4o\","
                + "\"usage\":{\"input\":1000000,\"output\":100000},\"output_tokens\":100000,\"cost\":{\"usd\":\"3.5\"}"
                + hindsight + "}\n";
    }
}
