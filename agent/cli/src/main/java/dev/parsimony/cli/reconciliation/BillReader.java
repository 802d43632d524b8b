// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.cli.reconciliation;

import dev.parsimony.exchange.Json;
import dev.parsimony.exchange.Node;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the exports of the providers' usage and cost APIs: one page, a list of pages, or a page a line. Sources: OpenAI's API
 * reference, Usage and Costs; Anthropic's Usage and Cost API, whose costs are texts in cents; both as of November 2026.
 */
public final class BillReader {
    private static final BigDecimal CENTS = BigDecimal.valueOf(100);
    private static final String COSTS = "organization.costs.result";
    private static final String EMBEDDINGS = "organization.usage.embeddings.result";

    private final List<Bill.Item> items = new ArrayList<>();
    private String provider = "";
    private Bill.Scope scope = Bill.Scope.ALL;

    private BillReader() {}

    /**
     * Reads an export.
     *
     * @param bytes the file
     * @throws IllegalArgumentException if it is none that is known, or not the whole of one; its message says why
     */
    public static Bill read(byte[] bytes) {
        BillReader reader = new BillReader();
        Node last = bytesAsPages(bytes).stream()
                .peek(reader::page)
                .reduce((before, after) -> after)
                .orElseThrow(() -> new IllegalArgumentException("holds nothing"));
        if (last.get("has_more").isTrue()) {
            throw new IllegalArgumentException("is not the whole export: its last page says has_more");
        }
        return new Bill(reader.provider, reader.scope, reader.items);
    }

    private static List<Node> bytesAsPages(byte[] bytes) {
        Optional<Node> whole = Json.read(bytes).map(Json::root);
        if (whole.isPresent()) {
            return whole.get().is(Node.Kind.ARRAY) ? whole.get().items() : List.of(whole.get());
        }
        return new String(bytes, StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.isBlank())
                .map(line -> Json.read(line.getBytes(StandardCharsets.UTF_8))
                        .orElseThrow(() -> new IllegalArgumentException("is no JSON"))
                        .root())
                .toList();
    }

    private void page(Node page) {
        if (!page.get("data").is(Node.Kind.ARRAY)) {
            throw new IllegalArgumentException(
                    "is no export of OpenAI's or Anthropic's usage or cost API: it has no data");
        }
        for (Node bucket : page.get("data").items()) {
            boolean openAi = bucket.get("start_time").exists();
            be(openAi ? "openai" : "anthropic");
            Instant from = openAi ? seconds(bucket.get("start_time")) : time(bucket.get("starting_at"));
            Instant to = openAi ? seconds(bucket.get("end_time")) : time(bucket.get("ending_at"));
            for (Node result : bucket.get("results").items()) {
                items.add(openAi ? openAi(from, to, result) : anthropic(from, to, result));
            }
        }
    }

    private void be(String whose) {
        if (!provider.isEmpty() && !provider.equals(whose)) {
            throw new IllegalArgumentException("holds bills of two providers: give one at a time");
        }
        provider = whose;
    }

    private static Instant seconds(Node time) {
        return Instant.ofEpochSecond(time.asLong().orElseThrow(BillReader::noTime));
    }

    private static Instant time(Node time) {
        try {
            return Instant.parse(time.text());
        } catch (DateTimeException none) {
            throw noTime();
        }
    }

    private static IllegalArgumentException noTime() {
        return new IllegalArgumentException("has a bucket without a time");
    }

    private Bill.Item openAi(Instant from, Instant to, Node result) {
        if (result.get("object").is(COSTS)) {
            BigDecimal usd = amount(result.get("amount").get("value"));
            return new Bill.Item(from, to, subject(result.get("line_item").text()), Map.of(Kind.USD, usd), -1);
        }
        scope = result.get("object").is(EMBEDDINGS) ? Bill.Scope.EMBEDDINGS : Bill.Scope.COMPLETIONS;
        long read = count(result, "input_cached_tokens");
        long written = count(result, "input_cache_write_tokens");
        Map<Kind, BigDecimal> tokens =
                tokens(all(result, "input") - read - written, read, written, all(result, "output"));
        return new Bill.Item(from, to, result.get("model").text(), tokens, count(result, "num_model_requests"));
    }

    /** {@code gpt-4.1-2025-04-14, cached input} is of a model; {@code web search tool calls}, in words, is of tools. */
    private static String subject(String item) {
        int comma = item.lastIndexOf(',');
        String name = comma < 0 ? item : item.substring(0, comma);
        return name.indexOf(' ') < 0 ? name : Bill.TOOLS;
    }

    /** Newer exports, which tell text and writes apart, sum up all tokens; in older ones sound stands beside the sum. */
    private static long all(Node result, String direction) {
        long sum = count(result, direction + "_tokens");
        boolean whole = result.get("input_text_tokens").exists()
                || result.get("input_uncached_tokens").exists()
                || result.get("input_cache_write_tokens").exists();
        return whole ? sum : sum + count(result, direction + "_audio_tokens");
    }

    private static Bill.Item anthropic(Instant from, Instant to, Node result) {
        String model = result.get("model").text();
        if (result.get("amount").exists()) {
            BigDecimal usd = amount(result.get("amount")).divide(CENTS);
            return new Bill.Item(from, to, isOfTools(result) ? Bill.TOOLS : model, Map.of(Kind.USD, usd), -1);
        }
        Node creation = result.get("cache_creation");
        Map<Kind, BigDecimal> tokens = tokens(
                count(result, "uncached_input_tokens"),
                count(result, "cache_read_input_tokens"),
                count(creation, "ephemeral_5m_input_tokens") + count(creation, "ephemeral_1h_input_tokens"),
                count(result, "output_tokens"));
        return new Bill.Item(from, to, model, tokens, -1);
    }

    /** Searches, sessions and the like have a type of cost of their own. */
    private static boolean isOfTools(Node result) {
        String type = result.get("cost_type").text();
        return !type.isEmpty() && !type.equals("tokens");
    }

    private static Map<Kind, BigDecimal> tokens(long input, long read, long written, long output) {
        Map<Kind, BigDecimal> tokens = new EnumMap<>(Kind.class);
        tokens.put(Kind.INPUT, BigDecimal.valueOf(input));
        tokens.put(Kind.CACHE_READ, BigDecimal.valueOf(read));
        tokens.put(Kind.CACHE_WRITE, BigDecimal.valueOf(written));
        tokens.put(Kind.OUTPUT, BigDecimal.valueOf(output));
        return tokens;
    }

    private static long count(Node result, String name) {
        return result.get(name).asLong().orElse(0);
    }

    /** An amount as a number or a text, with every digit. */
    private static BigDecimal amount(Node amount) {
        try {
            return new BigDecimal(amount.is(Node.Kind.STRING) ? amount.text() : amount.raw());
        } catch (NumberFormatException none) {
            throw new IllegalArgumentException("has a cost without an amount", none);
        }
    }
}
