// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.cli;

import dev.parsimony.price.Listing;
import dev.parsimony.price.Money;
import dev.parsimony.price.Part;
import dev.parsimony.price.Prices;
import dev.parsimony.price.Provider;
import dev.parsimony.price.Tariff;
import dev.parsimony.price.Tariffs;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The prices that Parsimony reckons with. */
@Command(
        header = "Lists the prices that Parsimony reckons with.",
        description = "In USD per million tokens. With MODEL: all that is known of it, and from where.%n")
final class PricesCommand implements Callable<Result> {
    private static final List<String> HEADINGS = List.of(
            "provider", "model", "input", "cache_read", "cache_write", "cache_write_long", "output", "confidence");

    @Parameters(paramLabel = "MODEL", arity = "0..1", description = "The model as a request or an answer names it.")
    String model = "";

    @Option(names = "--at", paramLabel = "TIME", description = "When; now if it is not given. UTC without an offset.")
    @Nullable
    Instant at;

    @Option(names = "--csv", description = "Write the table as comma-separated values.")
    boolean csv;

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
    PricesCommand(Tariffs builtIn, SettingsFile files, InstantSource clock) {
        this.builtIn = builtIn;
        this.files = files;
        this.clock = clock;
    }

    @Override
    public Result call() {
        Tariffs tariffs = own.over(builtIn, files);
        if (model.isEmpty()) {
            return Result.done(table(tariffs.all()));
        }
        List<Tariff> found = sold(tariffs);
        if (found.isEmpty()) {
            return Result.finding(
                    "", "prices: no price of " + model + " is known. `parsimony prices` lists those that are.");
        }
        return Result.done(
                csv
                        ? table(found)
                        : format.write(() -> found.stream().map(Sheet::tree).toList(), () -> sheets(found)));
    }

    /** The model's tariff at each provider that sells it. */
    private List<Tariff> sold(Tariffs tariffs) {
        Stream<Tariff> everywhere = tariffs.providers().stream()
                .map(Provider::id)
                .flatMap(id -> tariffs.find(id, model).filter(listing -> !listing.borrowed()).stream())
                .map(Listing::tariff);
        Stream<Tariff> named = tariffs.find("", model).map(Listing::tariff).stream();
        return Stream.concat(named, everywhere).distinct().toList();
    }

    private static String sheets(List<Tariff> found) {
        return found.stream().map(tariff -> new Sheet(tariff).toString()).collect(Collectors.joining("\n\n"));
    }

    private String table(List<Tariff> listed) {
        Instant time = at == null ? clock.instant() : at;
        Table table = new Table(
                HEADINGS,
                listed.stream().flatMap(tariff -> row(tariff, time).stream()).toList());
        return csv ? table.csv() : format.write(table::tree, table::text);
    }

    private static Optional<List<String>> row(Tariff tariff, Instant time) {
        return tariff.at(time)
                .map(period -> period.prices(0, time))
                .map(prices -> List.of(
                        tariff.provider(),
                        tariff.id(),
                        price(prices, Optional.of(Part.INPUT)),
                        price(prices, Optional.of(Part.CACHE_READ)),
                        price(prices, prices.shortWrite()),
                        price(prices, prices.longWrite()),
                        price(prices, Optional.of(Part.OUTPUT)),
                        tariff.provenance().disputed() ? "low" : ""));
    }

    private static String price(Prices prices, Optional<Part> part) {
        return part.flatMap(prices::of).map(Money::plain).orElse("");
    }
}
