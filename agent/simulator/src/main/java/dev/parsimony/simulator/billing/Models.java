// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.simulator.billing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The models the simulator knows, each with its prices and traits: the file {@code models.json} beside this class, by provider and name. */
public final class Models {

    private static final Pattern SNAPSHOT = Pattern.compile("-(\\d{8}|\\d{4}-\\d{2}-\\d{2}|latest)$");

    private static final Pattern REGION = Pattern.compile("^(us-gov|us|eu|apac|jp|au|ca|global)\\.");
    private static final Pattern VERSION = Pattern.compile("-v\\d+(:\\d+)?$");
    private static final String CLAUDE = "anthropic.";

    /** Who makes what OpenRouter sells, by the first half of its names. */
    private static final Map<String, Provider> MAKERS =
            Map.of("anthropic", Provider.ANTHROPIC, "openai", Provider.OPENAI, "google", Provider.GOOGLE);

    private final Map<String, Model> byName = new LinkedHashMap<>();

    private Models() {}

    /**
     * Reads the models the simulator ships with; the providers' price pages as of the file's {@code as_of} date are their source.
     *
     * @throws UncheckedIOException when the file cannot be read
     */
    public static Models shipped() {
        JsonMapper mapper = JsonMapper.builder()
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .build();
        try (InputStream file = Models.class.getResourceAsStream("models.json")) {
            return of(mapper.readTree(file));
        } catch (IOException e) {
            throw new UncheckedIOException("models.json of the simulator cannot be read", e);
        }
    }

    private static Models of(JsonNode file) {
        Models models = new Models();
        for (Provider provider : Provider.values()) {
            for (JsonNode row : file.path(provider.id())) {
                models.add(row, model(provider, row));
            }
        }
        return models;
    }

    private void add(JsonNode row, Model model) {
        byName.put(name(model.provider(), model.id()), model);
        row.path("aliases").forEach(alias -> byName.put(name(model.provider(), alias.stringValue()), model));
    }

    /** The model of this name, with or without a snapshot's date, or nothing when the provider offers none such. */
    public Optional<Model> find(Provider provider, String name) {
        if (provider == Provider.OPENROUTER) {
            return resold(name);
        }
        if (provider == Provider.BEDROCK) {
            return atBedrock(name);
        }
        return listed(provider, name);
    }

    private Optional<Model> listed(Provider provider, String name) {
        Model exact = byName.get(name(provider, name));
        return Optional.ofNullable(
                exact != null
                        ? exact
                        : byName.get(name(provider, SNAPSHOT.matcher(name).replaceFirst(""))));
    }

    /** A model as OpenRouter names it: its maker, a slash, and its name, in which Claude's versions have a point. */
    private Optional<Model> resold(String name) {
        int slash = name.indexOf('/');
        Provider maker = MAKERS.get(name.substring(0, Math.max(0, slash)));
        String own = name.substring(slash + 1);
        return maker == null
                ? Optional.empty()
                : listed(maker, maker == Provider.ANTHROPIC ? own.replace('.', '-') : own);
    }

    /** A model as Bedrock names it, a profile's region and an ARN's beginning in front. */
    private Optional<Model> atBedrock(String name) {
        String bare = REGION.matcher(name.substring(name.lastIndexOf('/') + 1)).replaceFirst("");
        return bare.startsWith(CLAUDE)
                ? listed(
                        Provider.ANTHROPIC,
                        VERSION.matcher(bare.substring(CLAUDE.length())).replaceFirst(""))
                : listed(Provider.BEDROCK, bare);
    }

    /** Every model, in the file's order. */
    public Collection<Model> all() {
        return List.copyOf(new LinkedHashSet<>(byName.values()));
    }

    private static String name(Provider provider, String model) {
        return provider.id() + "/" + model;
    }

    private static Model model(Provider provider, JsonNode row) {
        return new Model(
                row.get("id").stringValue(),
                provider,
                row.path("kind").asString("").equals("embedding"),
                Caching.named(row.get("caching").stringValue()),
                row.path("minimum_prefix").asInt(0),
                TokenFactor.of(row.get("bytes_per_token").decimalValue()),
                row.get("context").intValue(),
                row.get("max_output").intValue(),
                efforts(row.path("efforts")),
                traits(row.path("traits")),
                tariff(row));
    }

    private static List<String> efforts(JsonNode names) {
        return StreamSupport.stream(names.spliterator(), false)
                .map(JsonNode::stringValue)
                .toList();
    }

    private static Set<Trait> traits(JsonNode names) {
        Set<Trait> traits = EnumSet.noneOf(Trait.class);
        names.forEach(name -> traits.add(Trait.named(name.stringValue())));
        return Set.copyOf(traits);
    }

    private static Tariff tariff(JsonNode row) {
        Prices usual = prices(row.get("prices"));
        JsonNode ofLong = row.path("long_prompt");
        return new Tariff(
                usual,
                ofLong.path("above").asLong(Long.MAX_VALUE),
                ofLong.isMissingNode() ? usual : prices(ofLong),
                decimal(row, "fast_factor", BigDecimal.ONE),
                later(row.path("later")));
    }

    private static NavigableMap<Instant, Tariff> later(JsonNode rows) {
        NavigableMap<Instant, Tariff> changes = new TreeMap<>();
        rows.forEach(row -> changes.put(
                LocalDate.parse(row.get("from").stringValue())
                        .atStartOfDay(ZoneOffset.UTC)
                        .toInstant(),
                tariff(row)));
        return changes;
    }

    private static Prices prices(JsonNode row) {
        BigDecimal input = row.get("input").decimalValue();
        return new Prices(
                input,
                decimal(row, "read", input),
                decimal(row, "write", input),
                decimal(row, "long_write", input),
                row.get("output").decimalValue());
    }

    private static BigDecimal decimal(JsonNode row, String field, BigDecimal otherwise) {
        return row.has(field) ? row.get(field).decimalValue() : otherwise;
    }
}
