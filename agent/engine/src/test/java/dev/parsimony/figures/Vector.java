// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.figures;

import dev.parsimony.exchange.TokenKind;
import dev.parsimony.exchange.Usage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A row of {@code cost-vectors.txt}, which says what its columns are.
 *
 * @param api the dialect
 * @param host who is asked
 * @param model the model that was asked and answered
 * @param at when
 * @param terms what the answer says of the price
 * @param items what was used
 * @param factors what the tokens are multiplied by
 * @param expected the amount in USD, or the reason why there is none
 */
record Vector(
        String api,
        String host,
        String model,
        Instant at,
        List<String> terms,
        List<Item> items,
        List<BigDecimal> factors,
        String expected) {
    private static final String TOLD = "told ";

    /**
     * One thing that was used.
     *
     * @param count how many
     * @param what a kind of token or a tool
     * @param price in USD, per million tokens or thousand uses; null where none is known
     */
    record Item(long count, String what, BigDecimal price) {
        static Item of(String text) {
            String[] words = text.strip().split(" ");
            return new Item(Long.parseLong(words[0]), words[1], words.length > 3 ? new BigDecimal(words[3]) : null);
        }

        Optional<TokenKind> kind() {
            return Arrays.stream(TokenKind.values())
                    .filter(kind -> kind.toString().equals(what))
                    .findFirst();
        }

        BigDecimal usd() {
            return price.multiply(BigDecimal.valueOf(count)).movePointLeft(kind().isPresent() ? 6 : 3);
        }
    }

    static List<Vector> all() {
        try (InputStream in = Objects.requireNonNull(Vector.class.getResourceAsStream("cost-vectors.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Vector::of)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Vector of(String line) {
        String[] columns = line.split(" \\| ");
        return new Vector(
                columns[0],
                columns[1],
                columns[2],
                Instant.parse(columns[3]),
                columns[4].equals("-") ? List.of() : List.of(columns[4].split("\\+")),
                Arrays.stream(columns[5].split(",")).map(Item::of).toList(),
                Arrays.stream(columns[6].split(" x ")).map(BigDecimal::new).toList(),
                columns[7]);
    }

    Usage usage() {
        Usage usage = Usage.NONE;
        for (Item item : items) {
            usage = item.kind().isPresent()
                    ? usage.with(item.kind().get(), item.count)
                    : usage.withTool(item.what, item.count);
        }
        return usage;
    }

    long tool(String tool) {
        return usage().tools().getOrDefault(tool, 0L);
    }

    /** The tier that the answer names; empty for none. */
    String tier() {
        return terms.stream()
                .filter(term -> !term.startsWith(TOLD) && !says("fast", term) && !says("geo_us", term))
                .findFirst()
                .orElse("");
    }

    /** At OpenAI fast is a tier; at Anthropic it is a speed. */
    private boolean says(String surcharge, String term) {
        return term.equals(surcharge) && api.startsWith("anthropic");
    }

    boolean names(String term) {
        return terms.contains(term);
    }

    /** What the provider says it charged. */
    Optional<String> told() {
        return terms.stream()
                .filter(term -> term.startsWith(TOLD))
                .map(term -> term.substring(TOLD.length()))
                .findFirst();
    }

    boolean hasAmount() {
        return Character.isDigit(expected.charAt(0));
    }

    /** The same call with other counts. */
    Vector using(Usage usage) {
        List<Item> used = usage.tokens().entrySet().stream()
                .map(count -> new Item(count.getValue(), count.getKey().toString(), null))
                .toList();
        return new Vector(api, host, model, at, terms, used, factors, expected);
    }

    @Override
    public String toString() {
        return String.join(" ", api, model, items.toString(), String.join("+", terms), at.toString());
    }
}
