// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.price;

import dev.parsimony.exchange.Cost;
import dev.parsimony.exchange.Exchange;
import dev.parsimony.exchange.Plan;
import dev.parsimony.exchange.Saving;
import dev.parsimony.exchange.Usage;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a finished call cost, and what each lever made it cheaper by. A saving is measured against the request as the
 * application made it, and the levers are taken off one after another, so that they never count the same dollar twice and
 * their sum is what the request as written would have cost less what was paid:
 *
 * <pre>
 * as written     requested model, its input not cached by us, sent
 *   - model            the same tokens at both models' prices: an estimate, as another model counts and answers differently
 * other model
 *   - prompt_cache     the same tokens had our marks not been there: negative for a write that nobody has read yet; an
 *                      estimate where the provider would have kept the prompt unasked
 * what is billed
 *   - response_cache   what the call that the answer is from was billed: all of it, since nothing was sent
 * what is paid
 * </pre>
 *
 * <p>A call that is answered locally carries no marks, so its as-written cost takes the original's caching as it was. Where a
 * price is unknown, or our marks stood beside the application's own, nothing is claimed.
 */
public final class Reckoning {
    private static final long USUAL_MINIMUM = 1_024;

    private final Tariffs tariffs;

    /**
     * Reckons by these tariffs.
     *
     * @param tariffs what models cost
     */
    public Reckoning(Tariffs tariffs) {
        this.tariffs = tariffs;
    }

    /** Reads the tariffs, which otherwise happens at the first call's end: some tens of milliseconds. */
    public void open() {
        tariffs.all();
    }

    /**
     * What the provider bills for the answer that the exchange holds, no matter which call it was first given to.
     *
     * @param exchange a call whose answer was read
     * @return what the provider says it charged, if it says so; else the amount by tariff, or why it is unknown: the reasons of
     *     {@link Tariffs#price}. It is disputed where the answer names a model that nobody knows, which the one asked is taken for
     */
    public Cost billed(Exchange exchange) {
        return exchange.answer().terms().told().map(Cost::charged).orElseGet(() -> byTariff(exchange));
    }

    private Cost byTariff(Exchange exchange) {
        Cost cost = price(exchange, served(exchange), exchange.answer().usage());
        return cost instanceof Cost.Known known && isDoubtful(exchange) ? Cost.known(known.usd(), true) : cost;
    }

    /**
     * What was paid for a call: nothing where it was answered locally, else what the provider bills.
     *
     * @param exchange a call that is over
     */
    public Cost paid(Exchange exchange) {
        return exchange.recall().isLocal() ? Cost.known(BigDecimal.ZERO, false) : billed(exchange);
    }

    /**
     * What each lever saved.
     *
     * @param exchange a call that is over; for one that was answered locally, holding the stored answer
     * @param plan which rule pulled which lever
     * @param marks whose marks the request carried; of no account where nothing was sent
     * @param unmarked what it would have used without ours, by estimate, where the provider keeps prompts unasked; empty where
     *     nothing would have been cached
     * @param billed what the call that the answer is from was billed
     * @return one saving for each lever that made a difference and can be priced
     */
    public List<Saving> savings(Exchange exchange, Plan plan, Marks marks, Optional<Usage> unmarked, Cost billed) {
        List<Saving> savings = new ArrayList<>();
        boolean local = exchange.recall().isLocal();
        Usage usage = exchange.answer().usage();
        if (usage != null) {
            boolean ours = !local && marks == Marks.OURS;
            Usage without = ours ? unmarked.orElseGet(usage::uncached) : usage;
            compare(exchange, plan, usage, without, unmarked.isPresent(), savings);
        }
        if (local && billed instanceof Cost.Known known) {
            add(savings, "response_cache", rule(plan.cache()), known.usd(), false);
        }
        return savings;
    }

