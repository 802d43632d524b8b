// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.settings;

import dev.parsimony.exchange.Plan.Marking;
import dev.parsimony.exchange.Providers;
import dev.parsimony.rules.CallSiteGlob;
import dev.parsimony.rules.Glob;
import dev.parsimony.rules.Rules;
import dev.parsimony.settings.Settings.Logging;
import dev.parsimony.settings.Settings.Mode;
import dev.parsimony.settings.Settings.PromptCache;
import dev.parsimony.settings.Settings.ResponseCache;
import dev.parsimony.settings.Settings.Summary;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads all settings but the rules: which keys there are, how each is written, and what stands where nobody gives one. */
final class SettingsReader {
    private static final Form<String> TEXT = Form.text();
    private static final Form<Boolean> SWITCH = Form.onOff();
    private static final Form<String> API = Form.oneOf(
            "openai.chat",
            "openai.responses",
            "openai.embeddings",
            "anthropic.messages",
            "gemini.generate",
            "gemini.embed",
            "gemini.predict",
            "ollama.chat",
            "ollama.generate",
            "ollama.embed",
            "ollama.embeddings",
            "cohere.chat",
            "cohere.embed",
            "mistral.fim",
            "mistral.agents",
            "bedrock.converse",
            "bedrock.invoke.claude",
            "bedrock.invoke.nova",
            "bedrock.invoke.llama",
            "bedrock.invoke.mistral",
            "bedrock.invoke.titan_embeddings",
            "bedrock.invoke.cohere_embeddings");

    private final Settings builtIn;
    private final PricingReader pricing;

    /**
     * A reader.
     *
     * @param builtIn what stands where nobody gives a value
     * @param pricing reads prices
     */
    SettingsReader(Settings builtIn, PricingReader pricing) {
        this.builtIn = builtIn;
        this.pricing = pricing;
    }

    /** Reads them all; what cannot be read is noted and has its built-in value. */
    Settings read(Section root) {
        root.value("version", SettingsReader::version);
        Tenant tenant = root.section("tenant", "setting", SettingsReader::tenant);
        return new Settings(
                root.value(
                        "mode", Form.word(Map.of("observe", Mode.OBSERVE, "optimize", Mode.OPTIMIZE)), builtIn.mode()),
                root.section("prompt_cache", "setting", this::promptCache),
                root.value("control", Quantity::share, builtIn.control()),
                root.value("stream_usage", Form.word(Map.of("auto", true, "off", false)), builtIn.streamUsage()),
                root.section(
                        "transport", "setting", section -> section.value("tcp_no_delay", SWITCH, builtIn.tcpNoDelay())),
                root.section("response_cache", "setting", this::responseCache),
                tenant,
                root.section("call_sites", "setting", SettingsReader::callSiteSkips),
                hosts(root.list("hosts")),
                root.section("pricing", "setting", pricing::read),
                root.section("ledger", "setting", this::ledger),
                root.value(
                        "summary",
                        Form.word(Map.of("auto", Summary.AUTO, "on", Summary.ON, "off", Summary.OFF)),
                        builtIn.summary()),
                root.section("log", "setting", this::log),
                root.value("debug", SWITCH, builtIn.debug()),
                root.isOnAnywhere("kill_switch"),
                new Rules(RuleReader.read(root.list("rules"), tenant)));
    }

    private static long version(Value.Scalar scalar) {
        try {
            return Form.whole(1, 1).read(scalar);
        } catch (IllegalArgumentException another) {
            throw new IllegalArgumentException("must be 1, the one version there is", another);
        }
    }

    private PromptCache promptCache(Section section) {
        return new PromptCache(
                section.value(
                        "mode",
                        Form.word(Map.of("auto", Marking.AUTO, "off", Marking.OFF)),
                        builtIn.promptCache().mode()),
                section.value("stagger", Quantity::time, builtIn.promptCache().stagger()),
                section.value(
                        "retention",
                        Form.word(Map.of("default", false, "allow", true)),
                        builtIn.promptCache().longRetention()));
    }

