// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.price;

import dev.parsimony.exchange.Node;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads LiteLLM's public price map, {@code model_prices_and_context_window.json}: an object that lists models by name, with
 * prices in USD per token (docs.litellm.ai, model cost map, October 2026). What is not billed by the token is left out, and so
 * is a model with a price that cannot be, of which the map has some, or with none: it says 0 for unknown as well as for free.
 */
final class LiteLlmReader {
    private static final Set<String> MODES = Set.of("", "chat", "completion", "responses", "embedding");
    private static final Pattern ABOVE = Pattern.compile("(\\w+)_above_(\\d{1,4})k_tokens");
    private static final Map<String, String> TIERS =
            Map.of("_batches", "batch", "_flex", "flex", "_priority", "priority");

    /** Whom the map names otherwise than the OpenTelemetry conventions and our table do. */
    private static final Map<String, String> PROVIDERS = Map.ofEntries(
            Map.entry("text-completion-openai", "openai"),
            Map.entry("azure", "azure.ai.openai"),
            Map.entry("azure_text", "azure.ai.openai"),
            Map.entry("azure_ai", "azure.ai.openai"),
            Map.entry("bedrock_converse", "aws.bedrock"),
            Map.entry("bedrock_mantle", "aws.bedrock"),
            Map.entry("bedrock", "aws.bedrock"),
            Map.entry("gemini", "gcp.gemini"),
            Map.entry("cohere_chat", "cohere"),
            Map.entry("mistral", "mistral_ai"),
            Map.entry("xai", "x_ai"),
            Map.entry("moonshot", "moonshot_ai"));

    private static final Map<String, Part> PARTS = Map.ofEntries(
            Map.entry("input_cost_per_token", Part.INPUT),
            Map.entry("cache_read_input_token_cost", Part.CACHE_READ),
            Map.entry("cache_read_input_audio_token_cost", Part.AUDIO_CACHE_READ),
            Map.entry("cache_read_input_token_cost_per_audio_token", Part.AUDIO_CACHE_READ),
            Map.entry("cache_creation_input_token_cost", Part.CACHE_WRITE_5M),
            Map.entry("cache_creation_input_token_cost_above_1hr", Part.CACHE_WRITE_1H),
            Map.entry("output_cost_per_token", Part.OUTPUT),
            Map.entry("output_cost_per_reasoning_token", Part.REASONING),
            Map.entry("input_cost_per_audio_token", Part.AUDIO_INPUT),
            Map.entry("output_cost_per_audio_token", Part.AUDIO_OUTPUT),
            Map.entry("input_cost_per_image_token", Part.IMAGE_INPUT),
            Map.entry("output_cost_per_image_token", Part.IMAGE_OUTPUT));

    private final String file;
    private final Lifetimes lifetimes = new Lifetimes(Tariffs.builtIn());

    LiteLlmReader(String file) {
        this.file = file;
    }

    /** Whether an object is such a map. */
    static boolean wrote(Node root) {
        return root.children().stream()
                .anyMatch(model -> model.get("litellm_provider").exists()
                        || PARTS.keySet().stream()
                                .anyMatch(key -> model.get(key).exists()));
    }

    TariffTable read(Node root) {
        List<Tariff> tariffs = root.children().stream()
                .filter(model -> !model.name().equals("sample_spec"))
                .filter(model -> MODES.contains(model.get("mode").text()))
                .flatMap(model -> tariff(model).stream())
                .toList();
        if (tariffs.isEmpty()) {
            throw Misprint.of(file, "lists no model with a price between 0.0001 and 2000 USD per million tokens");
        }
        List<Provider> providers = tariffs.stream()
                .map(Tariff::provider)
                .distinct()
                .filter(id -> !PROVIDERS.containsValue(id))
                .map(Provider::unheardOf)
                .toList();
        return new TariffTable("LiteLLM's price map", providers, tariffs);
    }

    private Optional<Tariff> tariff(Node model) {
        Map<Part, BigDecimal> base = prices(model, "");
        if (base.isEmpty() || !base.values().stream().allMatch(TariffReader::isPlausible)) {
            return Optional.empty();
        }
        String mode = model.get("mode").text();
        return Optional.of(new Tariff(
                provider(model),
                id(model),
                mode.equals("embedding") ? mode : "chat",
                "active",
                List.of(),
                List.of(),
                BigDecimal.ONE,
                List.of(new Period(Instant.MIN, new Prices(base), above(model, base), List.of())),
                false,
                factors(model),
                limits(model),
                new Provenance("high", List.of(), List.of(), List.of(file), List.of(), "LiteLLM's price map")));
    }

