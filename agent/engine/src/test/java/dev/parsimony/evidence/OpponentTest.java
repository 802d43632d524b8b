// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parsimony.evidence.CacheRules.Life;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Traffic of an opponent who sees every decision: what is marked never comes again, or in a burst of calls after the provider
 * has forgotten it; what a provider was told not to keep comes again; answers break off, are never counted, are asked for
 * again. The account's bound holds, whatever the prices and however wrong our estimate of tokens.
 */
class OpponentTest {
    private static final CacheRules ANTHROPIC = new CacheRules(
            100, 0.1, List.of(new Life(Duration.ofMinutes(5), 1.25), new Life(Duration.ofHours(1), 2)), 4, false);
    private static final CacheRules AMAZON =
            new CacheRules(1024, 0.1, List.of(new Life(Duration.ofMinutes(5), 1.25)), 4, false);
    private static final CacheRules OPENAI =
            new CacheRules(1024, 0.1, List.of(new Life(Duration.ofMinutes(30), 1.25)), 4, true);

    private static final Duration[] PAUSES = {
        Duration.ofSeconds(1),
        Duration.ofSeconds(20),
        Duration.ofMinutes(4),
        Duration.ofMinutes(10),
        Duration.ofMinutes(40),
        Duration.ofMinutes(70)
    };

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void losesNoMoreThanTheBoundByAnthropicsRules(long seed) {
        play(new Arena(ANTHROPIC), new Random(seed));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void losesNoMoreThanTheBoundByAmazonsRules(long seed) {
        play(new Arena(AMAZON), new Random(seed));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void losesNoMoreThanTheBoundByOpenAisRules(long seed) {
        play(new Arena(OPENAI), new Random(seed));
    }

    /** Nothing else is under way, so that the bound leaves the opponent no more than three prompts. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void losesNoMoreThanThreePromptsWhereOneCallFollowsAnother(long seed) {
        playInTurn(new Arena(ANTHROPIC), new Random(seed));
        playInTurn(new Arena(AMAZON), new Random(seed));
    }

    /** What was gained is spent on many prompts; all of them are held, and gone all at once. */
    @ParameterizedTest
    @ValueSource(ints = {1, 30})
    void losesNoMoreThanTheBoundWhenAllIsForgotten(int atOnce) {
        Arena arena = new Arena(ANTHROPIC);
        for (int pair = 0; pair < 50; pair++) {
            arena.whole("a of old " + pair / 2);
            arena.later(Duration.ofMillis(10));
        }
        for (int text = 0; text < 90; text++) {
            arena.whole("a" + text);
            arena.later(Duration.ofMillis(10));
        }
        arena.forget();
        for (int text = 0; text < 90; text += atOnce) {
            List<Arena.Sent> burst = new ArrayList<>();
            for (int i = text; i < text + atOnce; i++) {
                burst.add(arena.send("a" + i));
            }
            burst.forEach(Arena.Sent::begin);
            burst.forEach(Arena.Sent::end);
            arena.check();
        }
        assertThat(arena.marked()).isGreaterThan(80);
    }

    /** Prompts that come once, a thousand of them; and then all of them again. */
    @ParameterizedTest
    @ValueSource(ints = {1, 40})
    void losesNoMoreThanTheBoundWhenWhatWasNotToBeKeptComesAgain(int atOnce) {
        Arena arena = new Arena(OPENAI);
        for (int again = 0; again < 3; again++) {
            for (int text = 0; text < 1_000; text += atOnce) {
                List<Arena.Sent> burst = new ArrayList<>();
                for (int i = text; i < text + atOnce; i++) {
                    burst.add(arena.send("a" + i));
                }
                burst.forEach(Arena.Sent::begin);
                burst.forEach(Arena.Sent::end);
                arena.later(Duration.ofMillis(500));
                arena.check();
            }
        }
        assertThat(arena.marked()).isGreaterThan(100);
    }

    private static void play(Arena arena, Random random) {
        List<Arena.Sent> open = new ArrayList<>();
        List<String> used = new ArrayList<>(List.of("first"));
        String bait = "a0";
        for (int move = 0; move < 4_000; move++) {
            int fate = random.nextInt(100);
            if (fate < 45 || open.isEmpty()) {
                Arena.Sent sent = arena.send(bait);
                open.add(sent);
                if (sent.isMarked() || random.nextInt(8) == 0) {
                    used.add(bait);
                    bait = "adbe".charAt(random.nextInt(4)) + " " + move;
                }
            } else if (fate < 50 && open.size() < 40) {
                String text = used.get(random.nextInt(used.size()));
                for (int i = random.nextInt(25); i >= 0; i--) {
                    open.add(arena.send(text));
                }
            } else if (fate < 52) {
                arena.forget();
            } else if (fate < 60) {
                arena.later(PAUSES[random.nextInt(1 + random.nextInt(PAUSES.length))]);
            } else {
                go(open, open.get(random.nextInt(open.size())), random);
            }
            arena.check();
        }
        assertThat(arena.marked()).isGreaterThan(8); // or it would prove nothing
    }

    /** The bait comes until it is marked and never again, or all that was marked comes once more after it was forgotten. */
    private static void playInTurn(Arena arena, Random random) {
        List<String> used = new ArrayList<>(List.of("first"));
        String bait = "a0";
        for (int move = 0; move < 2_000; move++) {
            int fate = random.nextInt(100);
            if (fate < 2) {
                arena.forget();
            }
            if (fate < 10) {
                arena.later(PAUSES[random.nextInt(1 + random.nextInt(PAUSES.length))]);
            }
            Arena.Sent sent = arena.send(fate < 14 ? used.get(random.nextInt(used.size())) : bait);
            if (sent.isMarked()) {
                used.add(bait);
                bait = "adbe".charAt(random.nextInt(4)) + " " + move;
            }
            inTurn(sent, random.nextInt(20));
            arena.check();
        }
        assertThat(arena.marked()).isGreaterThan(8); // or it would prove nothing
    }

    private static void inTurn(Arena.Sent sent, int fate) {
        if (fate == 0) {
            sent.breakOff();
            sent.again();
        }
        sent.begin();
        if (fate == 1) {
            sent.endUntold();
        } else {
            sent.end();
        }
    }

    private static void go(List<Arena.Sent> open, Arena.Sent sent, Random random) {
        int fate = random.nextInt(10);
        if (fate == 0) {
            sent.breakOff();
            if (random.nextBoolean()) {
                sent.again();
            } else {
                open.remove(sent);
            }
        } else if (!sent.hasBegun()) {
            sent.begin();
        } else {
            open.remove(sent);
            if (fate == 1) {
                sent.endUntold();
            } else {
                sent.end();
            }
        }
    }
}
