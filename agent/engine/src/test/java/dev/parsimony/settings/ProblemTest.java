// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProblemTest {
    private static List<String> problemsOf(String... lines) {
        return Written.problems(Written.file(lines));
    }

    @Test
    void anUnknownConditionIsToldWithLineColumnAndTheNearestSpelling() {
        assertThat(problemsOf(
                        "rules:",
                        "  - {name: a, then: {max_tokens: 1}}",
                        "  - {name: b, then: {max_tokens: 1}}",
                        "  - name: c",
                        "    when: {tools: on, modle: gpt-4o}",
                        "    then: {max_tokens: 1}"))
                .containsExactly(
                        "parsimony.yaml:5:23: rules[2].when.modle: unknown condition. Did you mean \"model\"?");
    }

    @Test
    void aWordLikeNoneIsToldWithTheOnesThereAre() {
        assertThat(problemsOf("log: {destination: stderr}"))
                .containsExactly("parsimony.yaml:1:7: log.destination: unknown setting. Known: format, to");
    }

    @Test
    void allMistakesAreToldAtOnce() {
        assertThat(problemsOf("mode: observ", "debug: maybe", "rules: [{name: a, then: {cahce: off}}]"))
                .containsExactly(
                        "parsimony.yaml:1:7: mode: must be observe or optimize. Did you mean \"observe\"?",
                        "parsimony.yaml:2:8: debug: must be on or off.",
                        "parsimony.yaml:3:26: rules[0].then.cahce: unknown action. Did you mean \"cache\"?");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rules: [{name: a, then: {semantic_cache: {ttl: 1m}}}] | rules[0].then.semantic_cache",
                "rules: [{name: a, then: {deny: on}}] | rules[0].then.deny"
            })
    void whatIsNotBuiltYetIsRefusedAsSuch(String line, String path) {
        assertThat(problemsOf(line))
                .singleElement()
                .asString()
                .endsWith(": " + path + ": not available in this version");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "control: 0%",
                "prompt_cache: {stagger: 0ms, retention: default}",
            })
    void whatIsNotBuiltYetMayBeSaidToBeAsItIsAnyway(String line) {
        assertThat(Written.settings(line)).isEqualTo(Written.BUILT_IN);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "version: 2 | 1:10: version: must be 1, the one version there is",
                "mode: | 1:6: mode: has no value. Give it one, or remove it",
                "mode: [observe] | 1:7: mode: must be a single value",
                "rules: {name: a} | 1:8: rules: must be a list",
                "rules: [a] | 1:9: rules[0]: must be a mapping, with a key and a value",
                "log: stderr | 1:6: log: must be a mapping, with a key and a value",
                "log: {to: 5} | 1:11: log.to: must be text: put it in quotes",
                "response_cache: {max_bytes: lots} | 1:29: response_cache.max_bytes: must be a size such as 64MiB or"
                        + " 500kB",
                "prompt_cache: {stagger: soon} | 1:25: prompt_cache.stagger: must be a duration such as 500ms, 30s,"
                        + " 10m, 2h or 7d",
                "control: 101% | 1:10: control: must be a percentage from 0% to 100%",
                "hosts: [{allows: all}] | 1:9: hosts[0].match: missing. Add match: llm.corp.example",
                "hosts: [{match: 'http://x'}] | 1:17: hosts[0].match: must be a host's name, without scheme, port or"
                        + " path",
                "hosts: [{match: 'x:80'}] | 1:17: hosts[0].match: must be a host's name, without scheme, port or path",
                "tenant: {from: [user]} | 1:17: tenant.from[0]: must be principal, mdc:KEY, header:NAME or baggage:KEY",
                "call_sites: {skip: [com..acme]} | 1:21: call_sites.skip[0]: must be segments joined by single dots,"
                        + " such as com.acme.**",
                "rules: [{then: {max_tokens: 1}}] | 1:9: rules[0].name: missing. Add name: what-it-is-for",
                "rules: [{name: ''}] | 1:16: rules[0].name: must not be empty",
                "rules: [{name: a, final: yes}] | 1:26: rules[0].final: must be on or off. Did you mean \"on\"?",
                "kill_switch: no | 1:14: kill_switch: must be on or off. Did you mean \"off\"?",
                "debug: 1 | 1:8: debug: must be on or off. Did you mean \"on\"?",
                "debug: of | 1:8: debug: must be on or off.",
                "hosts: [{match: a, price_as: opnai}] | 1:30: hosts[0].price_as: is no provider whose prices are"
                        + " known. Did you mean \"openai\"?",
                "rules: [{name: a, when: {model: []}}] | 1:33: rules[0].when.model: must name at least one",
                "rules: [{name: a, when: {messages: many}}] | 1:36: rules[0].when.messages: must be a comparison such"
                        + " as \"< 2000\", \">= 4\" or \"500..2000\"",
                "rules: [{name: a, when: {messages: -1}}] | 1:36: rules[0].when.messages: must be a comparison such as"
                        + " \"< 2000\", \">= 4\" or \"500..2000\"",
                "rules: [{name: a, when: {messages: 9..4}}] | 1:36: rules[0].when.messages: runs backwards: the"
                        + " smaller number stands first",
                "rules: [{name: a, then: {cache: on}}] | 1:33: rules[0].then.cache: must be a mapping such as {ttl:"
                        + " 10m}, or off",
                "rules: [{name: a, then: {cache: {scope: shared}}}] | 1:33: rules[0].then.cache.ttl: missing. Add ttl:"
                        + " 10m",
                "rules: [{name: a, then: {cache: {ttl: 0s}}}] | 1:39: rules[0].then.cache.ttl: must be longer than"
                        + " nothing. To reuse nothing, say cache: off",
                "rules: [{name: a, then: {max_tokens: 0}}] | 1:38: rules[0].then.max_tokens: must be a whole number"
                        + " from 1 to 1000000000, or off",
                "rules: [{name: a, then: {max_tokens: 1.5}}] | 1:38: rules[0].then.max_tokens: must be a whole number"
                        + " from 1 to 1000000000, or off",
                "rules: [{name: a, then: {model: 'gpt-*'}}] | 1:33: rules[0].then.model: must be the name of one"
                        + " model, or as_requested",
                "rules: [{name: a, then: {mode: optimize}}] | 1:32: rules[0].then.mode: must be observe.",
                "mode: ${env:NOT_SET} | 1:7: mode: variable NOT_SET is not set. Set it, or give a default:"
                        + " ${env:NOT_SET:-value}"
            })
    void sayWhereWhatAndHowToMendIt(String line, String expected) {
        assertThat(problemsOf(line)).containsExactly("parsimony.yaml:" + expected);
    }

    @Test
    void namesOfRulesAreUnique() {
        assertThat(problemsOf("rules:", "  - {name: a, final: on}", "  - {name: a, final: on}"))
                .containsExactly(
                        "parsimony.yaml:3:12: rules[1].name: names another rule already, at parsimony.yaml:2:12."
                                + " Names of rules are unique");
    }

    @Test
    void aKeyMayNotStandTwiceInEitherSpelling() {
        assertThat(problemsOf("stream_usage: off", "stream-usage: auto"))
                .containsExactly("parsimony.yaml:2:1: stream-usage: stands twice, first at parsimony.yaml:1:1");
    }

    @Test
    void anExpressionThatCannotRunInLinearTimeIsRefused() {
        assertThat(problemsOf("rules: [{name: a, when: {user: '(?=x)'}}]"))
                .singleElement()
                .asString()
                .startsWith("parsimony.yaml:1:32: rules[0].when.user: is not a regular expression in RE2 syntax");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a: b: c | 1:5: is not YAML: mapping values are not allowed here",
                "'[1, 2' | 1:6: is not YAML: expected ',' or ']', but got <stream end>",
                "mode: *nowhere | 1:7: is not YAML: found undefined alias nowhere",
                "- observe | 1:1: must be a mapping, with a key and a value, such as mode: observe",
                "mode: !java/object x | 1:7: has the tag !java/object, which settings do not know",
                "? [a] : b | 1:3: is no key: a key is a word"
            })
    void whatIsNoYamlIsToldWithItsPlace(String text, String expected) {
        assertThat(problemsOf(text)).first().asString().startsWith("parsimony.yaml:" + expected);
    }

    @Test
    void aReferenceBetweenBracketsIsToBePutInQuotes() {
        assertThat(problemsOf("rules: [{name: a, then: {cache: {ttl: ${env:TTL:-10m}}}}]"))
                .singleElement()
                .asString()
                .startsWith("parsimony.yaml:1:40: is not YAML: ")
                .endsWith(". Put ${env:...} in quotes");
        assertThat(problemsOf("x-ttl: ${env:TTL}", "rules: [")).noneMatch(line -> line.contains("quotes"));
    }

    @Test
    void mistakesAreToldInTheOrderOfTheFile() {
        Loaded loaded = Written.file(
                Map.of("parsimony.debug", "maybe"),
                Map.of(),
                "rules: [{name: a, then: {cahce: off}, whne: {}}]",
                "log: {to: 5}",
                "mode: wrong",
                "modes: wrong");
        assertThat(loaded.problems())
                .extracting(problem -> problem.place().line())
                .containsExactly(1, 1, 2, 3, 4, 0);
        assertThat(loaded.problems().get(0).path()).endsWith("cahce");
    }

    @Test
    void severalDocumentsInAFileAreRefused() {
        assertThat(problemsOf("mode: observe", "---", "mode: optimize")).hasSize(1);
    }

    @Test
    void whatIsNoTextIsRefused() {
        byte[] bytes = {'a', (byte) 0xff};
        assertThat(Written.problems(Written.bytes(bytes)))
                .containsExactly("parsimony.yaml:1:2: is not text in UTF-8 from here on");
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheText() {
        assertThat(Written.bytes("\ufeffmode: observe".getBytes(StandardCharsets.UTF_8))
                        .isAccepted())
                .isTrue();
    }

    @Test
    void endlessNestingIsRefused() {
        assertThat(problemsOf("mode: observe", "x-deep: " + "[".repeat(100_000)))
                .containsExactly("parsimony.yaml:2:108: is nested too deeply");
    }

    @Test
    void whatHoldsItselfIsRefused() {
        assertThat(problemsOf("x-loop: &loop [*loop]"))
                .singleElement()
                .asString()
                .contains("holds itself");
    }

    private static String laughs(int levels) {
        StringBuilder lines = new StringBuilder("x-0: &a0 [ha, ha]\n");
        for (int i = 1; i < levels; i++) {
            lines.append("x-%d: &a%d [*a%d, *a%d]%n".formatted(i, i, i - 1, i - 1));
        }
        return lines.toString();
    }

    @Test
    void whatAliasesShareStaysShared() {
        assertThat(problemsOf(laughs(60))).isEmpty(); // two to the sixtieth texts, if they were written out
    }

    @Test
    void aFileOfNothingButAliasesIsRefused() {
        assertThat(problemsOf(laughs(200))).singleElement().asString().contains("aliases");
    }

    @Test
    void theTextOfAVariableIsNeverRepeated() {
        Loaded loaded =
                Written.file(Map.of(), Map.of("KEY", "sk-secret"), "mode: ${env:KEY}", "log: {format: '${env:KEY}'}");
        assertThat(Written.problems(loaded)).hasSize(2).noneMatch(line -> line.contains("secret"));
    }
}
