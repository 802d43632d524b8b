// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.simulator.billing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Anthropic's rules: marks, minimum, lookback, lives, isolation, what invalidates. */
class MarkedCacheTest {

    private static final String MARK = ", \"cache_control\": {\"type\": \"ephemeral\"}";
    private static final String HOUR = ", \"cache_control\": {\"type\": \"ephemeral\", \"ttl\": \"1h\"}";
    private static final String SYSTEM = Ledger.text("You help.", 2000);

    private final Ledger ledger = new Ledger();

    private Usage send(String json) {
        return ledger.send(Api.ANTHROPIC_MESSAGES, json);
    }

    private static String block(String text, String mark) {
        return "{\"type\": \"text\", \"text\": \"" + text + "\"" + mark + "}";
    }

    private static String request(String settings, String system, String user) {
        return "{\"model\": \"claude-sonnet-4-5\", " + settings + "\"max_tokens\": 100, \"system\": [" + system
                + "], \"messages\": [{\"role\": \"user\", \"content\": \"" + user + "\"}]}";
    }

    private static String marked(String user) {
        return request("", block(SYSTEM, MARK), user);
    }

    @Test
    void writesAMarkedPrefixAndReadsItNextTime() {
        Usage first = send(marked("one"));
        Usage second = send(marked("two"));

        assertThat(first.read()).isZero();
        assertThat(first.write()).isGreaterThan(2000);
        assertThat(second.read()).isEqualTo(first.write());
        assertThat(second.write()).isZero();
        assertThat(second.uncached()).isEqualTo(first.uncached());
    }

    @Test
    void cachesNothingWithoutAMark() {
        send(request("", block(SYSTEM, ""), "one"));

        assertThat(send(request("", block(SYSTEM, ""), "one")).read()).isZero();
    }

    @Test
    void letsNobodyReadBeforeTheFirstAnswerBegins() {
        Pending first = ledger.open(Api.ANTHROPIC_MESSAGES, marked("one"));
        Pending parallel = ledger.open(Api.ANTHROPIC_MESSAGES, marked("two"));
        first.begin(ledger.now());
        Pending late = ledger.open(Api.ANTHROPIC_MESSAGES, marked("three"));

        assertThat(parallel.input().write()).isPositive();
        assertThat(parallel.input().read()).isZero();
        assertThat(late.input().read()).isPositive();
    }

    @Test
    void ignoresAPrefixBelowTheModelsMinimum() {
        String small = request("", block(Ledger.text("You help.", 900), MARK), "one");

        assertThat(send(small).written()).isZero();
        assertThat(send(small).read()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"claude-opus-5-5, 512", "claude-sonnet-4-6, 1024", "claude-opus-4-7, 2048", "claude-haiku-4-5, 4096"})
    void hasAMinimumPerModel(String model, int minimum) {
        TokenFactor factor =
                Models.shipped().find(Provider.ANTHROPIC, model).orElseThrow().factor();
        String enough = "x".repeat(factor.bytes(minimum - TokenFactor.OVERHEAD));
        String tooShort = "x".repeat(factor.bytes(minimum - TokenFactor.OVERHEAD - 1));

        assertThat(send(request("", block(enough, MARK), "hi").replace("claude-sonnet-4-5", model))
                        .write())
                .isEqualTo(minimum);
        assertThat(send(request("", block(tooShort, MARK), "hi").replace("claude-sonnet-4-5", model))
                        .write())
                .isZero();
    }

    @Test
    void forgetsAPrefixFiveMinutesAfterItsLastUse() {
        send(marked("one"));

        assertThat(ledger.after(Duration.ofMinutes(4))
                        .send(Api.ANTHROPIC_MESSAGES, marked("two"))
                        .read())
                .isPositive();
        assertThat(ledger.after(Duration.ofMinutes(4))
                        .send(Api.ANTHROPIC_MESSAGES, marked("three"))
                        .read())
                .isPositive();
        assertThat(ledger.after(Duration.ofMinutes(5))
                        .send(Api.ANTHROPIC_MESSAGES, marked("four"))
                        .read())
                .isZero();
    }

    @Test
    void keepsAnHourWhenAskedTo() {
        Usage first = send(request("", block(SYSTEM, HOUR), "one"));
        ledger.after(Duration.ofMinutes(59));
        Usage second = send(request("", block(SYSTEM, HOUR), "two"));

        assertThat(first.longWrite()).isPositive();
        assertThat(first.write()).isZero();
        assertThat(second.read()).isEqualTo(first.longWrite());
    }

    @Test
    void splitsTheWriteWhereTheLivesChange() {
        String tools = "\"tools\": [{\"name\": \"find\", \"description\": \"" + SYSTEM
                + "\", \"input_schema\": {\"type\": \"object\"}" + HOUR + "}], ";

        Usage usage = send(request(tools, block(SYSTEM, MARK), "one"));

        assertThat(usage.longWrite()).isGreaterThan(2000);
        assertThat(usage.write()).isGreaterThan(2000);
    }

