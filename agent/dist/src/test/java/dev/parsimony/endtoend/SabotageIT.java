// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.caller.Kind;
import com.acme.caller.Marathon;
import dev.parsimony.simulator.http.Simulator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever step of ours fails, in whatever way, the application's answers and exceptions are those it would have had. */
class SabotageIT {
    private static final List<String> STEPS = List.of(
            "recognise",
            "identify",
            "open",
            "plan",
            "decide",
            "model",
            "max_tokens",
            "stream_usage",
            "stable_prefix",
            "recall",
            "prompt_cache",
            "tell",
            "trace",
            "arrive",
            "measure",
            "price",
            "evidence",
            "remember",
            "calibrate",
            "settle",
            "revert",
            "read_answer",
            "tariffs",
            "release");
    private static final List<String> WAYS = List.of("throws", "overflows", "returns-nothing");
    private static final String NONSENSE = "/returns-nonsense";
    private static final String EVERYTHING = """
            rules:
              - {name: all, then: {cache: {ttl: 100ms, scope: shared}, max_tokens: 1000, stable_prefix: on, prompt_cache: 5m}}
            """;
    private static final Pattern NUMBER = Pattern.compile("\\d+");

    @TempDir
    private Path directory;

    @Test
    void everyCallIsAnsweredAsWithoutTheAgentWhicheverStepFails() throws IOException {
        List<String> rounds = new ArrayList<>();
        STEPS.forEach(step -> WAYS.forEach(way -> rounds.add(step + "/" + way)));

        assertAnsweredAsWithoutTheAgent(EVERYTHING, rounds);
    }

    /** A chunk that we asked for can be kept from the application only while its stream can be followed. */
    @Test
    void everyCallIsAnsweredAsWithoutTheAgentWhereNothingCanBeFollowed() throws IOException {
        List<String> rounds = new ArrayList<>();
        WAYS.forEach(way -> rounds.add("follow/" + way));
        STEPS.forEach(step -> rounds.add(step + NONSENSE));
        rounds.add("follow" + NONSENSE);

        assertAnsweredAsWithoutTheAgent("stream_usage: off\n" + EVERYTHING, rounds);
    }

    private void assertAnsweredAsWithoutTheAgent(String settings, List<String> rounds) throws IOException {
        try (Simulator simulator = Simulator.start()) {
            List<String> bare = rounds(Application.at(simulator)
                    .run(Marathon.class, "sabotage", "none/")
                    .out());
            List<String> sabotaged = rounds(Application.at(simulator)
                    .withAgent(SabotagedJar.in(directory), settings)
                    .run(Marathon.class, "sabotage", String.join(",", rounds))
                    .out());

            assertThat(sabotaged)
                    .hasSameSizeAs(rounds)
                    .allSatisfy(
                            round -> assertThat(answers(round)).as(name(round)).isEqualTo(answers(bare.get(0))));
        }
    }

    @Test
    void aStepThatWaitsForEverHoldsACallUpForAWhileOnly() throws IOException {
        String[] kinds = {Kind.OPENAI_CHAT.name(), Kind.ANTHROPIC_MESSAGE_ASYNC.name()};
        try (Simulator simulator = Simulator.start()) {
            List<String> bare = rounds(Application.at(simulator)
                    .run(Marathon.class, "sabotage", "none/", kinds[0], kinds[1])
                    .out());
            List<String> sabotaged = rounds(Application.at(simulator)
                    .withAgent(SabotagedJar.in(directory), EVERYTHING)
                    .run(Marathon.class, "sabotage", "decide/waits-for-ever", kinds[0], kinds[1])
                    .out());

            assertThat(answers(sabotaged.get(0))).isEqualTo(answers(bare.get(0)));
        }
    }

    private static List<String> rounds(String printed) {
        return List.of(printed.split("(?m)^==== ")).stream().skip(1).toList();
    }

    private static String name(String round) {
        return round.substring(0, round.indexOf('\n'));
    }

    /**
     * The answers of a round. What was read from a prompt cache, ids and times count up and may differ; and where steps work,
     * an answer repeats the cap that it was given, and chunks that tell no usage say so, as the provider writes them then.
     */
    private static String answers(String round) {
        String calls = round.substring(round.indexOf('\n'));
        String text = NUMBER.matcher(Answers.withoutIds(calls)).replaceAll("#");
        return text.replace(" usage=null,", " usage=,").replace("maxOutputTokens=#", "maxOutputTokens=null");
    }
}
