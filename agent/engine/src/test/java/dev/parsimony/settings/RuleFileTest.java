// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parsimony.exchange.Plan.Marking;
import dev.parsimony.exchange.Plan.Reuse;
import dev.parsimony.exchange.Plan.Sharing;
import dev.parsimony.rules.Actions;
import dev.parsimony.rules.CallSiteGlob;
import dev.parsimony.rules.CalledFor;
import dev.parsimony.rules.CalledFrom;
import dev.parsimony.rules.Clause;
import dev.parsimony.rules.Condition;
import dev.parsimony.rules.Decision;
import dev.parsimony.rules.Featured;
import dev.parsimony.rules.Featured.Feature;
import dev.parsimony.rules.Glob;
import dev.parsimony.rules.Measured;
import dev.parsimony.rules.Measured.Quantity;
import dev.parsimony.rules.Named;
import dev.parsimony.rules.Named.Attribute;
import dev.parsimony.rules.Phrased;
import dev.parsimony.rules.Range;
import dev.parsimony.rules.RouteGlob;
import dev.parsimony.rules.Rule;
import dev.parsimony.rules.Sampled;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RuleFileTest {
    private static final Actions NONE = Actions.none();

    private static Rule rule(String... lines) {
        return Written.settings(lines).rules().list().get(0);
    }

    private static Actions then(String actions) {
        return rule("rules: [{name: a, then: {%s}}]".formatted(actions)).then();
    }

    private static Condition named(Attribute attribute, String... globs) {
        return new Named(attribute, Stream.of(globs).map(Glob::new).toList());
    }

    private static Condition measured(Quantity quantity, String comparison) {
        return new Measured(quantity, Range.of(comparison));
    }

    static List<Arguments> conditions() {
        return List.of(
                Arguments.of("call_site: 'com.acme.**'", new CalledFrom(List.of(CallSiteGlob.of("com.acme.**")))),
                Arguments.of("endpoint: '/api/**'", new CalledFor(List.of(RouteGlob.of("/api/**")))),
                Arguments.of("provider: openai", named(Attribute.PROVIDER, "openai")),
                Arguments.of("operation: chat", named(Attribute.OPERATION, "chat")),
                Arguments.of("model: [gpt-4o, gpt-4o-mini]", named(Attribute.MODEL, "gpt-4o", "gpt-4o-mini")),
                Arguments.of("host: '*.OpenAI.azure.com'", named(Attribute.HOST, "*.openai.azure.com")),
                Arguments.of("input_tokens: < 2000", measured(Quantity.INPUT_TOKENS, "< 2000")),
                Arguments.of("messages: '>= 4'", measured(Quantity.MESSAGES, ">= 4")),
                Arguments.of("max_tokens: 500..2000", measured(Quantity.MAX_TOKENS, "500..2000")),
                Arguments.of("temperature: 0", measured(Quantity.TEMPERATURE, "0")),
                Arguments.of("temperature: 0.7", measured(Quantity.TEMPERATURE, "0.7")),
                Arguments.of("tools: false", new Featured(Feature.TOOLS, false)),
                Arguments.of("images: true", new Featured(Feature.IMAGES, true)),
                Arguments.of("stream: on", new Featured(Feature.STREAM, true)),
                Arguments.of("json-output: off", new Featured(Feature.JSON_OUTPUT, false)),
                Arguments.of("system: (?i)translate", Phrased.of(Phrased.Part.SYSTEM, "(?i)translate")),
                Arguments.of("user: '^\\d+$'", Phrased.of(Phrased.Part.USER, "^\\d+$")),
                Arguments.of("tenant: acme", named(Attribute.TENANT, "acme")),
                Arguments.of("thread: batch-*", named(Attribute.THREAD, "batch-*")),
                Arguments.of("sample: 10%", new Sampled(0.1)),
                Arguments.of("sample: 2.5 %", new Sampled(0.025)));
    }

    @ParameterizedTest
    @MethodSource("conditions")
    void readsEveryConditionOfTheContract(String written, Condition condition) {
        assertThat(rule("rules: [{name: a, final: on, when: {%s}}]".formatted(written))
                        .clauses())
                .containsExactly(new Clause(condition, true));
        assertThat(rule("rules: [{name: a, final: on, unless: {%s}}]".formatted(written))
                        .clauses())
                .containsExactly(new Clause(condition, false));
    }

    @Test
    void readsTheRulesOfTheContractsExample() {
        List<Rule> rules = Written.settings(
                        "rules:",
                        "  - name: faq",
                        "    when: {call_site: \"com.acme.support.**\", model: \"gpt-4o*\"}",
                        "    then: {cache: {ttl: 10m, scope: shared}}",
                        "  - name: triage-on-haiku",
                        "    when: {call_site: \"com.acme.Triage.classify\", input_tokens: \"< 2000\", tools: false}",
                        "    then: {model: claude-haiku-4-5, max_tokens: 256}")
                .rules()
                .list();
        assertThat(rules)
                .map(Rule::toString)
                .containsExactly(
                        "faq [call_site: com.acme.support.**, model: gpt-4o*] -> {cache: {ttl: 10m,"
                                + " scope: shared, join: on}}",
                        "triage-on-haiku [call_site: com.acme.Triage.classify, tools: false, input_tokens: < 2000] ->"
                                + " {model: claude-haiku-4-5, max_tokens: 256}");
    }

    @Test
    void readsHowAnswersAreReused() {
        assertThat(then("cache: {ttl: 10m}").cache())
                .isEqualTo(Decision.of(new Reuse(Duration.ofMinutes(10), Sharing.TENANT, true, false), "a"));
        assertThat(then("cache: {ttl: 500ms, scope: shared, join: off, within_trace: on}")
                        .cache())
                .isEqualTo(Decision.of(new Reuse(Duration.ofMillis(500), Sharing.SHARED, false, true), "a"));
        assertThat(then("cache: off").cache()).isEqualTo(Decision.off());
    }

    @Test
    void readsAnotherModelOrTheOneThatIsAskedFor() {
        assertThat(then("model: claude-haiku-4-5").model()).isEqualTo(Decision.of("claude-haiku-4-5", "a"));
        assertThat(then("model: as_requested").model()).isEqualTo(Decision.off());
    }

    @Test
    void readsACapOrNone() {
        assertThat(then("max_tokens: 256").cap()).isEqualTo(Decision.of(256L, "a"));
        assertThat(then("max_tokens: off").cap()).isEqualTo(Decision.off());
    }

    @Test
    void readsWhetherPrefixesAreMadeStable() {
        assertThat(then("stable_prefix: on").stablePrefix()).isEqualTo(Decision.of(true, "a"));
        assertThat(then("stable_prefix: off").stablePrefix()).isEqualTo(Decision.off());
    }

    @ParameterizedTest
    @CsvSource({"off, OFF", "auto, AUTO", "5m, SHORT", "1h, LONG", "false, OFF"})
    void readsWhichMarksMayBeSet(String written, Marking marking) {
        assertThat(then("prompt_cache: " + written).promptCache()).isEqualTo(Decision.of(marking, "a"));
    }

    @Test
    void readsThatCallsAreLeftAlone() {
        assertThat(then("mode: observe"))
                .isEqualTo(new Actions(
                        NONE.cache(), NONE.model(), NONE.cap(), NONE.stablePrefix(), NONE.promptCache(), true));
    }

    @Test
    void namesNoActionThatIsNotWritten() {
        assertThat(rule("rules: [{name: a, final: true}]").then()).isEqualTo(NONE);
    }

    @Test
    void readsWhichRuleIsTheLast() {
        assertThat(rule("rules: [{name: a, final: true}]").last()).isTrue();
        assertThat(rule("rules: [{name: a, final: off, then: {mode: observe}}]").last())
                .isFalse();
    }

    @Test
    void aVariableMayStandForANumber() {
        Loaded loaded = Written.file(
                Map.of(),
                Map.of("CAP", "256"),
                "rules: [{name: a, then: {max_tokens: '${env:CAP}'}, when: {sample: '${env:PART:-5%}'}}]");
        assertThat(loaded.settings().rules().list())
                .map(Rule::toString)
                .containsExactly("a [sample: 5%] -> {max_tokens: 256}");
    }

    @Test
    void warnsOfARuleThatCanNeverApplyWithItsPlace() {
        Loaded loaded = Written.file(
                "rules:",
                "  - {name: all, then: {max_tokens: 5}, final: true}",
                "  - {name: late, then: {max_tokens: 6}}");
        assertThat(loaded.isAccepted()).isTrue();
        assertThat(Written.warnings(loaded))
                .containsExactly("parsimony.yaml:3:5: rules[1]: never applies: rule \"all\" above applies whenever"
                        + " this one would, and is final");
    }

    @Test
    void warnsOfRulesThatNeedATenantWhereNoneIsTrusted() {
        String rules =
                "rules: [{name: a, when: {tenant: x}, then: {max_tokens: 5}}, {name: b, then: {cache: {ttl: 1m}}}]";
        String header = "tenant: {from: ['header:X-Tenant']";
        assertThat(Written.warnings(Written.file(rules)))
                .satisfiesExactly(
                        warning -> assertThat(warning).contains("rules[0]: never applies"),
                        warning -> assertThat(warning).contains("rules[1]: its cache reuses nothing"));
        assertThat(Written.file(header + "}", rules).warnings()).hasSize(2);
        assertThat(Written.file(header + ", trusted: ['header:X-Tenant']}", rules)
                        .warnings())
                .isEmpty();
        assertThat(Written.file("tenant: {from: ['mdc:tenant']}", rules).warnings())
                .isEmpty();
    }

    @Test
    void warnsOfNothingWhileSomethingCannotBeRead() {
        assertThat(Written.file("rules: [{name: a, when: {modle: x}}]").warnings())
                .isEmpty();
    }
}