    @ParameterizedTest
    @CsvSource({"19, true", "20, false"})
    void looksBackTwentyBlocksTheMarkedOneIncluded(int added, boolean found) {
        send(conversation(1));

        Usage later = send(conversation(1 + added));

        assertThat(later.read() > 0).isEqualTo(found);
    }

    /** A conversation of so many one-block parts whose last one is marked. */
    private static String conversation(int parts) {
        String blocks = IntStream.range(0, parts)
                .mapToObj(part -> block(part == 0 ? SYSTEM : "part " + part, part == parts - 1 ? MARK : ""))
                .collect(Collectors.joining(", "));
        return "{\"model\": \"claude-sonnet-4-5\", \"max_tokens\": 9, \"messages\": [{\"role\": \"user\", \"content\": ["
                + blocks + "]}]}";
    }

    @Test
    void doesNotReadAcrossCredentials() {
        send(marked("one"));

        assertThat(ledger.as("key-2")
                        .send(Api.ANTHROPIC_MESSAGES, marked("one"))
                        .read())
                .isZero();
    }

    @Test
    void doesNotReadAcrossModels() {
        send(marked("one"));

        assertThat(send(marked("one").replace("claude-sonnet-4-5", "claude-sonnet-4-6"))
                        .read())
                .isZero();
    }

    @Test
    void leavesNothingBehindWhenTheRequestFails() {
        ledger.open(Api.ANTHROPIC_MESSAGES, marked("one"));

        assertThat(send(marked("one")).read()).isZero();
        assertThat(ledger.account.bill().charges()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"temperature\": 0.3, ",
                "\"stop_sequences\": [\"x\"], ",
                "\"metadata\": {\"user_id\": \"u\"}, ",
                "\"stream\": true, ",
                "\"service_tier\": \"auto\", "
            })
    void readsWhateverElseTheRequestSets(String setting) {
        send(marked("one"));

        assertThat(send(request(setting, block(SYSTEM, MARK), "one")).read()).isPositive();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"tool_choice\": {\"type\": \"none\"}, ",
                "\"thinking\": {\"type\": \"enabled\", \"budget_tokens\": 1024}, ",
                "\"output_config\": {\"effort\": \"low\"}, "
            })
    void keepsTheSystemButNotTheMessagesWhenTheseChange(String setting) {
        String messages = block("more " + SYSTEM, MARK);
        String before = request("", block(SYSTEM, MARK), "x").replace("\"x\"", "[" + messages + "]");
        Usage first = send(before);

        Usage changed = send(request(setting, block(SYSTEM, MARK), "x").replace("\"x\"", "[" + messages + "]"));

        assertThat(changed.read()).isBetween(1L, first.write() - 1);
        assertThat(changed.write()).isPositive();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"tools\": [{\"name\": \"f\", \"input_schema\": {}}], ",
                "\"output_config\": {\"format\": {\"type\": \"json_schema\"}}, ",
                "\"speed\": \"fast\", ",
                "\"inference_geo\": \"us\", "
            })
    void readsNothingOfTheSystemWhenTheseChange(String setting) {
        send(marked("one"));

        assertThat(send(request(setting, block(SYSTEM, MARK), "one")).read()).isZero();
    }

    @Test
    void readsTheToolsWhenOnlyTheSystemChanges() {
        String tools = "\"tools\": [{\"name\": \"find\", \"description\": \"" + SYSTEM
                + "\", \"input_schema\": {\"type\": \"object\"}" + MARK + "}], ";
        Usage first = send(request(tools, block("Be brief.", ""), "one"));

        assertThat(send(request(tools, block("Be verbose.", ""), "one")).read()).isEqualTo(first.write());
    }

    @Test
    void takesASystemStringAndASystemBlockForTheSame() {
        String automatic = "\"cache_control\": {\"type\": \"ephemeral\"}, ";
        String asBlock = request(automatic, block(SYSTEM, ""), "one");
        send(asBlock);

        assertThat(send(asBlock.replace("[" + block(SYSTEM, "") + "]", "\"" + SYSTEM + "\""))
                        .read())
                .isPositive();
    }

    @Test
    void movesTheAutomaticMarkWithTheConversation() {
        String automatic = "\"cache_control\": {\"type\": \"ephemeral\"}, ";
        String turn = "{\"role\": \"user\", \"content\": \"one\"}";
        String first = request(automatic, block(SYSTEM, ""), "one");
        Usage written = send(first);

        Usage next = send(first.replace(
                turn,
                turn + ", {\"role\": \"assistant\", \"content\": \"1\"}, {\"role\": \"user\", \"content\": \"2\"}"));

        assertThat(next.read()).isEqualTo(written.write());
        assertThat(next.write()).isPositive().isLessThan(50);
    }

    @Test
    void keepsTheBytesOfAToolInTheirOrder() {
        String tools = "\"tools\": [{\"name\": \"find\", \"description\": \"" + SYSTEM
                + "\", \"input_schema\": {\"a\": 1, \"b\": 2}}], ";
        send(request(tools, block("x", MARK), "one"));

        assertThat(send(request(tools.replace("\"a\": 1, \"b\": 2", "\"b\": 2, \"a\": 1"), block("x", MARK), "one"))
                        .read())
                .isZero();
    }
}
