// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.price;

import dev.parsimony.exchange.Cost;
import dev.parsimony.exchange.Terms;
import dev.parsimony.exchange.Usage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Looks up what a model costs. A model that no tariff is known for has no price: nothing is guessed, and nothing is ever 0
 * because it is unknown.
 */
public final class Tariffs {
    /** Names are made up by callers, so what is remembered of them has a bound; an application uses a handful. */
    private static final int MOST_REMEMBERED = 1024;

    private final Supplier<TariffIndex> index;
    private volatile Memory memory = new Memory(null, new ConcurrentHashMap<>());

    private record Question(String provider, String model, boolean asked) {}

    /** What was found in a table; another table is another memory. */
    private record Memory(@Nullable TariffIndex index, Map<Question, Optional<Listing>> found) {}

    private Tariffs(Supplier<TariffIndex> index) {
        this.index = index;
    }

    /** The tariffs that come with Parsimony, read when first asked for. */
    public static Tariffs builtIn() {
        return new Tariffs(() -> BuiltIn.INDEX);
    }

    /** The tariffs of a table. */
    public static Tariffs of(TariffTable table) {
        TariffIndex index = new TariffIndex(table, Agreement.NONE);
        return new Tariffs(() -> index);
    }

    /**
     * The tariffs in force, whichever they are at the time.
     *
     * @param inForce says which
     */
    public static Tariffs following(Supplier<Tariffs> inForce) {
        return new Tariffs(() -> inForce.get().index.get());
    }

    /**
     * These tariffs under a user's own.
     *
     * @param own the user's table, which adds and overrides
     */
    public Tariffs under(TariffTable own) {
        TariffIndex under = index.get();
        TariffIndex over = new TariffIndex(under.table().under(own), under.agreement());
        return new Tariffs(() -> over);
    }

    /** These tariffs for someone who has agreed on more than list prices. */
    public Tariffs agreeing(Agreement agreement) {
        TariffIndex agreed = new TariffIndex(index.get().table(), agreement);
        return new Tariffs(() -> agreed);
    }

    /**
     * The tariff of a model.
     *
     * @param provider who bills, by the OpenTelemetry conventions' name or a common other one; empty where it is not known
     * @param model its name as a request writes it: prefixes, regions, dates and versions are seen through
     * @return the provider's own tariff, else that of the model's maker, else nothing
     */
    public Optional<Listing> find(String provider, String model) {
        return find(new Question(provider, model, true));
    }

    /**
     * The tariff of a model that an answer names and no request did: the same, but that it is no deployment of provisioned
     * capacity, as such a one is known by the name that is asked for alone.
     */
    public Optional<Listing> findAnswering(String provider, String model) {
        return find(new Question(provider, model, false));
    }

    private Optional<Listing> find(Question question) {
        TariffIndex now = index.get();
        Memory known = memory;
        if (known.index != now) {
            known = new Memory(now, new ConcurrentHashMap<>());
            memory = known;
        }
        Optional<Listing> found = known.found.get(question);
        return found == null ? look(now, question, known.found) : found;
    }

    private static Optional<Listing> look(
            TariffIndex index, Question question, Map<Question, Optional<Listing>> remembered) {
        Optional<Listing> listing = index.find(question.provider, question.model, question.asked);
        if (remembered.size() < MOST_REMEMBERED) {
            remembered.put(question, listing);
        }
        return listing;
    }

    /**
     * Whether a provider surely does not serve a model: it sells no models but its own, and another maker's has that name.
     *
     * @param provider who would serve it, by the OpenTelemetry conventions' name
     * @param model its name, as in {@link #find}
     */
    public boolean isForeign(String provider, String model) {
        return providers().stream().anyMatch(known -> known.id().equals(provider) && !known.resells())
                && find(provider, model).filter(Listing::borrowed).isPresent();
    }

    /**
     * Whether one name of a model says more of its price than another: it is one that the user has agreed on, such as a
     * deployment of provisioned capacity, whose answers name the model alone; or it is in the provider's own list, where the
     * other is in its maker's alone. So it is at Amazon, whose names tell the region while Claude's answers name the model as
     * Anthropic does.
     *
     * @param provider who bills, as in {@link #find}
     * @param name the one name
     * @param other the other one
     */
    public boolean saysMore(String provider, String name, String other) {
        Optional<Listing> listing = find(provider, name);
        boolean agreed = index.get().isAgreed(provider, name);
        return listing.filter(own -> agreed || own.provisioned()).isPresent()
                || (listing.filter(own -> !own.borrowed()).isPresent()
                        && find(provider, other).filter(Listing::borrowed).isPresent()
                        && !Collections.disjoint(ModelName.forms(name), ModelName.forms(other)));
    }

    /**
     * What a call costs, line by line.
     *
     * @param provider who bills, as in {@link #find}
     * @param model the model that answered
     * @param terms what the answer says of the price, which need not be what the request asked for
     * @param usage the tokens
     * @param at when the call was made
     * @return the bill; its cost is unknown for {@code unknown_model}, {@code unknown_tier}, {@code unknown_surcharge}, {@code no_price_at_that_time} or
     *     {@code no_price_for_...} a kind of token
     */
    public Bill bill(String provider, String model, Terms terms, Usage usage, Instant at) {
        return find(provider, model)
                .map(listing -> listing.bill(terms, usage, at))
                .orElseGet(() -> Bill.unpriced(model, "unknown_model"));
    }

    /**
     * What a call costs.
     *
     * @param usage the tokens, or null where the provider reported none
     * @return the amount, or why it is unknown: the reasons of {@link #bill}, and {@code no_usage}
     */
    public Cost price(String provider, String model, Terms terms, @Nullable Usage usage, Instant at) {
        return price(find(provider, model), terms, usage, at);
    }

    /** The same by what was found. */
    static Cost price(Optional<Listing> found, Terms terms, @Nullable Usage usage, Instant at) {
        return usage == null
                ? Cost.unknown("no_usage")
                : found.map(listing -> listing.bill(terms, usage, at).cost()).orElse(Cost.unknown("unknown_model"));
    }

    /**
     * The shortest prefix that can be relied on to be cached, in tokens: where sources disagree, the largest of their
     * figures. Empty where nobody says.
     */
    public OptionalLong minimumCacheable(String provider, String model) {
        return find(provider, model)
                .map(listing -> listing.tariff().limits().minimumCacheable())
                .orElse(OptionalLong.empty());
    }

    /** Every tariff, makers of models before those who resell them. */
    public List<Tariff> all() {
        return index.get().table().tariffs();
    }

    /** Who bills. */
    public List<Provider> providers() {
        return index.get().table().providers();
    }

    /** The table's version, a date. */
    public String version() {
        return index.get().table().version();
    }

    @Override
    public String toString() {
        return "tariffs";
    }

    private static final class BuiltIn {
        private static final String NAME = "parsimony/tariffs.json";
        static final TariffIndex INDEX = new TariffIndex(TariffReader.read(NAME, bytes()), Agreement.NONE);

        private static byte[] bytes() {
            try (InputStream in = Tariffs.class.getClassLoader().getResourceAsStream(NAME)) {
                if (in == null) {
                    throw new IllegalStateException(NAME + " is missing next to " + Tariffs.class.getName());
                }
                return in.readAllBytes();
            } catch (IOException unreadable) {
                throw new UncheckedIOException(NAME + " cannot be read", unreadable);
            }
        }
    }
}
