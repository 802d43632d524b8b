// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.rewrite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parsimony.exchange.Change;
import dev.parsimony.exchange.Pepper;
import dev.parsimony.exchange.PlainLens;
import dev.parsimony.exchange.Plan;
import dev.parsimony.exchange.Plan.Choice;
import dev.parsimony.exchange.Plan.Marking;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StepsTest {
    private static final Site SITE = new Site("com.acme.Desk.ask", "plain", "m");
    private static final String BODY = "{\"model\":\"m\",\"cap\":100,\"stream\":true,\"messages\":[]}";

    @Test
    void comeInAFixedOrder() {
        Habits habits = new Habits(Pepper.of(new Random(1)), 1 << 20, () -> 0);

        assertThat(Rewriting.steps(habits).stream().map(Step::name))
                .containsExactly(
                        "model", "max_tokens", "stream_usage", "stable_prefix", "stable_prefix", "stable_prefix");
    }

    @Test
    void doNothingWhereNoRuleAsks() {
        Habits habits = new Habits(Pepper.of(new Random(1)), 1 << 20, () -> 0);

        for (Step step : Rewriting.steps(habits)) {
            assertThat(applied(step, BODY, Plan.asWritten()))
                    .as(step.toString())
                    .isEqualTo(BODY);
        }
        assertThat(habits.bytes()).isZero();
    }

    @Test
    void routeSendsToTheModelOfTheRule() {
        assertThat(applied(new Route(), BODY, model("n"))).isEqualTo(BODY.replace("\"m\"", "\"n\""));
    }

    @Test
    void routeLeavesTheModelThatIsAlreadyAskedFor() {
        assertThat(applied(new Route(), BODY, model("m"))).isEqualTo(BODY);
    }

    @Test
    void capLowersAndNeverRaises() {
        assertThat(applied(new Cap(), BODY, cap(99))).isEqualTo(BODY.replace("100", "99"));
        assertThat(applied(new Cap(), BODY, cap(100))).isEqualTo(BODY);
        assertThat(applied(new Cap(), BODY, cap(101))).isEqualTo(BODY);
    }

    @Test
    void capIsSetWhereThereIsNone() {
        assertThat(applied(new Cap(), "{\"model\":\"m\"}", cap(50))).isEqualTo("{\"model\":\"m\",\"cap\":50}");
    }

    @Test
    void capNeverFallsToAThinkingBudget() {
        String thinking = BODY.replace("\"cap\"", "\"budget\":60,\"cap\"");

        assertThat(refusal(new Cap(), thinking, cap(60))).isEqualTo("below_thinking_budget");
        assertThat(applied(new Cap(), thinking, cap(61))).isEqualTo(thinking.replace("100", "61"));
    }

    @Test
    void usageIsAskedForOnStreamsAlone() {
        assertThat(applied(new StreamUsage(), BODY, usage())).contains("\"usage\":true");
        assertThat(applied(new StreamUsage(), "{\"model\":\"m\"}", usage())).isEqualTo("{\"model\":\"m\"}");
    }

    @Test
    void saysWhatTheyDo() {
        assertThat(new Cap()).hasToString("max_tokens: at most what the rule says");
    }

    private static String applied(Step step, String body, Plan plan) {
        Change change = step.change(PlainLens.of(body), plan, SITE);
        byte[] bytes = ((Change.Make) change).edits().apply(body.getBytes(StandardCharsets.UTF_8));
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static String refusal(Step step, String body, Plan plan) {
        return ((Change.Refuse) step.change(PlainLens.of(body), plan, SITE)).reason();
    }

    private static Plan model(String model) {
        return plan(Optional.of(new Choice<>(model, "rule")), Optional.empty(), false);
    }

    private static Plan cap(long tokens) {
        return plan(Optional.empty(), Optional.of(new Choice<>(tokens, "rule")), false);
    }

    private static Plan usage() {
        return plan(Optional.empty(), Optional.empty(), true);
    }

    private static Plan plan(Optional<Choice<String>> model, Optional<Choice<Long>> cap, boolean usage) {
        Choice<Marking> off = new Choice<>(Marking.OFF, "");
        return new Plan(false, Optional.empty(), model, cap, Optional.empty(), off, usage, List.of("rule"));
    }
}
