// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parsimony.exchange.Environment;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.CoreSchema;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The published schema and the parser say the same of every document. */
class SchemaTest {
    private static final PublishedSchema SCHEMA = new PublishedSchema();
    private static final JsonMapper JSON = new JsonMapper();
    private static final Environment ENVIRONMENT = new Environment(Map.of(), Map.of("MODEL", "gpt-4o-mini"));

    /** What no JSON Schema can say, and the parser does. */
    private static final List<String> BEYOND_A_SCHEMA = List.of(
            "names another rule already|stands twice|runs backwards",
            "is not a regular expression in RE2 syntax",
            "is too large a regular expression",
            "variable [A-Z_]+ is not set",
            "is no table of prices",
            "is no provider whose prices are known",
            "is a model that others serve too",
            "no price of .* is known");

    private static final String EVERYTHING = """
            version: 1
            mode: optimize
            prompt_cache: {mode: auto, stagger: 0ms, retention: default}
            control: 0%
            stream_usage: auto
            transport: {tcp_no_delay: off}
            response_cache: {max_bytes: 64MiB, max_stream: 1048576}
            tenant: {from: [principal, "mdc:tenantId", "header:X-Tenant-Id"], trusted: ["header:X-Tenant-Id"]}
            call_sites: {skip: ["com.acme.llm.**"]}
            hosts:
              - {match: llm.corp.example, allows: all}
              - {match: "*.test", allows: [cache_control, stream_usage], api: openai.chat, price_as: openai}
            pricing: {models: [{id: my-tune, like: gpt-4o-mini, provider: openai, provisioned: off}], discounts: [{provider: openai, factor: 0.85}]}
            ledger: {file: "/var/log/parsimony/%s-%p.jsonl", max_bytes: 10MiB, content: shape, tenant: hashed}
            summary: off
            log: {to: stderr, format: text}
            debug: off
            kill_switch: off
            x-own: {any: thing}
            rules:
              - name: faq
                when: {call_site: "com.acme.support.**", model: "gpt-4o*", provider: [openai], operation: chat}
                unless: {host: "*.azure.com", tenant: acme, thread: "batch-*", endpoint: ["/api/**", "/orders/{id}"], sample: 10%}
                then: {cache: {ttl: 10m, scope: shared, join: on, within_trace: off}, prompt_cache: 1h}
              - name: triage
                when:
                  input_tokens: "< 2000"
                  messages: ">= 4"
                  max_tokens: 500..2000
                  temperature: 0
                  tools: false
                  images: off
                  stream: true
                  json_output: on
                  system: (?i)translate
                  user: ^hello
                then: {model: claude-haiku-4-5, max_tokens: 256, stable_prefix: on}
                final: true
              - name: leave
                then: {mode: observe, cache: off, model: as_requested}
            """;

    static final List<String> VALID = List.of(
            EVERYTHING,
            "{}",
            "rules: []",
            "pricing: {}",
            "pricing: {models: [{id: gpt-4o, provider: azure, provisioned: on}], discounts: [{provider: azure, factor: '1'}]}",
            "mode: ${env:MODE:-observe}",
            "debug: TRUE",
            "prompt_cache: {mode: false}",
            "prompt-cache: {mode: off}",
            "call-sites: {skip: ['**']}",
            "kill-switch: false",
            "version: '1'",
            "control: 0.0 %",
            "control: 2.5%",
            "prompt_cache: {stagger: 000s}",
            "ledger: {max_bytes: 104857600}",
            "ledger: {file: calls.jsonl, max-bytes: 102400KiB, content: full, tenant: plain}",
            "response_cache: {max_bytes: 0x1000, max_stream: 010}",
            "response_cache: {max_bytes: '4096', max_stream: 500 kB}",
            "response_cache: {max_bytes: 5.0}",
            "rules: [{name: a, when: {temperature: 0.7, messages: 1e1}}]",
            "rules: [{name: a, when: {temperature: ' < 0.5 '}}]",
            "rules: [{name: a, when: {messages: 4 .. 9}}]",
            "rules: [{name: a, when: {sample: 100%}}]",
            "rules: [{name: a, when: {max-tokens: '= 5', json-output: on}}]",
            "rules: [{name: a, when: {call_site: ['com.*.A*.run', '**.B.go']}}]",
            "rules: [{name: a, then: {max-tokens: off}}]",
            "rules: [{name: a, then: {max_tokens: '0256'}}]",
            "rules: [{name: a, then: {max_tokens: 1000000000}}]",
            "rules: [{name: a, then: {model: '${env:MODEL}'}}]",
            "rules: [{name: a, then: {cache: {ttl: 7d, within-trace: on}}}]",
            "rules: [{name: a, then: {cache: false}}]",
            "rules: [{name: 'über alles', final: on, x-note: 5}]",
            "hosts: [{match: '::1'}, {match: 10.0.0.1, allows: prompt_cache_key}]");

