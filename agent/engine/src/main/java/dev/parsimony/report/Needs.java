// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.report;

import dev.parsimony.exchange.Recall;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What calls would need to become cheaper or better, as far as their figures show it. Each need says what it rests on; none
 * is promised an amount that was not measured.
 */
final class Needs {
    /** Providers cache prefixes from so many tokens on; OpenAI's and most of Anthropic's minimum. */
    private static final long CACHEABLE = 1_024;

    private static final int FEW_PERCENT = 10;
    private static final int MANY_TIMES = 4;

    private final Figures figures;
    private final Set<String> advised;
    private final List<String> needs = new ArrayList<>();

    private Needs(Figures figures, Set<String> advised) {
        this.figures = figures;
        this.advised = advised;
    }

    /**
     * The needs of a call site.
     *
     * @param advised levers that advice is given of, which says more than figures can
     */
    static List<String> of(Figures figures, Set<String> advised) {
        Needs needs = new Needs(figures, advised);
        needs.price();
        needs.reuse();
        needs.marks();
        needs.prefix();
        needs.room();
        needs.reliability();
        return List.copyOf(needs.needs);
    }

    private void price() {
        long unknown = figures.calls() - figures.priced();
        if (unknown > 0) {
            say(
                    "%s of its calls have no price (%s)",
                    unknown, String.join(", ", figures.unknown().keySet()));
        }
    }

    private void reuse() {
        if (figures.repeats() > 0 && !advised.contains("response_cache")) {
            say(
                    "%,d of its calls repeat an earlier one exactly, for %s USD: a rule with `cache: {ttl: 10m}` answers them",
                    figures.repeats(), Amounts.text(figures.repeatedUsd()));
        }
        if (figures.recall(Recall.BYPASS) > figures.local()) {
            say(
                    "%,d of its calls may be answered again by rule and were not: `skipped` says why",
                    figures.recall(Recall.BYPASS));
        }
    }

    private void marks() {
        BigDecimal net = figures.savings().of("prompt_cache").net();
        if (net.signum() < 0) {
            say(
                    "what it writes to the provider's cache cost %s USD more than it saved: `prompt_cache: off`",
                    Amounts.text(net.negate()));
        }
    }

    private void prefix() {
        Tokens tokens = figures.prompts();
        long sent = figures.prompted();
        boolean read = tokens.cacheRead() * 100 >= tokens.input() * FEW_PERCENT;
        boolean open = !read && !advised.contains("stable_prefix") && !advised.contains("prompt_cache");
        if (sent > 1 && open && tokens.input() / sent >= CACHEABLE && tokens.input() > MANY_TIMES * tokens.output()) {
            say(
                    "%,d input tokens a call, %d %% of them read from the provider's cache: put first what stays the same"
                            + " (`stable_prefix: on`)",
                    tokens.input() / sent, tokens.cacheRead() * 100 / tokens.input());
        }
    }

    private void room() {
        if (figures.truncated() * 100 > figures.output().count()) {
            say("%,d of its answers were cut off: raise its cap", figures.truncated());
        }
    }

    private void reliability() {
        if (figures.failed() * 100 > figures.calls() * FEW_PERCENT) {
            say("%,d of its calls failed", figures.failed());
        }
    }

    private void say(String form, Object... values) {
        needs.add(String.format(Locale.ROOT, form, values));
    }
}
