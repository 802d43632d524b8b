// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.wiring;

import dev.parsimony.advice.Observer;
import dev.parsimony.evidence.Marker;
import dev.parsimony.evidence.Sightings;
import dev.parsimony.evidence.Sizes;
import dev.parsimony.exchange.Guard;
import dev.parsimony.exchange.Log;
import dev.parsimony.exchange.Pepper;
import dev.parsimony.exchange.QuickHash;
import dev.parsimony.exchange.Telemetry;
import dev.parsimony.ledger.Ledger;
import dev.parsimony.price.Reckoning;
import dev.parsimony.price.Tariffs;
import dev.parsimony.recall.Answers;
import dev.parsimony.recall.Limits;
import dev.parsimony.rewrite.Habits;
import dev.parsimony.settings.Settings;
import dev.parsimony.tokens.AnswerSizes;
import dev.parsimony.tokens.Estimator;
import dev.parsimony.tokens.Lean;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Random;
import java.util.function.LongSupplier;

/** Puts the parts together. */
final class Assembly {
    /** All that is kept of prompts seen, beside what calls under way need. */
    private static final long EVIDENCE_BYTES = 16L << 20;

    private static final long HABITS_BYTES = 4L << 20;
    private static final int LONGEST_PLAIN = 8 << 20;

    /** What samples are drawn by must be the same on every machine; it protects nothing. */
    private static final long SAME_EVERYWHERE = 0x5041525349L;

    private Assembly() {}

    static Workshop of(
            Settings settings,
            Tariffs tariffs,
            Log log,
            Telemetry telemetry,
            InstantSource clock,
            LongSupplier ticker) {
        Guard guard = new Guard((step, cause) -> tell(step, cause, log, telemetry));
        Pepper pepper = Pepper.of(new SecureRandom());
        Reckoning reckoning = new Reckoning(tariffs);
        Estimator estimator = new Estimator();
        Habits habits = new Habits(pepper, HABITS_BYTES, ticker);
        Credentials credentials = new Credentials(pepper, clock, ticker::getAsLong);
        Reverts reverts = new Reverts(log, ticker::getAsLong);
        return new Workshop(
                guard,
                log,
                telemetry,
                clock,
                ticker,
                credentials,
                Pepper.of(new Random(SAME_EVERYWHERE)),
                new Rewriting(dev.parsimony.rewrite.Rewriting.steps(habits), tariffs, guard, reverts),
                memory(settings.responseCache(), pepper, ticker),
                new Marking(
                        marker(new ModelSizes(tariffs, estimator, clock), ticker),
                        new CacheKeys(credentials, estimator, guard, reverts, ticker),
                        new Retention(estimator, guard, reverts),
                        guard,
                        reverts,
                        log),
                new Accounts(reckoning),
                new Estimates(estimator, new AnswerSizes()),
                reverts,
                new Retries(),
                new Advising(new Observer(QuickHash.Key.of(new SecureRandom())), reckoning, ticker),
                new Ledger(
                        log,
                        clock,
                        (model, bytes) -> estimator.tokens(model, bytes, Lean.EVEN),
                        pepper,
                        () -> telemetry.failure("ledger")));
    }

    private static Marker marker(Sizes sizes, LongSupplier ticker) {
        return new Marker(
                QuickHash.Key.of(new SecureRandom()), sizes, new Sightings(EVIDENCE_BYTES - Marker.BYTES), ticker);
    }

    private static Memory memory(Settings.ResponseCache bounds, Pepper pepper, LongSupplier ticker) {
        Answers answers =
                new Answers(new Limits(bounds.maxBytes(), bounds.maxStream(), CallPassage.LONGEST_WAIT), ticker);
        int longestStream = (int) Math.min(bounds.maxStream(), Integer.MAX_VALUE);
        return Memory.of(answers, pepper, longestStream, LONGEST_PLAIN);
    }

    /** Says which step failed and where; never the message, which may quote what was being read. */
    private static void tell(String step, Throwable cause, Log log, Telemetry telemetry) {
        telemetry.failure(step);
        StackTraceElement[] trace = cause.getStackTrace();
        String where = trace.length == 0 ? "" : " at " + trace[0];
        log.warn(
                "step " + step,
                "step " + step + " failed and is skipped, the call goes on without it: "
                        + cause.getClass().getName() + where);
    }
}