    static final List<String> INVALID = List.of(
            "mode: Observe",
            "mode:",
            "modes: observe",
            "version: 2",
            "debug: yes",
            "debug: 1",
            "prompt_cache: off",
            "prompt_cache: {mode: on}",
            "prompt_cache: {mode: auto, ttl: 5m}",
            "prompt__cache: {}",
            "stream_usage: on",
            "transport: {tcp_no_delay: maybe}",
            "summary: never",
            "control: 101%",
            "control: 0",
            "summary: 1",
            "response_cache: {max_bytes: -1}",
            "response_cache: {max_bytes: 64 MIB}",
            "response_cache: {max_bytes: 1.5}",
            "tenant: {from: principal}",
            "tenant: {from: ['principal:name']}",
            "tenant: {from: ['mdc:']}",
            "tenant: {from: ['cookie:a']}",
            "rules: [{name: a, when: {endpoint: 'api/**'}}]",
            "rules: [{name: a, when: {endpoint: '/api//x'}}]",
            "rules: [{name: a, when: {endpoint: '/api/**x'}}]",
            "call_sites: {skip: com.acme}",
            "call_sites: {skip: ['com..acme']}",
            "call_sites: {skip: ['com.**x']}",
            "hosts: {match: a}",
            "hosts: [{allows: all}]",
            "hosts: [{match: 'https://a'}]",
            "hosts: [{match: 'a:8080'}]",
            "hosts: [{match: a, allows: []}]",
            "hosts: [{match: a, allows: some}]",
            "hosts: [{match: a, price_as: opnai}]",
            "pricing: {file: 5}",
            "pricing: {models: [{like: gpt-4o}]}",
            "pricing: {models: [{id: a, lik: gpt-4o}]}",
            "pricing: {discounts: [{provider: openai}]}",
            "pricing: {discounts: [{provider: openai, factor: 85}]}",
            "ledger: {file: ''}",
            "ledger: {file: 5}",
            "ledger: {max_bytes: 1 MIB}",
            "ledger: {content: all}",
            "ledger: {tenant: named}",
            "log: {to: 5}",
            "log: {to: ''}",
            "log: {format: xml}",
            "rules: on",
            "rules: [on]",
            "rules: [{}]",
            "rules: [{name: 5}]",
            "rules: [{name: ' '}]",
            "rules: [{name: \"a\\nb\"}]",
            "rules: [{name: a, if: {}}]",
            "rules: [{name: a, when: []}]",
            "rules: [{name: a, when: {model: []}}]",
            "rules: [{name: a, when: {model: [5]}}]",
            "rules: [{name: a, when: {messages: < 5k}}]",
            "rules: [{name: a, when: {messages: -1}}]",
            "rules: [{name: a, when: {messages: 1e15}}]",
            "rules: [{name: a, when: {sample: 0.1}}]",
            "rules: [{name: a, when: {sample: 100.1%}}]",
            "rules: [{name: a, then: {cache: on}}]",
            "rules: [{name: a, then: {cache: {}}}]",
            "rules: [{name: a, then: {cache: {ttl: 600}}}]",
            "rules: [{name: a, then: {cache: {ttl: 0m}}}]",
            "rules: [{name: a, then: {cache: {ttl: 10m, scope: all}}}]",
            "rules: [{name: a, then: {model: 'gpt-*'}}]",
            "rules: [{name: a, then: {max_tokens: 0}}]",
            "rules: [{name: a, then: {max_tokens: '1000000001'}}]",
            "rules: [{name: a, then: {mode: optimize}}]",
            "rules: [{name: a, then: {deny: on}}]",
            "rules: [{name: a, then: {prompt_cache: 10m}}]");

