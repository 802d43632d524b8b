// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.cli;

import dev.parsimony.dialect.Dialects;
import dev.parsimony.dialect.Host;
import dev.parsimony.dialect.Hosts;
import dev.parsimony.exchange.Cost;
import dev.parsimony.exchange.Custom;
import dev.parsimony.exchange.Terms;
import dev.parsimony.exchange.Usage;
import dev.parsimony.price.Bill;
import dev.parsimony.price.Listing;
import dev.parsimony.price.Tariff;
import dev.parsimony.price.Tariffs;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What a call of so many tokens costs. */
@Command(
        header = "Shows what a call costs, line by line.",
        description = "Token counts are disjoint: what is read from a cache is not counted as input again.%n")
final class PriceCommand implements Callable<Result> {
    private static final Map<String, String> WHY = Map.of(
            "unknown_model", "no price of this model is known. `parsimony prices` lists those that are",
            "unknown_tier",
                    "the price of this service tier is not known. `parsimony prices MODEL` lists those that are",
            "unknown_surcharge", "the price of these terms is not known",
            "no_price_at_that_time",
                    "no price is known for that time. `parsimony prices MODEL` shows since when one is");

    @Parameters(paramLabel = "MODEL", description = "The model as a request or an answer names it.")
    String model = "";

    @Option(names = "--input", required = true, paramLabel = "N", description = "Input tokens, cached ones apart.")
    long input;

    @Option(names = "--cache-read", paramLabel = "N", description = "Input tokens read from a prompt cache.")
    long cacheRead;

    @Option(
            names = "--cache-write",
            paramLabel = "N",
            description = "Input tokens written to a prompt cache (5 minutes at Anthropic, 30 at OpenAI).")
    long cacheWrite;

    @Option(names = "--cache-write-1h", paramLabel = "N", description = "Input tokens written for the longer lifetime.")
    long cacheWriteLong;

    @Option(names = "--output", paramLabel = "N", description = "Output tokens, reasoning apart.")
    long output;

    @Option(names = "--reasoning", paramLabel = "N", description = "Output tokens spent on reasoning.")
    long reasoning;

    @Option(names = "--tier", paramLabel = "T", description = "Service tier: batch, flex, priority, fast.")
    String tier = "";

    @Option(names = "--at", paramLabel = "TIME", description = "When; now if it is not given. UTC without an offset.")
    @Nullable
    Instant at;

    @Option(
            names = "--host",
            paramLabel = "H",
            description = "The host it is asked at, where the provider is not the model's maker.")
    String host = "";

    @Mixin
    OwnPrices own = new OwnPrices();

    @Mixin
    Format format = new Format();

    private final Tariffs builtIn;
    private final SettingsFile files;
    private final InstantSource clock;

    /**
     * The command.
     *
     * @param builtIn what models cost by our own table
     * @param files reads the user's
     * @param clock what time it is
     */
    PriceCommand(Tariffs builtIn, SettingsFile files, InstantSource clock) {
        this.builtIn = builtIn;
        this.files = files;
        this.clock = clock;
    }

    @Override
    public Result call() {
        Tariffs tariffs = own.over(builtIn, files);
        Terms terms = new Terms(tier, Custom.surcharges(asked(tariffs).customs()), null);
        Bill bill = tariffs.bill(provider(tariffs), model, terms, usage(), at == null ? clock.instant() : at);
        if (bill.cost() instanceof Cost.Unknown unknown) {
            return Result.finding(format.json ? JsonText.of(Bills.tree(bill)) : "", why(unknown.reason()));
        }
        Optional<Tariff> tariff = tariffs.find(provider(tariffs), model).map(Listing::tariff);
        return Result.done(format.write(
                () -> sourced(Bills.tree(bill), tariff),
                () -> bill + tariff.map(PriceCommand::sources).orElse("")));
    }

    private static Map<String, Object> sourced(Map<String, Object> bill, Optional<Tariff> tariff) {
        tariff.ifPresent(found -> bill.put("sources", found.provenance().sources()));
        return bill;
    }

    private static String sources(Tariff tariff) {
        return tariff.provenance().sources().stream()
                .map(source -> "\n  source: " + source)
                .collect(Collectors.joining());
    }

    /** Who answers at the host, as the engine would see it; nobody in particular where none is given. */
    private String provider(Tariffs tariffs) {
        return host.isEmpty() ? "" : asked(tariffs).provider();
    }

    private Host asked(Tariffs tariffs) {
        String maker = tariffs.find("", model)
                .map(listing -> listing.tariff().provider())
                .orElse("");
        String api = maker.equals("anthropic") ? "anthropic.messages" : "openai.chat";
        return Hosts.known().of(host, Dialects.named(api).orElseThrow());
    }

    private Usage usage() {
        try {
            return Usage.text(input, cacheRead, cacheWrite, cacheWriteLong, output, reasoning);
        } catch (IllegalArgumentException negative) {
            throw new Complaint("price", "a count of tokens is negative. Counts are 0 or more");
        }
    }

    private String why(String reason) {
        String kind = reason.replaceFirst("^no_price_for_", "").replace('_', ' ');
        return "price " + model + ": "
                + WHY.getOrDefault(
                        reason, "there is no known price for " + kind + ". `parsimony prices MODEL` shows what is")
                + ".";
    }
}
