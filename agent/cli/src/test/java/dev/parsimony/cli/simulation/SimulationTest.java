// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.cli.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.parsimony.settings.Settings;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class SimulationTest {
    private static final List<String> MARKS = List.of(
            "",
            ",\"cache_control\":{\"type\":\"ephemeral\"}",
            ",\"cache_control\":{\"type\":\"ephemeral\",\"ttl\":\"1h\"}");

    @Test
    void billsTrafficAsItWasSent() {
        Outcome outcome = run(Lines.stable(0));

        // 10,200 bytes at 2.8, the question, overheads: 3,658 tokens at 2 USD a million, and ten at 10
        assertThat(outcome.asSent()).isEqualByComparingTo("0.007416");
        assertThat(outcome.bound().usd()).isCloseTo(outcome.asSent(), within(new BigDecimal("1e-11")));
        assertThat(outcome.calls()).isEqualTo(1);
    }

    @Test
    void paysLessWithParsimonyAndNeverLessThanTheBound() {
        Outcome outcome = run(Lines.stable(0, 20, 40, 60, 80, 100, 120, 140));

        assertThat(outcome.parsimony()).isLessThan(outcome.asSent());
        assertThat(outcome.bound().usd()).isLessThanOrEqualTo(outcome.parsimony());
    }

    /** The same prompt at the same prices, in another API's words: what is saved is the same but for overheads. */
    @Test
    void savesAtOpenRouterWhatItSavesAtAnthropic() {
        double[] seconds = IntStream.range(0, 12).mapToDouble(call -> 20 * call).toArray();
        Outcome there = run(Lines.stable(seconds));
        Outcome relayed = run(Lines.relayed(seconds));

        assertThat(relayed.unknown()).isZero();
        assertThat(relayed.asSent()).isCloseTo(there.asSent(), withinPercentage(1));
        assertThat(relayed.parsimony()).isCloseTo(there.parsimony(), withinPercentage(1));
        assertThat(relayed.bound().usd()).isLessThanOrEqualTo(relayed.parsimony());
        assertThat(relayed.strategies().get("last_system_block")).isLessThan(relayed.asSent());
    }

    @Test
    void sumsUpApartTheCallsOfACallSiteThatIsKnown() {
        double[] seconds = IntStream.range(0, 23).mapToDouble(call -> 20 * call).toArray();
        Outcome outcome = run(Lines.stable(seconds));

        // three of 3,658 tokens at 2 USD a million
        assertThat(outcome.seasoned().asSent()).isEqualByComparingTo("0.022248");
        assertThat(outcome.seasoned().parsimony()).isLessThan(new BigDecimal("0.003"));
        assertThat(outcome.seasoned().bound())
                .isPositive()
                .isLessThanOrEqualTo(outcome.seasoned().parsimony());
    }

    @Test
    void billsEveryFixedStrategy() {
        Outcome outcome = run(Lines.stable(0, 20, 40));

        assertThat(outcome.strategies())
                .containsOnlyKeys(
                        "first_block",
                        "last_system_block",
                        "tools_and_system",
                        "system_and_conversation",
                        "four_biggest_blocks")
                .allSatisfy((name, usd) -> assertThat(usd).isLessThan(outcome.asSent()));
    }

    @Test
    void leavesOutWhatTheSimulatorDoesNotBill() {
        Outcome outcome = run(List.of(Lines.call(0, Lines.CLAUDE, "{\"model\":\"unheard-of\",\"messages\":[]}")));

        assertThat(outcome.unknown()).isEqualTo(1);
        assertThat(outcome.asSent()).isZero();
    }

    @Test
    void showsEachRequestAsItGoesOut() {
        List<TrafficCall> traffic = Lines.stable(0, 20);
        List<TrafficCall> sent = new ArrayList<>();
        new Simulation(traffic).run(settings(), (call, body) -> sent.add(call));

        assertThat(sent).isEqualTo(traffic);
    }

    /** Whatever marks a request carries, the bill is a course that the bound must not exceed. */
    @RepeatedTest(30)
    void theBoundIsBelowEveryCourse(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        List<TrafficCall> traffic = new ArrayList<>();
        double second = 0;
        for (int call = 0; call < 12; call++) {
            second += random.nextBoolean() ? random.nextInt(20) / 10.0 : random.nextInt(2000);
            traffic.add(Lines.call(second, Lines.CLAUDE, course(random)));
        }
        Outcome outcome = run(traffic);

        assertThat(outcome.bound().usd()).isLessThanOrEqualTo(outcome.asSent());
        assertThat(outcome.strategies().values())
                .allSatisfy(usd ->
                        assertThat(usd).isGreaterThanOrEqualTo(outcome.bound().usd()));
    }

    /** A prompt of some of few texts, with up to three marks, those of an hour first. */
    private static String course(Random random) {
        List<String> marks = new ArrayList<>(
                List.of(MARKS.get(random.nextInt(3)), MARKS.get(random.nextInt(3)), MARKS.get(random.nextInt(3))));
        marks.sort((a, b) -> Integer.compare(b.length(), a.length()));
        return "{\"model\":\"claude-sonnet-5\",\"max_tokens\":9,\"system\":[" + text(random.nextInt(2), marks.get(0))
                + "],\"messages\":[{\"role\":\"user\",\"content\":[" + text(random.nextInt(2), marks.get(1)) + ","
                + text(random.nextInt(3), marks.get(2)) + "]}]}";
    }

    private static String text(int which, String mark) {
        return "{\"type\":\"text\",\"text\":\"" + ("text " + which + " ").repeat(250 + 100 * which) + "\"" + mark + "}";
    }

    private static Outcome run(List<TrafficCall> traffic) {
        return new Simulation(traffic).run(settings(), (call, body) -> {});
    }

    private static Settings settings() {
        return Settings.builtIn(1L << 30);
    }
}