    /** The name without the provider that the map puts in front, as requests write it. */
    private static String id(Node model) {
        int slash = model.name().indexOf('/');
        boolean prefixed = slash > 0
                && model.get("litellm_provider").text().startsWith(model.name().substring(0, slash));
        return model.name().substring(prefixed ? slash + 1 : 0);
    }

    private static String provider(Node model) {
        String name = model.get("litellm_provider").text();
        return name.startsWith("vertex_ai") ? "gcp.gemini" : PROVIDERS.getOrDefault(name, name);
    }

    /** The prices whose keys have this ending, in USD per million. */
    private Map<Part, BigDecimal> prices(Node model, String ending) {
        Map<Part, BigDecimal> prices = new EnumMap<>(Part.class);
        PARTS.forEach((key, part) ->
                price(model.get(key + ending)).ifPresent(price -> prices.put(kept(part, model), price)));
        return prices;
    }

    /** The map does not say how long what is written is kept by default. */
    private Part kept(Part part, Node model) {
        return part == Part.CACHE_WRITE_5M ? lifetimes.shortest(provider(model), id(model)) : part;
    }

    private static Optional<BigDecimal> price(Node value) {
        return Optional.of(value)
                .filter(node -> node.is(Node.Kind.NUMBER) && node.raw().length() < 40)
                .map(node -> new BigDecimal(node.raw()))
                .filter(perToken -> perToken.signum() > 0 && perToken.precision() - perToken.scale() < 40)
                .map(perToken -> perToken.movePointRight(6));
    }

    private List<Threshold> above(Node model, Map<Part, BigDecimal> base) {
        Set<Long> thousands = new TreeSet<>();
        for (Node member : model.children()) {
            Matcher key = ABOVE.matcher(member.name());
            if (key.matches() && PARTS.containsKey(key.group(1))) {
                thousands.add(Long.valueOf(key.group(2)));
            }
        }
        return thousands.stream()
                .map(limit -> threshold(model, base, limit))
                .sorted(Comparator.comparing(Threshold::inputTokens))
                .toList();
    }

    /** Where a price is listed once, it holds for long requests too. */
    private Threshold threshold(Node model, Map<Part, BigDecimal> base, long thousands) {
        Map<Part, BigDecimal> prices = new EnumMap<>(base);
        prices.putAll(prices(model, "_above_" + thousands + "k_tokens"));
        return new Threshold(thousands * 1000, new Prices(prices));
    }

    /** A tier whose prices are one multiple of the standard ones. */
    private static Map<String, BigDecimal> factors(Node model) {
        Map<String, BigDecimal> factors = new TreeMap<>();
        TIERS.forEach((ending, tier) -> {
            Optional<BigDecimal> input = factor(model, "input_cost_per_token", ending);
            Optional<BigDecimal> output = factor(model, "output_cost_per_token", ending);
            if (Stream.of(input, output).flatMap(Optional::stream).distinct().count() == 1 && input.isPresent()) {
                factors.put(tier, input.get());
            }
        });
        return factors;
    }

    private static Optional<BigDecimal> factor(Node model, String key, String ending) {
        Optional<BigDecimal> standard = price(model.get(key));
        Optional<BigDecimal> other = price(model.get(key + ending));
        return standard.isPresent() && other.isPresent() ? ratio(other.get(), standard.get()) : Optional.empty();
    }

    private static Optional<BigDecimal> ratio(BigDecimal other, BigDecimal standard) {
        try {
            return Optional.of(other.divide(standard).stripTrailingZeros());
        } catch (ArithmeticException endless) {
            return Optional.empty(); // a third of something: no factor that could be exact
        }
    }

    private static Limits limits(Node model) {
        OptionalLong none = OptionalLong.empty();
        return new Limits(none, count(model, "max_input_tokens"), count(model, "max_output_tokens"), none, none, none);
    }

    private static OptionalLong count(Node model, String key) {
        OptionalLong count = model.get(key).asLong();
        return count.orElse(0) > 0 ? count : OptionalLong.empty();
    }
}