    /** Refused by the parser alone, one for each thing beyond a schema. */
    static final List<String> INVALID_BEYOND_A_SCHEMA = List.of(
            "rules: [{name: a}, {name: a}]",
            "rules: [{name: a, when: {max_tokens: 5, max-tokens: 6}}]",
            "rules: [{name: a, when: {messages: 9..4}}]",
            "rules: [{name: a, when: {user: '(?=a)'}}]",
            "rules: [{name: a, when: {user: '(a{1000}){1000}'}}]",
            "pricing: {file: a}",
            "pricing: {models: [{id: my-own}]}",
            "pricing: {models: [{id: gpt-4o, provisioned: on}]}",
            "pricing: {discounts: [{provider: opnai, factor: 1}]}",
            "mode: ${env:NOT_SET}");

    private static final List<String> REPLACEMENTS = List.of(
            "null",
            "true",
            "false",
            "0",
            "1",
            "7",
            "-1",
            "0.5",
            "2e15",
            "\"\"",
            "\" \"",
            "\"off\"",
            "\"on\"",
            "\"auto\"",
            "\"observe\"",
            "\"all\"",
            "\"10m\"",
            "\"0s\"",
            "\"5%\"",
            "\"64MiB\"",
            "\"< 5\"",
            "\"9..4\"",
            "\"gpt-4o*\"",
            "\"a..b\"",
            "\"(\"",
            "\"mdc:a\"",
            "\"as_requested\"",
            "[]",
            "[\"a\"]",
            "[1]",
            "{}",
            "{\"name\":\"a\"}");

    private static JsonNode tree(String yaml) {
        LoadSettings core = LoadSettings.builder().setSchema(new CoreSchema()).build();
        return JSON.valueToTree(new Load(core).loadFromString(yaml));
    }

    private static List<Problem> parserOn(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new SettingsSource("parsimony.yaml", ENVIRONMENT, Written.BUILT_IN, file -> bytes)
                .load()
                .problems();
    }

    private static boolean isBeyondASchema(Problem problem) {
        return BEYOND_A_SCHEMA.stream()
                .anyMatch(reason ->
                        Pattern.compile(reason).matcher(problem.message()).find());
    }

    @Test
    void isWellFormedByItsOwnDraft() {
        assertThat(SCHEMA.mistakes()).isEmpty();
    }

    @ParameterizedTest
    @FieldSource("VALID")
    void bothAccept(String document) {
        assertThat(parserOn(document)).isEmpty();
        assertThat(SCHEMA.mistakesOf(tree(document))).isEmpty();
    }

    @ParameterizedTest
    @FieldSource("INVALID")
    void bothRefuse(String document) {
        assertThat(parserOn(document)).isNotEmpty();
        assertThat(SCHEMA.mistakesOf(tree(document))).isNotEmpty();
    }

    @ParameterizedTest
    @FieldSource("INVALID_BEYOND_A_SCHEMA")
    void theParserAloneRefusesWhatNoSchemaCanSay(String document) {
        assertThat(SCHEMA.mistakesOf(tree(document))).isEmpty();
        assertThat(parserOn(document)).isNotEmpty().allMatch(SchemaTest::isBeyondASchema);
    }

    @Test
    void everythingBeyondASchemaIsShown() {
        List<Problem> shown = INVALID_BEYOND_A_SCHEMA.stream()
                .flatMap(document -> parserOn(document).stream())
                .toList();
        assertThat(BEYOND_A_SCHEMA)
                .allMatch(reason -> shown.stream()
                        .anyMatch(problem -> Pattern.compile(reason)
                                .matcher(problem.message())
                                .find()));
    }

