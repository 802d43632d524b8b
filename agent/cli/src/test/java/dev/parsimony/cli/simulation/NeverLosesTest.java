// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.cli.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parsimony.settings.Settings;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Traffic that is out to make marks lose: it repeats itself until they are written, and then no more. */
class NeverLosesTest {
    private static final String CHAT = "https://api.openai.com/v1/chat/completions";
    private static final String OPENROUTER = "https://openrouter.ai/api/v1/chat/completions";
    private static final String RESPONSES = "https://api.openai.com/v1/responses";
    private static final double USD_A_TOKEN = 2e-6;
    private static final double BYTES_A_TOKEN = 2.8;
    private static final String FORMAT = "\"output_config\":{\"format\":{\"type\":\"json_schema\",\"schema\":{\"type\":"
            + "\"object\",\"properties\":{\"f%d\":{\"type\":\"string\"}}}}}";

    /** OpenAI would keep the end of each step's prompt, a tool's answer, where no mark may stand. */
    @ParameterizedTest
    @ValueSource(strings = {CHAT, RESPONSES})
    void losesNothingInToolLoopsOfModelsThatKeepPromptsUnasked(String url) {
        List<TrafficCall> traffic = new ArrayList<>();
        for (int loop = 0; loop < 20; loop++) {
            StringBuilder steps = new StringBuilder();
            for (int step = 0; step < 12; step++) {
                double second = loop * 300 + step * 10;
                traffic.add(Lines.call(second, url, url.equals(CHAT) ? chat(loop, steps) : response(loop, steps)));
                steps.append(url.equals(CHAT) ? toolMessages(step) : toolItems(step));
            }
        }

        Outcome outcome = new Simulation(traffic).run(Settings.builtIn(1L << 30), (call, body) -> {});

        assertThat(outcome.parsimony()).isLessThanOrEqualTo(outcome.asSent());
        assertThat(outcome.bound().usd()).isLessThanOrEqualTo(outcome.parsimony());
    }

    private static String chat(int loop, CharSequence steps) {
        return "{\"model\":\"gpt-5.6-sol\",\"reasoning_effort\":\"none\",\"messages\":[{\"role\":\"developer\",\"content\":\""
                + "rule. ".repeat(800) + "\"},{\"role\":\"user\",\"content\":\"task " + loop + "\"}" + steps + "]}";
    }

    private static String toolMessages(int step) {
        return ",{\"role\":\"assistant\",\"content\":null,\"tool_calls\":[{\"id\":\"c" + step
                + "\",\"type\":\"function\",\"function\":{\"name\":\"f\",\"arguments\":\"{}\"}}]},{\"role\":\"tool\","
                + "\"tool_call_id\":\"c" + step + "\",\"content\":\"" + "found. ".repeat(200) + "\"}";
    }

    private static String response(int loop, CharSequence steps) {
        return "{\"model\":\"gpt-5.6-sol\",\"instructions\":\"" + "rule. ".repeat(800)
                + "\",\"input\":[{\"role\":\"user\",\"content\":\"task " + loop + "\"}" + steps + "]}";
    }

    private static String toolItems(int step) {
        return ",{\"type\":\"function_call\",\"call_id\":\"c" + step + "\",\"name\":\"f\",\"arguments\":\"{}\"},"
                + "{\"type\":\"function_call_output\",\"call_id\":\"c" + step + "\",\"output\":\""
                + "found. ".repeat(200) + "\"}";
    }

    @RepeatedTest(3)
    void losesNoMoreThanTheAccountsBoundWhateverTheTrafficDoes(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        List<TrafficCall> traffic = new ArrayList<>();
        double second = 0;
        long bytes = 0;
        long largest = 0;
        for (int text = 0; traffic.size() < 240; text++) {
            String system = ("text " + text + ". ").repeat(300 + random.nextInt(1000));
            int times = text / 20 % 2 == 0 ? 2 : 3 + random.nextInt(6); // once it is believed to come back, it does not
            for (int time = 0; time < times; time++) {
                traffic.add(Lines.claude(second, system, "question " + time));
                bytes += system.length();
                largest = Math.max(largest, system.length());
                second += 5 + random.nextInt(20);
            }
            second += random.nextInt(3) == 0 ? 400 : 0;
        }

        assertThat(lost(traffic)).isLessThanOrEqualTo(bound(largest, bytes));
    }

    /** Prefixes that are believed to come back and do not, by way of a host that tells writes in one figure. */
    @RepeatedTest(3)
    void losesNoMoreByWayOfOpenRouter(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        List<TrafficCall> traffic = new ArrayList<>();
        double second = 0;
        long bytes = 0;
        long largest = 0;
        for (int text = 0; traffic.size() < 200; text++) {
            String system = ("text " + text + ". ").repeat(300 + random.nextInt(1000));
            int times = text / 20 % 2 == 0 ? 2 : 3 + random.nextInt(6);
            for (int time = 0; time < times; time++) {
                traffic.add(Lines.call(second, OPENROUTER, relayed(system, time)));
                bytes += system.length();
                largest = Math.max(largest, system.length());
                second += new double[] {5, 60, 400, 4000}[random.nextInt(4)];
            }
        }

        assertThat(lost(traffic)).isLessThanOrEqualTo(bound(largest, bytes));
    }

