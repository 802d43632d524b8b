// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parsimony.exchange.Plan.Reuse;
import dev.parsimony.exchange.Plan.Sharing;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class DoubtTest {
    private static final Actions NONE = Actions.none();
    private static final Actions CAP = new Actions(
            NONE.cache(), NONE.model(), Decision.of(10L, "a"), NONE.stablePrefix(), NONE.promptCache(), false);
    private static final Actions OBSERVE =
            new Actions(NONE.cache(), NONE.model(), NONE.cap(), NONE.stablePrefix(), NONE.promptCache(), true);
    private static final Condition STREAM = new Featured(Featured.Feature.STREAM, true);

    private static Condition model(String... globs) {
        return new Named(
                Named.Attribute.MODEL, List.of(globs).stream().map(Glob::new).toList());
    }

    private static Condition tokens(String comparison) {
        return new Measured(Measured.Quantity.INPUT_TOKENS, Range.of(comparison));
    }

    private static Rule when(String name, Actions then, Condition... when) {
        return Rule.of(name, List.of(when), List.of(), then, false);
    }

    private static Rule last(String name, Actions then, Condition... when) {
        return Rule.of(name, List.of(when), List.of(), then, true);
    }

    private static List<String> doubts(Rule... rules) {
        return doubts(true, rules);
    }

    private static List<String> doubts(boolean tenants, Rule... rules) {
        return Doubt.of(List.of(rules), tenants).stream()
                .map(doubt -> doubt.index() + " " + doubt.message())
                .toList();
    }

    @Test
    void hasNoneWhereSpecificRulesStandAboveGeneralOnes() {
        assertThat(doubts(when("mini", CAP, model("gpt-4o-mini")), when("all", CAP, model("gpt-*"))))
                .isEmpty();
    }

    @Test
    void aRuleNeverAppliesBelowAFinalOneWithoutConditions() {
        assertThat(doubts(last("all", CAP), when("mini", CAP, model("gpt-4o-mini"))))
                .containsExactly("1 never applies: rule \"all\" above applies whenever this one would, and is final");
    }

    @Test
    void aRuleNeverAppliesBelowAFinalOneOfWiderConditions() {
        assertThat(doubts(
                        last("small", CAP, model("gpt-*"), tokens("< 2000")),
                        when("smaller", CAP, tokens("< 100"), model("gpt-4o*", "gpt-5"), STREAM)))
                .singleElement()
                .asString()
                .startsWith("1 never applies");
    }

    @Test
    void aFinalRuleOfOtherConditionsLeavesCallsToThoseBelow() {
        assertThat(doubts(last("small", CAP, tokens("< 2000")), when("any", CAP, model("gpt-*"))))
                .isEmpty();
    }

    @Test
    void unlessOfTheRuleAboveCountsToo() {
        Rule above = Rule.of("above", List.of(), List.of(tokens("< 100")), CAP, true);
        Rule below = Rule.of("below", List.of(), List.of(tokens("< 2000")), CAP, false);
        assertThat(doubts(above, below)).hasSize(1);
        assertThat(doubts(
                        new Rule("below", below.clauses(), CAP, true), new Rule("above", above.clauses(), CAP, false)))
                .isEmpty();
    }

    @Test
    void anActionIsNeverTakenThatAWiderRuleAboveDecides() {
        assertThat(doubts(when("all", CAP, model("gpt-*")), when("mini", CAP, model("gpt-4o-mini"))))
                .containsExactly(
                        "1 its max_tokens is never taken: rule \"all\" above applies whenever this one does, and decides it");
    }

    @Test
    void aRuleDoesNothingWhereAWiderOneAboveObserves() {
        assertThat(doubts(when("leave", OBSERVE), when("mini", CAP, model("gpt-4o-mini"))))
                .singleElement()
                .asString()
                .contains("leaves those calls alone");
    }

    @Test
    void noCallPassesAConditionThatStandsUnderBothWhenAndUnless() {
        Rule rule = Rule.of("a", List.of(tokens("< 100")), List.of(tokens("< 2000")), CAP, false);
        assertThat(doubts(rule))
                .containsExactly(
                        "0 never applies: no call passes both input_tokens: < 100 and unless input_tokens: < 2000");
    }

    @Test
    void noCallPassesAnEmptyComparisonAnUnknownOperationOrAnEmptySample() {
        Condition completions = new Named(Named.Attribute.OPERATION, List.of(new Glob("completions")));
        assertThat(doubts(when("a", CAP, tokens("< 0")))).hasSize(1);
        assertThat(doubts(when("a", CAP, completions))).hasSize(1);
        assertThat(doubts(when("a", CAP, new Sampled(0)))).hasSize(1);
        assertThat(doubts(Rule.of("a", List.of(), List.of(new Sampled(1)), CAP, false)))
                .hasSize(1);
    }

    @Test
    void noCallComesFromAProviderThatNobodyKnows() {
        Condition slip = new Named(Named.Attribute.PROVIDER, List.of(new Glob("opnai")));
        Condition wide = new Named(Named.Attribute.PROVIDER, List.of(new Glob("azure.*")));
        assertThat(doubts(when("a", CAP, slip))).containsExactly("0 never applies: no call passes provider: opnai");
        assertThat(doubts(when("a", CAP, wide))).isEmpty();
    }

    @Test
    void noCallHasATenantWhereNoSourceOfOneIsTrusted() {
        Condition tenant = new Named(Named.Attribute.TENANT, List.of(new Glob("acme")));
        Rule rule = when("a", CAP, tenant);
        assertThat(doubts(false, rule))
                .singleElement()
                .asString()
                .startsWith("0 never applies: no call has a tenant that is trusted. Name a source under tenant.from");
        assertThat(doubts(true, rule)).isEmpty();
        assertThat(doubts(false, Rule.of("a", List.of(), List.of(tenant), CAP, false)))
                .isEmpty();
    }

    @Test
    void aCacheWithinATenantReusesNothingWhereNoSourceOfOneIsTrusted() {
        Rule rule = when("a", cache(Sharing.TENANT));
        assertThat(doubts(false, rule))
                .singleElement()
                .asString()
                .startsWith("0 its cache reuses nothing: no call has a tenant that is trusted.")
                .contains("scope: shared");
        assertThat(doubts(true, rule)).isEmpty();
        assertThat(doubts(false, when("a", cache(Sharing.SHARED)))).isEmpty();
    }

    private static Actions cache(Sharing scope) {
        Reuse reuse = new Reuse(Duration.ofMinutes(5), scope, true, false);
        return new Actions(
                Decision.of(reuse, "a"), NONE.model(), NONE.cap(), NONE.stablePrefix(), NONE.promptCache(), false);
    }

    @Test
    void observeLeavesNothingToOtherActions() {
        Actions both =
                new Actions(NONE.cache(), NONE.model(), CAP.cap(), NONE.stablePrefix(), NONE.promptCache(), true);
        assertThat(doubts(when("a", both))).hasSize(1);
    }

    @Test
    void aRuleWithoutActionsIsOnlyUsefulIfItIsFinal() {
        assertThat(doubts(when("a", NONE))).hasSize(1);
        assertThat(doubts(last("a", NONE))).isEmpty();
    }
}
