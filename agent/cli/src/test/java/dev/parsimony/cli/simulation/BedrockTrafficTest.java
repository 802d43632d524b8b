// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.cli.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.parsimony.settings.Settings;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Claude at Bedrock, by Converse with its cache points and by its maker's own requests. */
class BedrockTrafficTest {
    private static final String HOST = "https://bedrock-runtime.eu-central-1.amazonaws.com/model/";
    private static final String SONNET = "eu.anthropic.claude-sonnet-4-5-20250929-v1:0";
    private static final double[] TWELVE =
            IntStream.range(0, 12).mapToDouble(call -> 20 * call).toArray();

    @ParameterizedTest
    @ValueSource(strings = {"converse", "converse-stream", "invoke", "invoke-with-response-stream"})
    void savesWhatItSavesAtAnthropic(String operation) {
        Outcome there = run(calls(i -> Lines.call(
                TWELVE[i], Lines.CLAUDE, invoked(i).replaceFirst("\\{", "{\"model\":\"claude-sonnet-4-5\","))));
        Outcome here = run(calls(i -> call(SONNET, operation, TWELVE[i], i)));

        assertThat(here.unknown()).isZero();
        assertThat(here.asSent()).isCloseTo(there.asSent(), withinPercentage(1));
        assertThat(here.parsimony()).isLessThan(times(here.asSent(), 0.5));
        assertThat(here.parsimony()).isCloseTo(there.parsimony(), withinPercentage(1));
        assertThat(here.bound().usd()).isLessThanOrEqualTo(here.parsimony());
        assertThat(here.strategies().get("last_system_block")).isLessThan(here.asSent());
    }

    @ParameterizedTest
    @ValueSource(strings = {"converse", "invoke"})
    void writesForAnHourWhatComesAgainAfterTenMinutes(String operation) {
        List<String> sent = new ArrayList<>();
        List<TrafficCall> traffic = calls(i -> call(SONNET, operation, 30.0 * TWELVE[i], i));
        Outcome outcome = new Simulation(traffic)
                .run(settings(), (call, body) -> sent.add(new String(body, StandardCharsets.UTF_8)));

        assertThat(sent).anyMatch(body -> body.contains("\"ttl\":\"1h\""));
        assertThat(outcome.parsimony()).isLessThan(outcome.asSent());
    }

    /** 4,096 tokens for Haiku 4.5, 1,024 for Sonnet 4.5; the text is of about 2,800. */
    @ParameterizedTest
    @CsvSource({"eu.anthropic.claude-haiku-4-5-20251001-v1:0, false", SONNET + ", true"})
    void marksWhatIsLongEnoughForTheModel(String model, boolean marked) {
        List<String> sent = new ArrayList<>();
        List<TrafficCall> traffic = calls(i -> call(model, "converse", TWELVE[i], i));
        Outcome outcome = new Simulation(traffic)
                .run(settings(), (call, body) -> sent.add(new String(body, StandardCharsets.UTF_8)));

        assertThat(sent.stream().anyMatch(body -> body.contains("cachePoint"))).isEqualTo(marked);
        assertThat(outcome.parsimony().compareTo(outcome.asSent()) < 0).isEqualTo(marked);
    }

    @Test
    void billsThePointsOfTheApplication() {
        String point = "{\"cachePoint\":{\"type\":\"default\"}}";
        List<TrafficCall> traffic = calls(i -> Lines.call(
                TWELVE[i],
                HOST + SONNET + "/converse",
                conversed(i).replace("\"}],\"messages\"", "\"}," + point + "],\"messages\"")));
        Outcome outcome = run(traffic);

        assertThat(outcome.asSent())
                .isLessThan(times(
                        run(calls(i -> call(SONNET, "converse", TWELVE[i], i))).asSent(), 0.5));
        assertThat(outcome.parsimony()).isLessThanOrEqualTo(times(outcome.asSent(), 1.01));
    }

    @Test
    void leavesModelsAloneWhosePromptsWantNoPoints() {
        List<TrafficCall> traffic = calls(i -> call("eu.amazon.nova-lite-v1:0", "converse", TWELVE[i], i));
        List<byte[]> sent = new ArrayList<>();
        Outcome outcome = new Simulation(traffic).run(settings(), (call, body) -> sent.add(body));

        assertThat(outcome.unknown()).isZero();
        assertThat(sent)
                .containsExactlyElementsOf(
                        traffic.stream().map(TrafficCall::request).toList());
    }

    @RepeatedTest(2)
    void losesNoMoreThanAHundredthThoughNothingComesAgain(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        List<TrafficCall> traffic = new ArrayList<>();
        for (int call = 0; call < 300; call++) {
            String text = ("text " + random.nextInt() + ". ").repeat(300 + random.nextInt(600));
            traffic.add(Lines.call(
                    11 * call, HOST + SONNET + "/converse", conversed(call).replace("rule. ".repeat(1700), text)));
        }
        Outcome outcome = run(traffic);

        assertThat(outcome.parsimony()).isLessThanOrEqualTo(times(outcome.asSent(), 1.01));
    }

    private interface Making {
        TrafficCall call(int number);
    }

    private static List<TrafficCall> calls(Making making) {
        return IntStream.range(0, TWELVE.length).mapToObj(making::call).toList();
    }

    private static TrafficCall call(String model, String operation, double second, int question) {
        String body = operation.startsWith("converse")
                ? conversed(question)
                : invoked(question).replaceFirst("\\{", "{\"anthropic_version\":\"bedrock-2023-05-31\",");
        return Lines.call(second, HOST + model + "/" + operation, body);
    }

    private static String conversed(int question) {
        return "{\"system\":[{\"text\":\"" + "rule. ".repeat(1700)
                + "\"}],\"messages\":[{\"role\":\"user\",\"content\":[{\"text\":\"question " + question + "\"}]}]}";
    }

    private static String invoked(int question) {
        return "{\"max_tokens\":9,\"system\":[{\"type\":\"text\",\"text\":\"" + "rule. ".repeat(1700)
                + "\"}],\"messages\":[{\"role\":\"user\",\"content\":\"question " + question + "\"}]}";
    }

    private static Outcome run(List<TrafficCall> traffic) {
        return new Simulation(traffic).run(settings(), (call, body) -> {});
    }

    private static Settings settings() {
        return Settings.builtIn(1L << 30);
    }

    private static BigDecimal times(BigDecimal usd, double factor) {
        return usd.multiply(BigDecimal.valueOf(factor));
    }
}