    /**
     * What the request as the application made it would have cost.
     *
     * @param exchange a call that is over
     * @param paid what the call cost
     * @param billed what the call that the answer is from was billed
     * @param savings what {@link #savings} says of it
     * @param marks whose marks the request carried; {@link Marks#NONE} where nothing was sent
     * @return the cost and the savings together; unknown where one of the prices is that they rest on, or where our marks stood
     *     beside the application's own
     */
    public Cost asWritten(Exchange exchange, Cost paid, Cost billed, List<Saving> savings, Marks marks) {
        if (!(paid instanceof Cost.Known known) || !(billed instanceof Cost.Known)) {
            return billed;
        }
        String requested = exchange.opening().model();
        if (marks == Marks.BOTH && isCached(exchange.answer().usage())) {
            return Cost.unknown("own_marks");
        }
        boolean swapped = !exchange.model().equals(requested);
        if (swapped && price(exchange, requested, exchange.answer().usage()) instanceof Cost.Unknown) {
            return Cost.unknown("no_price_as_written");
        }
        BigDecimal saved = savings.stream().map(Saving::usd).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Cost.Known(known.usd().add(saved), known.disputed(), known.byProvider());
    }

    private static boolean isCached(@Nullable Usage usage) {
        return usage != null && usage.cacheRead() + usage.cacheWrite() > 0;
    }

    /** The least that the model which answered caches, in tokens; 1,024 where its tariff does not say, as with most. */
    public long minimumCacheable(Exchange exchange) {
        return tariffs.minimumCacheable(exchange.opening().biller(), served(exchange))
                .orElse(USUAL_MINIMUM);
    }

    /**
     * What a call would have cost less by tariff had it used something else.
     *
     * @param exchange a call that was sent and whose answer was read
     * @param instead what it would have used
     * @return in USD; 0 where either has no known price
     */
    public BigDecimal less(Exchange exchange, Usage instead) {
        Usage usage = exchange.answer().usage();
        String served = served(exchange);
        return usage == null ? BigDecimal.ZERO : difference(exchange, served, usage, served, instead);
    }

    private void compare(
            Exchange exchange, Plan plan, Usage usage, Usage unmarked, boolean estimated, List<Saving> savings) {
        String requested = exchange.opening().model();
        String served = served(exchange);
        if (!exchange.model().equals(requested)) {
            BigDecimal saved = difference(exchange, requested, unmarked, served, unmarked);
            add(savings, "model", rule(plan.model()), saved, true);
        }
        if (!unmarked.equals(usage)) {
            BigDecimal saved = difference(exchange, served, unmarked, served, usage);
            add(savings, "prompt_cache", plan.promptCache().rule(), saved, estimated || isDoubtful(exchange));
        }
    }

    /** What one side costs less than the other; 0 where either has no known price. */
    private BigDecimal difference(Exchange exchange, String without, Usage before, String with, Usage after) {
        return price(exchange, without, before) instanceof Cost.Known was
                        && price(exchange, with, after) instanceof Cost.Known is
                ? was.usd().subtract(is.usd())
                : BigDecimal.ZERO;
    }

    private Cost price(Exchange exchange, String model, @Nullable Usage usage) {
        return Tariffs.price(
                listing(exchange, model),
                exchange.answer().terms(),
                usage,
                exchange.opening().at());
    }

    private Optional<Listing> listing(Exchange exchange, String model) {
        String biller = exchange.opening().biller();
        boolean asked = model.equals(exchange.model())
                || model.equals(exchange.opening().model());
        return asked ? tariffs.find(biller, model) : tariffs.findAnswering(biller, model);
    }

    /** The model that answered; the one asked where the answer's name for it says nothing to us, or less. */
    private String served(Exchange exchange) {
        String biller = exchange.opening().biller();
        String model = exchange.answer().model();
        return tariffs.find(biller, model).isEmpty() || tariffs.saysMore(biller, exchange.model(), model)
                ? exchange.model()
                : model;
    }

    /** Whether the answer names a model that nobody knows and that is no form of the one asked: deployments are moved. */
    private boolean isDoubtful(Exchange exchange) {
        String model = exchange.answer().model();
        return !model.isEmpty()
                && served(exchange).equals(exchange.model())
                && !tariffs.saysMore(exchange.opening().biller(), exchange.model(), model)
                && Collections.disjoint(ModelName.forms(model), ModelName.forms(exchange.model()));
    }

    private static String rule(Optional<? extends Plan.Choice<?>> choice) {
        return choice.map(Plan.Choice::rule).orElse("");
    }

    private static void add(List<Saving> savings, String lever, String rule, BigDecimal usd, boolean estimated) {
        if (usd.signum() != 0) {
            savings.add(new Saving(lever, rule, usd, estimated));
        }
    }
}
