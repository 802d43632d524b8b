// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.parsimony.advice.Advice;
import dev.parsimony.exchange.Address;
import dev.parsimony.ledger.Entry;
import dev.parsimony.ledger.LedgerLine;
import dev.parsimony.ledger.LedgerReader;
import dev.parsimony.ledger.LineWriter;
import dev.parsimony.report.Report;
import dev.parsimony.report.ReportText;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls once a minute, an hour and forty minutes long, and what would have made them cheaper. */
class AdvisingTest {
    private static final int CALLS = 100;
    private static final Address GEMINI = new Address("https", "generativelanguage.googleapis.com", -1);
    private static final String SITE = "com.acme.support.Faq.answer";
    private static final String RULES = "Answer in short sentences, and never promise anything. ".repeat(200);

    @Test
    void findsRequestsThatRepeatWordForWord() {
        Advice advice = only(calls("mode: observe\n", i -> chat(i % 10, ""), openAi(0)), "response_cache");

        // 90 of 100 repeat within ten minutes; 2000 at 2 USD and 100 at 8 USD per million each
        assertThat(advice.seen()).isEqualByComparingTo("0.432");
        assertThat(advice.yearly()).isCloseTo(0.432 * 365 * 24 * 60 / CALLS, within(1.0));
        assertThat(advice.evidence()).isEqualTo("90 of 100 calls repeat another word for word within 10m");
        assertThat(advice.rule())
                .isEqualTo("{name: faq-answer-response-cache, when: {call_site: \"" + SITE
                        + "\"}, then: {cache: {ttl: 10m, scope: shared}}}");
    }

    @Test
    void asksForNoLongerALifetimeThanMostRepeatsNeed() {
        Advice advice = only(calls("mode: observe\n", i -> chat(i % 40, ""), openAi(0)), "response_cache");

        assertThat(advice.rule()).contains("ttl: 1h");
    }

    @Test
    void findsAPrefixThatRepeatsAndIsNotMarked() {
        Advice advice = only(calls("mode: observe\n", i -> messages(i, RULES), anthropic(0)), "prompt_cache");

        assertThat(advice.evidence()).startsWith("99 of 100 calls begin as the one before did");
        // 3 USD per million less 0.30 for what is read, less the write of the first
        assertThat(advice.seen().doubleValue()).isBetween(99 * 2500 * 2.7e-6, 99 * 3000 * 2.7e-6);
        assertThat(advice.rule()).contains("prompt_cache: auto");
    }

    @Test
    void saysNothingOfAPrefixThatIsReadFromACacheAlready() {
        assertThat(calls("mode: observe\n", i -> messages(i, RULES), anthropic(2900)))
                .noneMatch(advice -> advice.lever().equals("prompt_cache"));
    }

    @Test
    void saysNothingOfAPrefixThatWeMark() {
        assertThat(calls("", i -> messages(i, RULES), anthropic(0)))
                .noneMatch(advice -> advice.lever().equals("prompt_cache"));
    }

    @Test
    void saysNothingOfAPrefixThatIsTooShortForItsModel() {
        assertThat(calls(
                        "mode: observe\n",
                        i -> messages(i, RULES).replace("sonnet-4-5", "haiku-4-5"),
                        anthropic(0).replace("sonnet-4-5", "haiku-4-5")))
                .noneMatch(advice -> advice.lever().equals("prompt_cache"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"openai", "anthropic", "gemini"})
    void findsTheLineThatBreaksAPrefix(String provider) {
        IntFunction<String> system = i -> "Be kind.\\nIt is minute " + i + ".\\n" + RULES;
        List<Advice> all = switch (provider) {
            case "openai" -> calls("mode: observe\n", i -> chat(i, system.apply(i)), openAi(0));
            case "anthropic" -> calls("mode: observe\n", i -> messages(i, system.apply(i)), anthropic(0));
            default -> calls("mode: observe\n", i -> gemini(i, system.apply(i)), gemini(0));
        };

        Advice advice = only(all, "stable_prefix");
        assertThat(advice.evidence())
                .isEqualTo("in 99 of 100 calls system line 2 varies and much of what stands behind it does not");
        assertThat(advice.yearly()).isPositive();
        assertThat(advice.rule()).contains("stable_prefix: on");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "It is 12:%02d. | (a time)",
                "Since 1763800%03d. | (a time)",
                "Request req_7fa9%04d. | (an id)",
                "Trace 6f1c2b0e-9c1d-4a53-8d1e-00000000%04d. | (an id)",
            })
    void saysWhatWhatVariesLooksLike(String line) {
        String form = line.substring(0, line.indexOf(" |"));
        String kind = line.substring(line.indexOf("| ") + 2);

        Advice advice = only(broken(i -> String.format(form, i % 60)), "stable_prefix");

        assertThat(advice.evidence()).contains("system line 2 " + kind + " varies");
    }

