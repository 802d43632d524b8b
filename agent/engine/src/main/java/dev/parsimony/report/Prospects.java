// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.report;

import dev.parsimony.advice.Advice;
import dev.parsimony.advice.Adviser;
import dev.parsimony.exchange.Cost;
import dev.parsimony.exchange.Hindsight;
import dev.parsimony.ledger.LedgerLine;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** What could be saved, by lines of a ledger: by the hindsight in them, and by what the user says of cheaper models. */
final class Prospects {
    private static final int NANOS = 1_000;

    private final Adviser adviser;
    private final Swaps swaps;
    private long unseen;
    private long began = Long.MAX_VALUE;
    private long ended = Long.MIN_VALUE;

    Prospects(int mostSites, Swaps swaps) {
        this.adviser = new Adviser(mostSites);
        this.swaps = swaps;
    }

    void add(LedgerLine call) {
        if (!call.isLocal() && call.cost() instanceof Cost.Known known) {
            long end = nanos(call.at()) + Math.max(0, call.course().micros()) * NANOS;
            began = Math.min(began, nanos(call.at()));
            ended = Math.max(ended, end);
            add(call, known, end);
        }
    }

    private void add(LedgerLine call, Cost.Known known, long end) {
        String site = call.origin().callSite();
        Hindsight hindsight = call.hindsight();
        if (hindsight == null) {
            unseen++;
        } else {
            adviser.add(site, end, known.usd(), Math.max(0, call.output()), hindsight);
        }
        swaps.of(call).forEach((swap, less) -> adviser.add(site, end, swap, less));
    }

    /** Until the year 2262. */
    private static long nanos(Instant at) {
        return Instant.EPOCH.until(at, ChronoUnit.NANOS);
    }

    List<Advice> advice() {
        return adviser.advice(ended);
    }

    long unseen() {
        return unseen;
    }

    Duration time() {
        return ended < began ? Duration.ZERO : Duration.ofNanos(ended - began);
    }
}
