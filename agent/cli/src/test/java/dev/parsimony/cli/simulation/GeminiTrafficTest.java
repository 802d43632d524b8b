// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.cli.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parsimony.exchange.Environment;
import dev.parsimony.settings.Settings;
import dev.parsimony.settings.SettingsSource;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Gemini caches unasked and for nothing: no request can say more, so that all that counts is how prompts begin. */
class GeminiTrafficTest {
    private static final String RULES = "Answer in short sentences, and never promise anything. ".repeat(400);
    private static final String STABLE = "rules: [{name: all, then: {stable_prefix: on}}]\n";

    @ParameterizedTest
    @CsvSource({"gemini-2.5-flash, 1024, 0.1", "gemini-2.5-pro, 4096, 0.1", "gemini-4-argon, 6144, 0.05"})
    void readsForAFractionWhatIsLongEnough(String model, int minimum, double read) {
        BigDecimal once = asSent(model, minimum, 1);
        double plain = once.doubleValue() - answer(model);

        assertThat(asSent(model, minimum, 2).subtract(once).doubleValue() - answer(model))
                .as("all but a step of 128 tokens and the question")
                .isBetween(plain * read, plain * (read + 160.0 / minimum));
        assertThat(asSent(model, minimum - 200, 2)).isEqualByComparingTo(times(asSent(model, minimum - 200, 1), 2));
    }

    @Test
    void sendsChatsAsTheyAre() {
        List<TrafficCall> traffic = chats(i -> "Be kind.\\n" + RULES);
        List<byte[]> sent = new ArrayList<>();
        Outcome outcome = new Simulation(traffic).run(settings(""), (call, body) -> sent.add(body));

        assertThat(sent)
                .containsExactlyElementsOf(
                        traffic.stream().map(TrafficCall::request).toList());
        assertThat(outcome.parsimony()).isEqualByComparingTo(outcome.asSent());
        assertThat(outcome.bound().usd()).isEqualByComparingTo(outcome.asSent());
        assertThat(outcome.strategies().values())
                .allSatisfy(usd -> assertThat(usd).isEqualByComparingTo(outcome.asSent()));
    }

    @Test
    void paysLessWhereAClockMovesBehindTheRules() {
        Outcome outcome = run(chats(i -> "Be kind.\\nCurrent time: 12:" + (10 + i) + "\\n" + RULES), STABLE);

        assertThat(outcome.parsimony()).isLessThan(times(outcome.asSent(), 0.4));
    }

    @Test
    void paysLessWhereToolsKeepOneOrder() {
        List<String> tools = new ArrayList<>();
        for (int tool = 0; tool < 8; tool++) {
            tools.add("{\"name\":\"t" + tool + "\",\"description\":\"" + RULES.substring(0, 4000) + "\"}");
        }
        Random random = new Random(1);
        List<TrafficCall> traffic = new ArrayList<>();
        for (int call = 0; call < 40; call++) {
            Collections.shuffle(tools, random);
            String offered = "\"tools\":[{\"functionDeclarations\":[" + String.join(",", tools) + "]}],";
            traffic.add(call("gemini-2.5-flash", 20 * call, offered, "Be kind.", "question " + call));
        }

        Outcome outcome = run(traffic, STABLE);

        assertThat(outcome.parsimony()).isLessThan(times(outcome.asSent(), 0.4));
    }

    /** Google does not say from when on others can read what a call sent: a wait would be for hope alone. */
    @Test
    void waitsForNobody() {
        List<TrafficCall> burst = new ArrayList<>();
        for (int call = 0; call < 40; call++) {
            burst.add(call("gemini-2.5-flash", call / 8 * 60, "", RULES, "question " + call));
        }

        assertThat(run(burst, "prompt_cache: {stagger: 10s}\n").parsimony())
                .isEqualByComparingTo(run(burst, "").asSent());
    }

    private static Outcome run(List<TrafficCall> traffic, String settings) {
        return new Simulation(traffic).run(settings(settings), (call, body) -> {});
    }

    private static Settings settings(String yaml) {
        byte[] file = ("version: 1\n" + yaml).getBytes(StandardCharsets.UTF_8);
        Environment nothing = new Environment(Map.of(), Map.of());
        return new SettingsSource("test.yaml", nothing, Settings.builtIn(1L << 30), name -> file)
                .load()
                .settings();
    }

    private static List<TrafficCall> chats(IntFunction<String> system) {
        List<TrafficCall> traffic = new ArrayList<>();
        for (int call = 0; call < 40; call++) {
            traffic.add(call("gemini-2.5-flash", 20 * call, "", system.apply(call), "question " + call));
        }
        return traffic;
    }

    /** The same prompt so many times, of about so many tokens: four bytes each. */
    private static BigDecimal asSent(String model, int tokens, int times) {
        List<TrafficCall> traffic = new ArrayList<>();
        for (int call = 0; call < times; call++) {
            traffic.add(call(model, 20 * call, "", "a".repeat(4 * tokens), "why?"));
        }
        return run(traffic, "").asSent();
    }

    /** What ten tokens of an answer cost. */
    private static double answer(String model) {
        return model.equals("gemini-2.5-flash") ? 2.5e-5 : 1e-4;
    }

    private static TrafficCall call(String model, double second, String tools, String system, String user) {
        return Lines.call(
                second,
                "https://generativelanguage.googleapis.com/v1beta/models/" + model + ":generateContent",
                "{" + tools + "\"systemInstruction\":{\"parts\":[{\"text\":\"" + system
                        + "\"}]},\"contents\":[{\"role\":\"user\",\"parts\":[{\"text\":\"" + user + "\"}]}]}");
    }

    private static BigDecimal times(BigDecimal usd, double factor) {
        return usd.multiply(BigDecimal.valueOf(factor));
    }
}
