// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.cli.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parsimony.settings.Settings;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** Traffic that is out to make marks lose: it repeats itself until they are written, and then no more. */
class NeverLosesTest {
    private static final double USD_A_TOKEN = 2e-6;
    private static final double BYTES_A_TOKEN = 2.8;

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

        Outcome outcome = new Simulation(traffic).run(Settings.builtIn(1L << 30), (call, body) -> {});

        // two prompts and half a percent; a third prompt for those whose tokens were only estimated when they were sent
        double bound = (3 * largest + 0.005 * bytes) / BYTES_A_TOKEN * USD_A_TOKEN;
        BigDecimal lost = outcome.parsimony().subtract(outcome.asSent());
        assertThat(lost).isLessThanOrEqualTo(BigDecimal.valueOf(bound));
    }
}