    @Test
    void findsAMapWithoutAnOrder() {
        List<String> orders = List.of("{a: 1, b: 2, c: 3}", "{b: 2, c: 3, a: 1}", "{c: 3, a: 1, b: 2}");

        Advice advice = only(broken(i -> orders.get(i % 3)), "stable_prefix");

        assertThat(advice.evidence()).contains("system line 2 (in another order) varies");
    }

    @Test
    void findsToolsWithoutAnOrder() {
        List<String> tools = List.of(tool("search"), tool("order"), tool("refund"));
        List<Advice> all = calls(
                "mode: observe\n",
                i -> {
                    List<String> shuffled = new ArrayList<>(tools);
                    Collections.rotate(shuffled, i);
                    return chat(i, "Be kind.").replace("{\"model\"", "{\"tools\":" + shuffled + ",\"model\"");
                },
                openAi(0));

        assertThat(only(all, "stable_prefix").evidence()).contains("tool 1 (in another order) varies");
    }

    private static String tool(String name) {
        return "{\"type\":\"function\",\"function\":{\"name\":\"" + name + "\",\"description\":\"" + RULES + "\"}}";
    }

    private static List<Advice> broken(IntFunction<String> line) {
        return calls("mode: observe\n", i -> chat(i, "Be kind.\\n" + line.apply(i) + "\\n" + RULES), openAi(0));
    }

    @Test
    void keepsNothingOfARequestInTheLedgerAndTheReportSaysWhatTheSummarySays() {
        Desk desk = new Desk("mode: observe\n");
        Summary summary = new Summary();
        ByteArrayOutputStream ledger = new ByteArrayOutputStream();
        for (int i = 0; i < CALLS; i++) {
            desk.messages(messages(i % 10, "Be kind.\\nIt is 12:" + (10 + i % 50) + ".\\n" + RULES))
                    .answered(anthropic(0));
            summary.add(desk.last());
            LineWriter.write(LedgerLine.of(desk.last(), "/v1/messages"), ledger);
            desk.later(Duration.ofSeconds(1));
        }

        ReportText report = new ReportText(read(ledger), 20);

        assertThat(ledger.toString(StandardCharsets.UTF_8)).doesNotContain("kind", "12:10", "order 3");
        assertThat(report.dearest()).hasSizeGreaterThan(6);
        assertThat(summary.lines())
                .containsAll(Stream.concat(report.dearest().stream(), report.advice(5).stream())
                        .map(line -> "  " + line)
                        .toList());
    }

