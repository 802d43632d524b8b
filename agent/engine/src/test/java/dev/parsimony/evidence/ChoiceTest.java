// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.parsimony.exchange.Block;
import dev.parsimony.exchange.Digest;
import dev.parsimony.exchange.Lens;
import dev.parsimony.exchange.PlainLens;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class ChoiceTest {
    static final CacheRules RULES = new CacheRules(
            100,
            0.1,
            List.of(new CacheRules.Life(Duration.ofMinutes(5), 1.25), new CacheRules.Life(Duration.ofHours(1), 2)),
            4,
            false);

    private static final Lens LENS = PlainLens.of("{\"system\":[{\"text\":\"a\"}]}");
    private static final Block BLOCK = LENS.blocks().get(0);

    @Test
    void marksNothingThatIsNotExpectedToPay() {
        assertThat(Choice.of(List.of(candidate(100, -0.1, -0.5)), 0, RULES, 4)).isEmpty();
        assertThat(Choice.of(List.of(), 0, RULES, 4)).isEmpty();
        assertThat(Choice.of(List.of(candidate(100, 1, 1)), 0, RULES, 0)).isEmpty();
    }

    @Test
    void marksTheLikelyPartApartFromTheLessLikely() {
        List<Choice.Mark> marks = Choice.of(List.of(candidate(100, 0.5, 0.8), candidate(300, 0.3, -0.2)), 0, RULES, 4);

        assertThat(marks).extracting(mark -> mark.candidate().prefix().bytes()).containsExactly(100L, 300L);
        assertThat(marks).extracting(Choice.Mark::longLived).containsExactly(true, false);
    }

    /** Against every set there is. */
    @RepeatedTest(200)
    void choosesTheBestOfAllSets(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        List<Candidate> candidates = new ArrayList<>();
        long bytes = random.nextInt(50);
        for (int i = random.nextInt(7); i >= 0; i--) {
            bytes += 1 + random.nextInt(100);
            candidates.add(candidate(bytes, random.nextDouble() - 0.4, random.nextDouble() - 0.4));
        }
        int most = random.nextInt(5);

        List<Choice.Mark> chosen = Choice.of(candidates, 10, RULES, most);

        assertThat(chosen).hasSizeLessThanOrEqualTo(most);
        assertThat(value(chosen)).isCloseTo(best(candidates, 0, new ArrayList<>(), most), within(1e-9));
    }

    private static double best(List<Candidate> candidates, int from, List<Choice.Mark> so, int most) {
        double best = value(so);
        for (int i = from; i < candidates.size() && so.size() < most; i++) {
            for (boolean longLived : new boolean[] {true, false}) {
                if (!longLived || so.stream().allMatch(Choice.Mark::longLived)) {
                    List<Choice.Mark> more = new ArrayList<>(so);
                    more.add(new Choice.Mark(candidates.get(i), longLived));
                    best = Math.max(best, best(candidates, i + 1, more, most));
                }
            }
        }
        return best;
    }

    private static double value(List<Choice.Mark> marks) {
        double value = 0;
        long before = 10;
        for (Choice.Mark mark : marks) {
            long bytes = mark.candidate().prefix().bytes();
            value += mark.candidate().gain(mark.longLived() ? 1 : 0) * (bytes - before);
            before = bytes;
        }
        return value;
    }

    private static Candidate candidate(long bytes, double gainShort, double gainLong) {
        return new Candidate(new Prefix(BLOCK, 0, bytes, new Digest(bytes, 0)), new Sighting(), gainShort, gainLong);
    }
}