    private ResponseCache responseCache(Section section) {
        return new ResponseCache(
                section.value(
                        "max_bytes", Quantity::bytes, builtIn.responseCache().maxBytes()),
                section.value(
                        "max_stream", Quantity::bytes, builtIn.responseCache().maxStream()));
    }

    private static Tenant tenant(Section section) {
        Form<Tenant.Source> source = TEXT.then(Tenant.Source::of);
        List<Tenant.Source> from = section.list("from").stream()
                .flatMap(item -> item.read(source).stream())
                .toList();
        Set<Tenant.Source> trusted = new HashSet<>();
        for (Field item : section.list("trusted")) {
            Optional<Tenant.Source> read = item.read(source);
            read.ifPresent(trusted::add);
            if (read.isPresent() && !from.contains(read.get())) {
                item.doubt("is not in tenant.from, so nothing is read from it");
            }
        }
        return new Tenant(from, trusted);
    }

    private static List<CallSiteGlob> callSiteSkips(Section section) {
        return section.list("skip").stream()
                .flatMap(item -> item.read(TEXT.then(CallSiteGlob::of)).stream())
                .toList();
    }

    private static List<Host> hosts(List<Field> items) {
        return items.stream()
                .flatMap(item -> item.section("setting").stream())
                .map(section -> section.readBy(SettingsReader::host))
                .toList();
    }

    private static Host host(Section section) {
        return new Host(
                section.required("match", TEXT.then(SettingsReader::hostName), "match: llm.corp.example")
                        .orElse(new Glob("*")),
                section.field("allows").map(SettingsReader::allows).orElse(Set.of()),
                section.value("api", API, ""),
                section.value("price_as", TEXT.then(SettingsReader::biller), ""));
    }

    private static String biller(String text) {
        if (!Providers.billing().contains(text)) {
            throw new IllegalArgumentException(
                    "is no provider whose prices are known." + Spelling.hint(text, Providers.billing()));
        }
        return text;
    }

    private static Glob hostName(String text) {
        if (text.contains("/") || text.matches("[^:]*:[0-9]*")) {
            throw new IllegalArgumentException("must be a host's name, without scheme, port or path");
        }
        return Glob.ofHost(text);
    }

    private static Set<Host.Allowance> allows(Field field) {
        Map<String, Set<Host.Allowance>> words = Map.of(
                "all", Host.Allowance.all(),
                "cache_control", Set.of(Host.Allowance.CACHE_CONTROL),
                "prompt_cache_key", Set.of(Host.Allowance.PROMPT_CACHE_KEY),
                "prompt_cache_retention", Set.of(Host.Allowance.PROMPT_CACHE_RETENTION),
                "stream_usage", Set.of(Host.Allowance.STREAM_USAGE));
        Set<Host.Allowance> allowed = new HashSet<>();
        field.readAll(Form.word(words)).forEach(allowed::addAll);
        return allowed;
    }

    private Logging log(Section section) {
        return new Logging(
                section.value("to", TEXT, builtIn.log().to()),
                section.value(
                        "format",
                        Form.word(Map.of("text", false, "json", true)),
                        builtIn.log().json()));
    }

    private Ledger ledger(Section section) {
        Map<String, Ledger.Content> contents =
                Map.of("none", Ledger.Content.NONE, "shape", Ledger.Content.SHAPE, "full", Ledger.Content.FULL);
        return new Ledger(
                section.value("file", TEXT, builtIn.ledger().file()),
                section.value("max_bytes", Quantity::bytes, builtIn.ledger().maxBytes()),
                section.value("content", Form.word(contents), builtIn.ledger().content()),
                section.value(
                        "tenant",
                        Form.word(Map.of("hashed", true, "plain", false)),
                        builtIn.ledger().hashesTenants()));
    }
}