    private static Report read(ByteArrayOutputStream ledger) {
        Report report = new Report(Set.of(), 10);
        try {
            LedgerReader.read(new ByteArrayInputStream(ledger.toByteArray()), new LedgerReader.Sink() {
                @Override
                public void entry(Entry entry) {
                    report.add(entry);
                }

                @Override
                public void unreadable(long line) {
                    throw new AssertionError("line " + line);
                }
            });
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return report;
    }

    @Test
    void findsACapFarAboveWhatIsUsed() {
        Advice advice = only(calls("mode: observe\n", i -> messages(i, "Be kind."), anthropic(0)), "max_tokens");

        assertThat(advice.evidence()).isEqualTo("the cap is 4,096, and the longest of 100 answers took 100 tokens");
        assertThat(advice.yearly()).isZero();
        assertThat(advice.claim()).startsWith("could guard against a long answer by max_tokens");
        assertThat(advice.rule()).contains("max_tokens: 200");
    }

    @Test
    void saysNothingByAFewCalls() {
        Desk desk = new Desk("mode: observe\n");
        for (int i = 0; i < 19; i++) {
            desk.chat(chat(0, "")).answered(openAi(0));
        }

        assertThat(desk.advice()).isEmpty();
    }

    @Test
    void saysNothingOfCallsThatHaveNothingInCommon() {
        assertThat(calls("mode: observe\n", i -> chat(i, ""), openAi(0))).isEmpty();
    }

    @Test
    void adviceThatIsTakenIsNotGivenAgain() {
        String rule = "rules: [{name: faq, then: {cache: {ttl: 1d, scope: shared}}}]\n";

        assertThat(calls(rule, i -> chat(i % 10, ""), openAi(0))).isEmpty();
    }

    @Test
    void standsInTheSummaryWithTheRuleToPaste() {
        Desk desk = new Desk("mode: observe\n");
        Summary summary = new Summary();
        for (int i = 0; i < CALLS; i++) {
            desk.later(Duration.ofMinutes(1));
            desk.chat(chat(0, "")).answered(openAi(0));
            summary.add(desk.last());
        }

        assertThat(summary.lines())
                .contains(
                        "  what could be saved a year is estimated from less than an hour, taken for one, of calls; each"
                                + " by itself, two may save the same dollar")
                .anyMatch(line -> line.startsWith("    could save "))
                .anyMatch(line -> line.trim().startsWith("- {name: faq-answer-response-cache, when: {call_site: "));
    }

    private static Advice only(List<Advice> all, String lever) {
        assertThat(all).extracting(Advice::lever).contains(lever);
        return all.stream()
                .filter(advice -> advice.lever().equals(lever))
                .findFirst()
                .orElseThrow();
    }

    /** Nothing can be marked there, so that there is no such advice. */
    @Test
    void saysNothingOfMarksAtGemini() {
        assertThat(calls("mode: observe\n", i -> gemini(i, RULES), gemini(0)))
                .noneMatch(advice -> advice.lever().equals("prompt_cache"));
    }

    @Test
    void saysNothingOfAPrefixThatGeminiReadsAnyway() {
        assertThat(calls("mode: observe\n", i -> gemini(i, RULES + "\\nIt is minute " + i), gemini(2900)))
                .noneMatch(advice -> advice.lever().equals("stable_prefix"));
    }

    private static List<Advice> calls(String settings, IntFunction<String> ask, String answer) {
        Desk desk = new Desk(settings);
        for (int i = 0; i < CALLS; i++) {
            String body = ask.apply(i);
            Desk.Sending call = body.contains("contents")
                    ? desk.open(GEMINI, "/v1beta/models/gemini-2.5-flash:generateContent", body)
                    : body.contains("max_tokens") ? desk.messages(body) : desk.chat(body);
            if (call.next instanceof dev.parsimony.exchange.Next.Send) {
                call.answered(answer);
            }
            desk.later(Duration.ofMinutes(1));
        }
        return desk.advice();
    }

    private static String chat(int question, String system) {
        return "{\"model\":\"gpt-4.1\",\"messages\":[{\"role\":\"system\",\"content\":\"" + system
                + "\"},{\"role\":\"user\",\"content\":\"Where is order " + question + "?\"}]}";
    }

    private static String messages(int question, String system) {
        return "{\"model\":\"claude-sonnet-4-5\",\"max_tokens\":4096,\"system\":\"" + system
                + "\",\"messages\":[{\"role\":\"user\",\"content\":\"Where is order " + question + "?\"}]}";
    }

    private static String gemini(int question, String system) {
        return "{\"systemInstruction\":{\"parts\":[{\"text\":\"" + system
                + "\"}]},\"contents\":[{\"role\":\"user\",\"parts\":[{\"text\":\"Where is order " + question
                + "?\"}]}]}";
    }

    private static String gemini(int cached) {
        return "{\"candidates\":[{\"content\":{\"parts\":[{\"text\":\"60\"}]},\"finishReason\":\"STOP\"}],"
                + "\"usageMetadata\":{\"promptTokenCount\":3000,\"cachedContentTokenCount\":" + cached
                + ",\"candidatesTokenCount\":100},\"modelVersion\":\"gemini-2.5-flash\"}";
    }

    private static String openAi(int cached) {
        return "{\"id\":\"a\",\"model\":\"gpt-4.1\",\"choices\":[{\"index\":0,\"message\":{\"content\":\"60\"},"
                + "\"finish_reason\":\"stop\"}],\"usage\":{\"prompt_tokens\":2000,\"completion_tokens\":100,"
                + "\"prompt_tokens_details\":{\"cached_tokens\":" + cached + "}}}";
    }

    private static String anthropic(int cached) {
        return "{\"id\":\"m\",\"model\":\"claude-sonnet-4-5\",\"stop_reason\":\"end_turn\",\"usage\":{\"input_tokens\":"
                + (3000 - cached) + ",\"cache_read_input_tokens\":" + cached + ",\"output_tokens\":100}}";
    }
}
