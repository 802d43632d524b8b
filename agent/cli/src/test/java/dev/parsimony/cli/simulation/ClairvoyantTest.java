// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.cli.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.parsimony.simulator.billing.Call;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** The optimum, held to what trying every course comes to; and the lower bound, held to the optimum. */
class ClairvoyantTest {
    private static final BigDecimal ROUNDING = new BigDecimal("1e-11");
    private static final BigDecimal DEAR = BigDecimal.valueOf(1000);
    private static final double[] GAPS = {0, 0.5, 1, 1.5, 100, 299, 301, 600, 1500, 1801, 3500, 3601, 4000};

    @RepeatedTest(12)
    void isWhatTryingEveryCourseComesToAtAnthropic(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        isExact(random.nextBoolean() ? traffic(random, "claude-opus-5", 4, 2) : traffic(random, "claude-opus-5", 3, 3));
    }

    @RepeatedTest(12)
    void isWhatTryingEveryCourseComesToAtOpenAi(RepetitionInfo repetition) {
        isExact(traffic(new Random(repetition.getCurrentRepetition()), "gpt-5.6-sol", 3, 3));
    }

    private static void isExact(List<TrafficCall> traffic) {
        Bound bound = new Clairvoyant(traffic, EveryCourse.read(traffic)).bound(DEAR);

        assertThat(bound).hasToString("optimum");
        assertThat(bound.usd()).isCloseTo(EveryCourse.cheapest(traffic), within(ROUNDING));
    }

    @RepeatedTest(20)
    void liesBetweenTheLowerBoundAndEveryStrategy(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        List<TrafficCall> traffic = traffic(random, random.nextBoolean() ? "claude-opus-5" : "gpt-5.6-sol", 10, 4);
        List<Call> read = EveryCourse.read(traffic);
        BigDecimal lower =
                new Clairvoyant(traffic, read, 0, any -> true).bound(DEAR).usd();
        Bound optimum = new Clairvoyant(traffic, read).bound(DEAR);

        assertThat(optimum.isOptimum()).isTrue();
        assertThat(lower).isLessThanOrEqualTo(optimum.usd());
        for (Rival rival : Rival.values()) {
            List<Call> course = read.stream().map(rival::mark).toList();
            assertThat(EveryCourse.bill(traffic, course, Set.of()).total()).isGreaterThanOrEqualTo(optimum.usd());
        }
    }

    @RepeatedTest(10)
    void growsWithTheEffortAndNeverBeyondTheOptimum(RepetitionInfo repetition) {
        List<TrafficCall> traffic = traffic(new Random(repetition.getCurrentRepetition()), "claude-opus-5", 8, 4);
        List<Call> read = EveryCourse.read(traffic);
        BigDecimal before = BigDecimal.ZERO;
        for (long ways : new long[] {0, 10, 100, 1000, 100_000}) {
            BigDecimal bound = new Clairvoyant(traffic, read, ways, any -> true)
                    .bound(DEAR)
                    .usd();
            assertThat(bound).isGreaterThanOrEqualTo(before.subtract(ROUNDING));
            before = bound;
        }
        assertThat(new Clairvoyant(traffic, read).bound(DEAR).usd()).isGreaterThanOrEqualTo(before);
    }

    /** Of any course, the later calls alone cost no less than the bound for them. */
    @RepeatedTest(10)
    void isALowerBoundOfSomeOfTheCallsToo(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        List<TrafficCall> traffic = traffic(random, "claude-opus-5", 10, 4);
        List<Call> read = EveryCourse.read(traffic);
        Set<TrafficCall> later = Set.copyOf(traffic.subList(4, 10));
        BigDecimal bound = Clairvoyant.of(later, traffic, read).bound(DEAR).usd();

        for (Rival rival : Rival.values()) {
            List<Call> course = read.stream().map(rival::mark).toList();
            assertThat(EveryCourse.bill(traffic, course, later).totalApart()).isGreaterThanOrEqualTo(bound);
        }
    }

    @Test
    void isALowerBoundWhereSearchingWouldTakeTooLong() {
        List<TrafficCall> traffic = Lines.stable(0, 20, 40);

        Bound bound = new Clairvoyant(traffic, EveryCourse.read(traffic), 1, any -> true).bound(DEAR);
        assertThat(bound).hasToString("lower bound");
    }

    @Test
    void isTheBillAsSentWhereThatIsCheaper() {
        List<TrafficCall> traffic = Lines.stable(0);

        assertThat(new Clairvoyant(traffic, EveryCourse.read(traffic))
                        .bound(BigDecimal.ONE.movePointLeft(9))
                        .usd())
                .isEqualByComparingTo("0.000000001");
    }

    /** Prompts that begin alike for a while: some texts below the provider's minimum, some above it. */
    private static List<TrafficCall> traffic(Random random, String model, int calls, int blocks) {
        List<TrafficCall> traffic = new ArrayList<>();
        double second = 0;
        for (int call = 0; call < calls; call++) {
            second += GAPS[random.nextInt(GAPS.length)];
            int alike = random.nextInt(blocks + 1);
            String own = "call " + call;
            List<String> texts = IntStream.range(0, 1 + random.nextInt(blocks))
                    .mapToObj(block -> text(block, block < alike ? "all" : own))
                    .toList();
            traffic.add(Lines.call(second, url(model), body(model, texts)));
        }
        return traffic;
    }

    private static String url(String model) {
        return model.startsWith("claude") ? Lines.CLAUDE : "https://api.openai.com/v1/chat/completions";
    }

    private static String body(String model, List<String> texts) {
        return "{\"model\":\"" + model + "\",\"max_tokens\":9,\"messages\":[{\"role\":\"user\",\"content\":["
                + texts.stream()
                        .map(text -> "{\"type\":\"text\",\"text\":\"" + text + "\"}")
                        .collect(Collectors.joining(","))
                + "]}]}";
    }

    private static String text(int block, String whose) {
        return (block + " of " + whose + ". ").repeat(90 + 160 * (block % 3));
    }
}