    @Test
    void bothAgreeOnEveryDocumentThatDiffersInOnePlace() {
        List<JsonNode> documents = new ArrayList<>();
        parts(tree(EVERYTHING)).forEach(part -> mutate(part, part, "", documents));
        assertThat(documents).hasSizeGreaterThan(2_000);
        assertThat(documents.stream().filter(SchemaTest::isDisputed).toList()).isEmpty();
    }

    private static boolean isDisputed(JsonNode document) {
        List<Problem> problems = parserOn(document.toString());
        boolean isValid = SCHEMA.mistakesOf(document).isEmpty();
        return problems.isEmpty() ? !isValid : isValid && !problems.stream().allMatch(SchemaTest::isBeyondASchema);
    }

    /** Each setting alone, and each rule, since a small document is soon read. */
    private static List<JsonNode> parts(JsonNode everything) {
        List<JsonNode> parts = new ArrayList<>();
        everything.properties().forEach(entry -> {
            if (entry.getKey().equals("rules")) {
                entry.getValue()
                        .forEach(rule -> parts.add(JSON.createObjectNode()
                                .set("rules", JSON.createArrayNode().add(rule))));
            } else {
                parts.add(JSON.createObjectNode().set(entry.getKey(), entry.getValue()));
            }
        });
        return parts;
    }

    /** Replaces, removes and renames everything there is, one at a time. */
    private static void mutate(JsonNode whole, JsonNode node, String pointer, List<JsonNode> documents) {
        if (node instanceof ObjectNode object) {
            for (String key : object.propertyNames()) {
                documents.add(mutant(whole, pointer, parent -> parent.remove(key)));
                documents.add(mutant(whole, pointer, parent -> rename(parent, key, key + "s")));
                documents.add(mutant(whole, pointer, parent -> rename(parent, key, key.replace('_', '-'))));
                for (String replacement : REPLACEMENTS) {
                    documents.add(mutant(whole, pointer, parent -> parent.set(key, JSON.readTree(replacement))));
                }
                mutate(whole, object.get(key), pointer + "/" + key, documents);
            }
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                int index = i;
                for (String replacement : REPLACEMENTS) {
                    JsonNode mutant = whole.deepCopy();
                    ((ArrayNode) mutant.at(pointer)).set(index, JSON.readTree(replacement));
                    documents.add(mutant);
                }
                mutate(whole, array.get(index), pointer + "/" + index, documents);
            }
        }
    }

    private static JsonNode mutant(JsonNode whole, String pointer, Consumer<ObjectNode> change) {
        JsonNode mutant = whole.deepCopy();
        change.accept((ObjectNode) mutant.at(pointer));
        return mutant;
    }

    private static void rename(ObjectNode object, String key, String other) {
        object.set(other, object.remove(key));
    }

    static List<List<String>> sections() {
        return SCHEMA.sections();
    }

    @ParameterizedTest
    @MethodSource("sections")
    void bothKnowTheSameKeysEverywhere(List<String> section) {
        assertThat(keysTheParserKnows(section)).isEqualTo(SCHEMA.keys(section));
    }

    /** The parser tells the keys it knows to somebody who uses one it does not know, and nothing like it. */
    private static Set<String> keysTheParserKnows(List<String> section) {
        JsonNode document = JSON.readTree("{\"qqqqqqqqqqqq\": 1}");
        for (int i = section.size() - 1; i >= 0; i--) {
            document = section.get(i).equals("[]")
                    ? JSON.createArrayNode().add(document)
                    : JSON.createObjectNode().set(section.get(i), document);
        }
        for (Problem problem : parserOn(document.toString())) {
            Matcher known = Pattern.compile("unknown .*\\. Known: (.*)").matcher(problem.message());
            if (known.matches()) {
                return new TreeSet<>(List.of(known.group(1).split(", ")));
            }
        }
        throw new AssertionError("no key is known in " + section);
    }

    @Test
    void describesEveryPlaceThereIs() {
        assertThat(SCHEMA.sections()).hasSize(17).contains(List.of(), List.of("rules", "[]", "then", "cache"));
    }
}