    private static String relayed(String system, int question) {
        return "{\"model\":\"anthropic/claude-sonnet-5\",\"messages\":[{\"role\":\"system\",\"content\":\"" + system
                + "\"},{\"role\":\"user\",\"content\":\"question " + question + "\"}]}";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {FORMAT, "\"tool_choice\":{\"type\":\"tool\",\"name\":\"t%d\"}", "\"stop_sequences\":[\"%d\"]"})
    void losesNoMoreBesideAMarkOfTheApplicationThoughEveryCallVoidsWhatIsHeld(String setting) {
        List<TrafficCall> traffic = new ArrayList<>();
        String document = "The page says so. ".repeat(1500);
        String system = "Answer from the page. ".repeat(300);
        for (int call = 0; call < 200; call++) {
            traffic.add(Lines.call(
                    5 * call,
                    Lines.CLAUDE,
                    "{\"model\":\"claude-sonnet-5\",\"max_tokens\":9," + setting.formatted(call)
                            + ",\"tools\":[{\"name\":\"t\",\"input_schema\":{\"type\":\"object\"}}],\"system\":[{\"type\":\"text\",\"text\":\""
                            + system + "\",\"cache_control\":{\"type\":\"ephemeral\"}}],"
                            + "\"messages\":[{\"role\":\"user\",\"content\":[{\"type\":\"text\",\"text\":\"" + document
                            + "\"},{\"type\":\"text\",\"text\":\"question " + call + "\"}]}]}"));
        }

        long prompt = (long) document.length() + system.length();
        assertThat(lost(traffic)).isLessThanOrEqualTo(bound(prompt, 200 * prompt));
    }

    private static BigDecimal lost(List<TrafficCall> traffic) {
        Outcome outcome = new Simulation(traffic).run(Settings.builtIn(1L << 30), (call, body) -> {});
        return outcome.parsimony().subtract(outcome.asSent());
    }

    /** The account's, where one call follows another: three prompts and half a percent. */
    private static BigDecimal bound(long largest, long bytes) {
        return BigDecimal.valueOf((3 * largest + 0.005 * bytes) / BYTES_A_TOKEN * USD_A_TOKEN);
    }

    /** It sees what goes out: whatever is marked never comes again, whatever is not comes until it is. */
    @RepeatedTest(4)
    void losesNoMoreToTrafficThatChangesItsHabitAsSoonAsItIsMarked(RepetitionInfo repetition) {
        Adversary adversary = new Adversary(new Random(repetition.getCurrentRepetition()));
        adversary.play(500);

        assertThat(adversary.marked).isPositive(); // or it would prove nothing
        assertThat(adversary.lost()).isLessThanOrEqualTo(BigDecimal.valueOf(adversary.bound()));
    }

    private static final class Adversary {
        private final Random random;
        private final Agenda agenda = new Agenda(Lines.NOON);
        private final Counter counter = new Counter(agenda, Set.of());
        private final Performance performance =
                new Performance(Settings.builtIn(1L << 30), agenda, counter, new Desk(), (call, body) -> noticed(body));
        private final List<TrafficCall> played = new ArrayList<>();
        private String text;
        private int marked;
        private long bytes;
        private long largest;

        Adversary(Random random) {
            this.random = random;
            this.text = another();
        }

        private String another() {
            return ("text " + played.size() + ". ").repeat(300 + random.nextInt(1000));
        }

        private void noticed(byte[] body) {
            if (new String(body, StandardCharsets.UTF_8).contains("cache_control")) {
                marked++;
                text = another();
            }
        }

        /** Each call some time after the one before: soon, after the short life, or after the long one. */
        void play(int calls) {
            double second = 0;
            for (int call = 0; call < calls; call++) {
                second += new double[] {5, 60, 400, 4000}[random.nextInt(random.nextInt(4) + 1)];
                agenda.at(Lines.NOON.plusSeconds((long) second), this::call);
            }
            agenda.run();
        }

        private void call() {
            double second = Duration.between(Lines.NOON, agenda.instant()).toSeconds();
            bytes += text.length();
            largest = Math.max(largest, text.length());
            played.add(Lines.claude(second, text, "question " + played.size()));
            performance.play(played.get(played.size() - 1));
        }

        BigDecimal lost() {
            Counter asSent = EveryCourse.bill(played, EveryCourse.read(played), Set.of());
            return counter.total().subtract(asSent.total());
        }

        double bound() {
            return (3 * largest + 0.005 * bytes) / BYTES_A_TOKEN * USD_A_TOKEN;
        }
    }
}
