// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parsimony.exchange.Plan;
import dev.parsimony.exchange.Plan.Choice;
import dev.parsimony.exchange.Plan.Marking;
import dev.parsimony.exchange.Plan.Reuse;
import dev.parsimony.exchange.Plan.Sharing;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RulesTest {
    private static final Plan DEFAULTS = new Plan(
            false,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            new Choice<>(Marking.AUTO, ""),
            true,
            List.of());
    private static final Actions NONE = Actions.none();
    private static final Condition OPENAI = new Named(Named.Attribute.PROVIDER, List.of(new Glob("openai")));
    private static final Condition ANTHROPIC = new Named(Named.Attribute.PROVIDER, List.of(new Glob("anthropic")));
    private static final Condition STREAM = new Featured(Featured.Feature.STREAM, true);

    private static Rule rule(String name, Actions then, Condition... when) {
        return Rule.of(name, List.of(when), List.of(), then, false);
    }

    private static Rule last(Rule rule) {
        return new Rule(rule.name(), rule.clauses(), rule.then(), true);
    }

    private static Actions model(Decision<String> model) {
        return new Actions(NONE.cache(), model, NONE.cap(), NONE.stablePrefix(), NONE.promptCache(), false);
    }

    private static Actions model(String model, String rule) {
        return model(Decision.of(model, rule));
    }

    private static Actions cap(long tokens, String rule) {
        return new Actions(
                NONE.cache(), NONE.model(), Decision.of(tokens, rule), NONE.stablePrefix(), NONE.promptCache(), false);
    }

    private static Actions observe() {
        return new Actions(NONE.cache(), NONE.model(), NONE.cap(), NONE.stablePrefix(), NONE.promptCache(), true);
    }

    private static Plan plan(Rule... rules) {
        return new Rules(List.of(rules)).plan(Asked.anything(), DEFAULTS);
    }

    @Test
    void doesNothingOfWhatARuleNamesThatMayApply() {
        Rules rules = new Rules(List.of(
                rule("as asked", model(Decision.off()), Phrased.of(Phrased.Part.USER, "(?s)a.{900}b")),
                rule("cheap", model("gpt-4.1-mini", "cheap")),
                rule("cap", cap(100, "cap"))));

        Plan searched = rules.plan(Asked.anything().with("user", "c"), DEFAULTS);
        Plan tooLong = rules.plan(Asked.anything().with("user", "c".repeat(10_000)), DEFAULTS);

        assertThat(searched.model()).isPresent();
        assertThat(tooLong.model()).isEmpty();
        assertThat(tooLong.cap()).isPresent();
    }

    @Test
    void readsNoRuleBelowAFinalOneThatMayApply() {
        Rules rules = new Rules(List.of(
                last(rule("nothing else", NONE, Phrased.of(Phrased.Part.USER, "(?s)a.{900}b"))),
                rule("cap", cap(100, "cap"))));

        assertThat(rules.plan(Asked.anything().with("user", "c".repeat(10_000)), DEFAULTS))
                .isEqualTo(DEFAULTS);
    }

    @Test
    void leavesACallAloneThatARuleMayLeaveAlone() {
        Rules rules = new Rules(List.of(
                rule("hands off", observe(), Phrased.of(Phrased.Part.USER, "(?s)a.{900}b")),
                rule("cap", cap(100, "cap"))));

        assertThat(rules.plan(Asked.anything().with("user", "c".repeat(10_000)), DEFAULTS)
                        .observe())
                .isTrue();
    }

    @Test
    void withoutARuleThatAppliesTheDefaultsStand() {
        assertThat(plan(rule("a", model("o3", "a"), ANTHROPIC))).isSameAs(DEFAULTS);
    }

    @Test
    void aRuleWithoutConditionsAppliesToEveryCall() {
        assertThat(plan(rule("a", model("o3", "a"))).model()).contains(new Choice<>("o3", "a"));
    }

    @Test
    void everyConditionOfWhenMustHold() {
        assertThat(plan(rule("a", model("o3", "a"), OPENAI, STREAM)).rules()).isEmpty();
    }

    @Test
    void noConditionOfUnlessMayHold() {
        Rule rule = Rule.of("a", List.of(), List.of(STREAM, OPENAI), model("o3", "a"), false);
        assertThat(plan(rule).rules()).isEmpty();
    }

    @Test
    void eachActionIsTakenFromTheFirstRuleThatNamesIt() {
        Plan plan = plan(rule("a", cap(10, "a")), rule("b", model("o3", "b")), rule("c", model("o4", "c")));
        assertThat(plan.cap()).contains(new Choice<>(10L, "a"));
        assertThat(plan.model()).contains(new Choice<>("o3", "b"));
        assertThat(plan.rules()).containsExactly("a", "b", "c");
    }

    @Test
    void offIsAValueThatHoldsAgainstLaterRules() {
        assertThat(plan(rule("a", model(Decision.off())), rule("b", model("o3", "b")))
                        .model())
                .isEmpty();
    }

    @Test
    void noRuleIsReadAfterAFinalOneThatApplies() {
        Plan plan = plan(last(rule("a", cap(10, "a"))), rule("b", model("o3", "b")));
        assertThat(plan.model()).isEmpty();
        assertThat(plan.rules()).containsExactly("a");
    }

    @Test
    void aFinalRuleThatDoesNotApplyEndsNothing() {
        assertThat(plan(last(rule("a", cap(10, "a"), ANTHROPIC)), rule("b", model("o3", "b")))
                        .rules())
                .containsExactly("b");
    }

    @Test
    void observeWinsWhereverItStands() {
        Plan plan = plan(rule("a", model("o3", "a")), rule("b", observe()));
        assertThat(plan.observe()).isTrue();
        assertThat(plan.model()).isEmpty();
        assertThat(plan.promptCache().value()).isEqualTo(Marking.OFF);
        assertThat(plan.streamUsage()).isFalse();
        assertThat(plan.rules()).containsExactly("a", "b");
    }

    @Test
    void nothingIsDoneWhereTheDefaultsObserve() {
        Plan plan = new Rules(List.of(rule("a", model("o3", "a")))).plan(Asked.anything(), Plan.asWritten());
        assertThat(plan.observe()).isTrue();
        assertThat(plan.model()).isEmpty();
        assertThat(plan.rules()).containsExactly("a");
    }

    @Test
    void aRuleOverridesTheDefaultLeverAndLeavesTheRest() {
        Actions hour = new Actions(
                NONE.cache(), NONE.model(), NONE.cap(), NONE.stablePrefix(), Decision.of(Marking.LONG, "a"), false);
        Plan plan = plan(rule("a", hour));
        assertThat(plan.promptCache()).isEqualTo(new Choice<>(Marking.LONG, "a"));
        assertThat(plan.streamUsage()).isTrue();
    }

    @Test
    void reuseAndOrderAreDecidedLikeTheRest() {
        Reuse reuse = new Reuse(Duration.ofMinutes(10), Sharing.SHARED, true, false);
        Actions both = new Actions(
                Decision.of(reuse, "a"), NONE.model(), NONE.cap(), Decision.of(true, "a"), NONE.promptCache(), false);
        Plan plan = plan(rule("a", both));
        assertThat(plan.cache()).contains(new Choice<>(reuse, "a"));
        assertThat(plan.stablePrefix()).contains(new Choice<>(true, "a"));
    }

    @Test
    void theBodyIsNotReadWhereTheHostAlreadyTells() {
        Condition phrase = Phrased.of(Phrased.Part.USER, "x");
        Condition tokens = new Measured(Measured.Quantity.INPUT_TOKENS, Range.of("< 5"));
        Asked call = Asked.anything();
        new Rules(List.of(rule("a", NONE, phrase, tokens, STREAM, ANTHROPIC))).plan(call, DEFAULTS);
        assertThat(call.questions()).containsExactly("provider");
    }

    @Test
    void explainsWhichRuleAppliesAndWhyAnotherDoesNot() {
        Rules rules = new Rules(List.of(
                rule("claude", model("claude-haiku-4-5", "claude"), ANTHROPIC),
                Rule.of("no-openai", List.of(), List.of(OPENAI), NONE, false),
                last(rule("all", cap(10, "all"))),
                rule("late", cap(5, "late"))));
        assertThat(rules.explain(Asked.anything()))
                .map(Verdict::toString)
                .containsExactly(
                        "claude does not apply: provider: anthropic (the call: openai)",
                        "no-openai does not apply: unless provider: openai (the call: openai)",
                        "all applies: {max_tokens: 10}",
                        "late does not apply: not read, rule \"all\" above is final");
    }

    @Test
    void aRulePrintsItself() {
        assertThat(last(rule("a", model("o3", "a"), STREAM, OPENAI)))
                .hasToString("a [provider: openai, stream: true] -> {model: o3}, final");
    }
}
