// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parsimony.exchange.Node;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExplainCommandTest {
    private static final String CHAT = """
            {"model": "gpt-4o", "max_tokens": 1000, "messages": [{"role": "user", "content": "hello"}]}
            """;
    private static final String RULES = """
            rules:
              - name: elsewhere
                when: {call_site: "com.acme.billing.**"}
                then: {max_tokens: 1}
              - name: triage
                when: {call_site: "com.acme.Triage.classify"}
                then: {model: gpt-4o-mini, max_tokens: 256}
            """;

    @TempDir
    Path directory = Path.of("");

    private final Terminal terminal = new Terminal();
    private String rules = "";
    private String request = "";

    @BeforeEach
    void writeFiles() throws IOException {
        rules = file("parsimony.yaml", RULES);
        request = file("request.json", CHAT);
    }

    @Test
    void saysOfEachRuleWhetherItAppliesAndWhyNot() {
        assertThat(explain("--call-site", "com.acme.Triage.classify")).isZero();
        assertThat(terminal.lines())
                .anyMatch(line -> line.startsWith("  elsewhere does not apply: ") && line.contains("call_site"))
                .anyMatch(line -> line.startsWith("  triage applies: "));
    }

    @Test
    void namesWhatWouldWinOverTheFileAndIsNotReadHere() {
        terminal.with(Map.of("PARSIMONY_MODE", "observe", "PARSIMONY_DEBUG", ""));

        assertThat(explain("--call-site", "com.acme.Triage.classify")).isZero();
        assertThat(terminal.lines()).contains("  taken: model, max_tokens");
        assertThat(terminal.err())
                .isEqualTo("Not read here: PARSIMONY_MODE. Where the agent runs, such settings win over the file.\n");
    }

    @Test
    void showsWhatChangesInTheRequest() {
        explain("--call-site", "com.acme.Triage.classify");

        assertThat(terminal.lines())
                .contains(
                        "  taken: model, max_tokens",
                        "  - model: \"gpt-4o\"",
                        "  + model: \"gpt-4o-mini\"",
                        "  - max_tokens: 1000",
                        "  + max_tokens: 256");
    }

    @Test
    void pricesTheRequestBeforeAndAfter() {
        explain("--call-site", "com.acme.Triage.classify");

        // 7 x 2.50 and 1000 x 10 per million, then 7 x 0.15 and 256 x 0.60
        assertThat(terminal.lines())
                .contains(
                        "  as written  gpt-4o: 7 input tokens = 0.0000175 USD, with 1,000 output tokens at most = 0.0100175 USD",
                        "  as sent     gpt-4o-mini: 7 input tokens = 0.00000105 USD, with 256 output tokens at most = 0.00015465 USD");
    }

    @Test
    void saysThatARequestGoesOutAsWritten() {
        explain("--call-site", "com.acme.Other.call");

        assertThat(terminal.lines()).contains("  goes out as written, byte for byte");
    }

    @Test
    void saysWhichApiTheBodyWasTakenFor() {
        explain();

        assertThat(terminal.lines().get(0)).isEqualTo("openai.chat at https://api.openai.com/v1/chat/completions");
        assertThat(terminal.lines().get(1)).contains("no --url is given");
    }

    @Test
    void takesTheUrlThatIsGiven() {
        explain("--url", "https://acme.openai.azure.com/openai/deployments/prod/chat/completions");

        assertThat(terminal.out())
                .startsWith("openai.chat at https://acme.openai.azure.com/openai/deployments/prod/chat/completions")
                .doesNotContain("no --url");
    }

    @Test
    void writesItAllAsJson() {
        explain("--call-site", "com.acme.Triage.classify", "--json");

        Node explanation = Texts.json(terminal.out());
        assertThat(explanation.get("api").text()).isEqualTo("openai.chat");
        assertThat(explanation.get("rules").items())
                .extracting(rule ->
                        rule.get("name").text() + " " + rule.get("applies").raw())
                .containsExactly("elsewhere false", "triage true");
        assertThat(explanation.get("sent").get("model").text()).isEqualTo("gpt-4o-mini");
        assertThat(explanation.get("before").get("input").get("total").raw()).isEqualTo("0.0000175");
        assertThat(explanation.get("after").get("at_most").get("total").raw()).isEqualTo("0.00015465");
    }

    @Test
    void saysWhyAnActionIsNotTaken() throws IOException {
        rules = file("cache.yaml", "rules:\n  - {name: faq, then: {cache: {ttl: 10m}}}\n");
        explain();

        assertThat(terminal.lines()).anyMatch(line -> line.startsWith("  not taken: cache:"));
    }

    @Test
    void knowsTheTenantThatIsGiven() throws IOException {
        rules = file(
                "tenants.yaml",
                "tenant: {from: [\"mdc:tenantId\"]}\nrules:\n  - {name: gold, when: {tenant: acme}, then: {max_tokens: 5}}\n");
        explain("--tenant", "acme");

        assertThat(terminal.lines()).anyMatch(line -> line.startsWith("  gold applies"));
    }

    @Test
    void refusesATenantThatTheFileReadsNowhere() {
        assertThat(explain("--tenant", "acme")).isEqualTo(2);
        assertThat(terminal.err())
                .isEqualTo("--tenant: the file names no source of tenants. Name one under tenant.from\n");
    }

    @Test
    void showsTheMarksThatARepeatedPrefixWillGet() throws IOException {
        String handbook = "All about refunds, deliveries and the weather in Lapland. ".repeat(600);
        request = file(
                "messages.json",
                "{\"model\":\"claude-sonnet-4-5\",\"max_tokens\":100,\"system\":\"" + handbook
                        + "\",\"messages\":[{\"role\":\"user\",\"content\":\"hello\"}]}");
        rules = file("empty.yaml", "version: 1\n");
        explain();

        assertThat(terminal.lines())
                .contains("  goes out as written, byte for byte", "once the same prefix has been sent before");
        assertThat(terminal.lines()).anyMatch(line -> line.startsWith("  + system: [{") && line.contains("\"text\""));
        assertThat(terminal.lines()).anyMatch(line -> line.startsWith("  when it is read from it"));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\'',
            delimiter = '|',
            value = {
                "https://api.anthropic.com/v1/messages | {`model`:`claude-sonnet-4-5`,`max_tokens`:100,`stream`:true,"
                        + "`system`:`%s`,`messages`:[{`role`:`user`,`content`:`hello`}]}",
                "https://openrouter.ai/api/v1/chat/completions | {`model`:`anthropic/claude-sonnet-4.5`,`messages`:"
                        + "[{`role`:`system`,`content`:`%s`},{`role`:`user`,`content`:`hello`}]}",
                "https://bedrock-runtime.us-east-1.amazonaws.com/model/anthropic.claude-sonnet-4-5-20250929-v1%%3A0/converse |"
                        + " {`system`:[{`text`:`%s`}],`messages`:[{`role`:`user`,`content`:[{`text`:`hello`}]}]}"
            })
    void showsTheMarksOfEveryApiThatTakesThem(String url, String body) throws IOException {
        String handbook = "All about refunds, deliveries and the weather in Lapland. ".repeat(600);
        request = file("request.json", body.formatted(handbook).replace('`', '"'));
        rules = file("empty.yaml", "version: 1\n");
        explain("--url", url.formatted());

        assertThat(terminal.lines()).anyMatch(line -> line.startsWith("  when it is read from it"));
    }

    @Test
    void coloursWhatComesAndGoesOnATerminal() {
        terminal.inColour();
        explain("--call-site", "com.acme.Triage.classify");

        assertThat(terminal.out()).contains("\u001b[32m+ model: \"gpt-4o-mini\"\u001b[0m");
    }

    @Test
    void readsTheRequestFromStandardInput() {
        assertThat(terminal.typing(CHAT).run("explain", rules, "--request", "-"))
                .isZero();
        assertThat(terminal.out()).startsWith("openai.chat");
    }

    @Test
    void refusesToReadBothFromStandardInput() {
        assertThat(terminal.run("explain", "-", "--request", "-")).isEqualTo(2);
        assertThat(terminal.err()).startsWith("--request: is the settings file itself, standard input.");
    }

    @Test
    void pricesAnAnswerFromTheStoreAtNothing() throws IOException {
        rules = file("shared.yaml", "rules:\n  - {name: faq, then: {cache: {ttl: 10m, scope: shared}}}\n");
        explain();

        assertThat(terminal.lines()).contains("  stored answers: miss", "  answered from the store  0 USD");
    }

    @Test
    void cannotExplainAFileThatWouldBeRefused() throws IOException {
        rules = file("broken.yaml", "moed: observe\n");

        assertThat(explain()).isEqualTo(2);
        assertThat(terminal.err()).contains("broken.yaml:1:1: moed: ", "Did you mean \"mode\"?");
    }

    @Test
    void refusesARequestThatIsNoJson() throws IOException {
        request = file("broken.json", "{\"model\": ");

        assertThat(explain()).isEqualTo(2);
        assertThat(terminal.err()).contains("broken.json:1:11: is no strict JSON (RFC 8259): it ends in the middle");
    }

    @Test
    void saysThatObserveChangesNothingWhateverRulesSay() throws IOException {
        rules = file("observe.yaml", "mode: observe\n" + RULES);
        explain("--call-site", "com.acme.Triage.classify");

        assertThat(terminal.lines())
                .containsSequence("  taken: none", "  mode: observe, nothing is changed")
                .anyMatch(line -> line.startsWith("  triage applies: "));
    }

    @Test
    void namesTheRuleThatObserves() throws IOException {
        rules = file("leave.yaml", "rules:\n  - {name: leave, then: {mode: observe}}\n" + RULES.substring(7));
        explain("--call-site", "com.acme.Triage.classify");

        assertThat(terminal.lines()).contains("  mode: observe by rule \"leave\", nothing is changed");
    }

    @Test
    void saysNothingOfObservingWhereChangesAreMade() {
        explain("--call-site", "com.acme.Triage.classify");

        assertThat(terminal.out()).doesNotContain("observe");
    }

    @Test
    void printsActionsInTheWordsOfTheSettings() throws IOException {
        rules = file(
                "words.yaml",
                "rules:\n  - {name: faq, then: {cache: {ttl: 300s, scope: shared}, prompt_cache: 5m, model: as_requested}}\n");
        explain();

        assertThat(terminal.lines())
                .contains("  faq applies: {cache: {ttl: 5m, scope: shared, join: on}, model: as_requested,"
                        + " prompt_cache: 5m}");
    }

    @Test
    void writesActionsAsJsonObjects() throws IOException {
        rules = file("words.yaml", "rules:\n  - {name: faq, then: {cache: {ttl: 5m, scope: shared}, max_tokens: 9}}\n");
        explain("--json");

        Node then = Texts.json(terminal.out()).get("rules").items().get(0).get("then");
        assertThat(then.get("cache").get("ttl").text()).isEqualTo("5m");
        assertThat(then.get("max_tokens").raw()).isEqualTo("9");
    }

    @Test
    void saysThatAModelOfAnotherProviderIsNotTaken() throws IOException {
        rules = file("haiku.yaml", "rules:\n  - {name: triage-on-haiku, then: {model: claude-haiku-4-5}}\n");
        explain();

        assertThat(terminal.lines()).containsSequence("  taken: none", "  not taken: model:other_provider");
    }

    @Test
    void saysThatTheTenantIsKnownButNotTrusted() throws IOException {
        rules = file(
                "tenant.yaml",
                "tenant: {from: [\"header:X-Tenant\"]}\nrules:\n  - {name: faq, then: {cache: {ttl: 10m}}}\n");
        explain("--tenant", "acme");

        assertThat(terminal.lines()).contains("  not taken: cache:tenant_not_trusted");
    }

    @Test
    void pricesByTheProviderThatTheSettingsNameForTheHost() throws IOException {
        rules = file("gateway.yaml", "hosts: [{match: llm.corp.example, price_as: anthropic}]\n");
        request = file("claude.json", CHAT.replace("gpt-4o", "claude-haiku-4-5"));
        explain("--url", "https://llm.corp.example/v1/chat/completions");
        assertThat(terminal.out()).doesNotContain("low confidence");

        explain("--url", "https://other.example/v1/chat/completions");
        assertThat(terminal.out()).contains("low confidence");
    }

    @Test
    void knowsTheApiThatTheFileNamesForAHost() throws IOException {
        rules = file("invoke.yaml", "hosts: [{match: llm.corp.example, api: openai.chat}]\n");
        request = file("system.json", CHAT.replace("{\"model\"", "{\"system\": \"s\", \"model\""));

        assertThat(explain("--url", "https://llm.corp.example/invoke")).isZero();
        assertThat(terminal.lines().get(0)).isEqualTo("openai.chat at https://llm.corp.example/invoke");
    }

    @Test
    void explainsNoCallThatTheAgentLetsPass() {
        assertThat(explain("--url", "https://api.anthropic.com/v1/messages/batches"))
                .isEqualTo(2);
        assertThat(terminal.err()).contains("/v1/messages/batches", "such a call passes untouched");
    }

    @Test
    void saysThatTheKillSwitchLetsEverythingPass() throws IOException {
        rules = file("off.yaml", "kill_switch: on\n");

        assertThat(explain()).isEqualTo(2);
        assertThat(terminal.err()).contains("kill_switch is on");
    }

    private int explain(String... options) {
        String[] arguments = new String[4 + options.length];
        arguments[0] = "explain";
        arguments[1] = rules;
        arguments[2] = "--request";
        arguments[3] = request;
        System.arraycopy(options, 0, arguments, 4, options.length);
        return terminal.run(arguments);
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text).toString();
    }
}
