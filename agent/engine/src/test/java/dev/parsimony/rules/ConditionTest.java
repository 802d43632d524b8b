// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.parsimony.exchange.Operation;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionTest {
    private static Condition named(Named.Attribute attribute, String... globs) {
        return new Named(attribute, Stream.of(globs).map(Glob::new).toList());
    }

    private static Condition measured(Measured.Quantity quantity, String comparison) {
        return new Measured(quantity, Range.of(comparison));
    }

    static List<Arguments> conditions() {
        return List.of(
                Arguments.of(
                        new CalledFrom(List.of(CallSiteGlob.of("com.acme.**"))),
                        "call_site",
                        "com.acme.A.b",
                        "org.A.b"),
                Arguments.of(
                        new CalledFor(List.of(RouteGlob.of("/api/**"))), "endpoint", "/api/orders/{id}", "/health"),
                Arguments.of(named(Named.Attribute.PROVIDER, "open*"), "provider", "openai", "anthropic"),
                Arguments.of(
                        named(Named.Attribute.OPERATION, "chat"), "operation", Operation.CHAT, Operation.EMBEDDINGS),
                Arguments.of(named(Named.Attribute.MODEL, "gpt-4o", "o3"), "model", "o3", "o4"),
                Arguments.of(named(Named.Attribute.HOST, "*.azure.com"), "host", "a.azure.com", "azure.org"),
                Arguments.of(named(Named.Attribute.TENANT, "acme"), "tenant", "acme", ""),
                Arguments.of(named(Named.Attribute.THREAD, "batch-*"), "thread", "batch-7", "main"),
                Arguments.of(measured(Measured.Quantity.INPUT_TOKENS, "< 2000"), "input_tokens", 1999L, 2000L),
                Arguments.of(measured(Measured.Quantity.MESSAGES, ">= 4"), "messages", 4, 3),
                Arguments.of(measured(Measured.Quantity.MAX_TOKENS, "500..2000"), "max_tokens", 500L, 499L),
                Arguments.of(measured(Measured.Quantity.MAX_TOKENS, ">= 0"), "max_tokens", 1L, "none"),
                Arguments.of(measured(Measured.Quantity.TEMPERATURE, "0"), "temperature", 0.0, 0.7),
                Arguments.of(measured(Measured.Quantity.TEMPERATURE, "0"), "temperature", 0.0, "none"),
                Arguments.of(new Featured(Featured.Feature.TOOLS, true), "tools", true, false),
                Arguments.of(new Featured(Featured.Feature.IMAGES, false), "images", false, true),
                Arguments.of(new Featured(Featured.Feature.STREAM, true), "stream", true, false),
                Arguments.of(new Featured(Featured.Feature.JSON_OUTPUT, true), "json_output", true, false),
                Arguments.of(
                        Phrased.of(Phrased.Part.SYSTEM, "(?i)translate"), "system", "Please Translate.", "Sum up."),
                Arguments.of(Phrased.of(Phrased.Part.USER, "^\\d+$"), "user", "42", "42 apples"),
                Arguments.of(new Sampled(0.1), "sample", 0.09, 0.1));
    }

    @ParameterizedTest
    @MethodSource("conditions")
    void holdsWhereTheCallIsSo(Condition condition, String key, Object fulfilling, Object failing) {
        assertThat(condition.holds(Asked.anything().with(key, fulfilling))).isTrue();
    }

    @ParameterizedTest
    @MethodSource("conditions")
    void doesNotHoldWhereTheCallIsOtherwise(Condition condition, String key, Object fulfilling, Object failing) {
        assertThat(condition.holds(Asked.anything().with(key, failing))).isFalse();
    }

    @ParameterizedTest
    @MethodSource("conditions")
    void asksTheCallForNothingElse(Condition condition, String key, Object fulfilling, Object failing) {
        Asked call = Asked.anything().with(key, fulfilling);
        condition.holds(call);
        assertThat(call.questions()).containsExactly(key);
    }

    @ParameterizedTest
    @MethodSource("conditions")
    void printsItselfUnderItsKey(Condition condition, String key, Object fulfilling, Object failing) {
        assertThat(condition.key()).isEqualTo(key);
        assertThat(condition.toString()).startsWith(key + ": ");
    }

    @Test
    void neverShowsWhatTheUserSaid() {
        Condition condition = Phrased.of(Phrased.Part.USER, "secret");
        assertThat(condition.seen(Asked.anything().with("user", "my password"))).isEqualTo("not found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"(?=later)", "(?<!before)x", "(a)\\1", "a++", "[a-z", "a{1001}"})
    void refusesExpressionsThatCannotRunInLinearTime(String expression) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Phrased.of(Phrased.Part.USER, expression))
                .withMessageContaining("RE2 syntax");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"(a{1000}){1000}", "((((a{900}){900}){900}){900}){900}", "(a{50}){50}", "(x{1,900}){1,900}"})
    void refusesExpressionsThatGrowTooLarge(String expression) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Phrased.of(Phrased.Part.USER, expression))
                .withMessageContaining("too large");
    }

    @Test
    void refusesAnExpressionOfMoreThanAThousandCharacters() {
        assertThatIllegalArgumentException().isThrownBy(() -> Phrased.of(Phrased.Part.USER, "a".repeat(1001)));
    }
}
