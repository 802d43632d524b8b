// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.wiring;

import dev.parsimony.dialect.Allowance;
import dev.parsimony.evidence.Marker;
import dev.parsimony.evidence.Sightings;
import dev.parsimony.evidence.Sizes;
import dev.parsimony.exchange.Change;
import dev.parsimony.exchange.Edits;
import dev.parsimony.exchange.Guard;
import dev.parsimony.exchange.Log;
import dev.parsimony.exchange.Pepper;
import dev.parsimony.exchange.Telemetry;
import dev.parsimony.price.Reckoning;
import dev.parsimony.price.Tariffs;
import dev.parsimony.recall.Answers;
import dev.parsimony.recall.Limits;
import dev.parsimony.settings.Settings;
import dev.parsimony.tokens.Estimator;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.function.LongSupplier;

/** Puts the parts together. */
final class Assembly {
    /** How long a call waits at most for an identical one; a slower answer is asked for once more. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);

    private static final long SIGHTINGS_BYTES = 4L << 20;
    private static final long SAME_EVERYWHERE = 0x5041525349L;

    private Assembly() {}

    static Workshop of(
            Settings settings, Log log, Telemetry telemetry, InstantSource clock, LongSupplier ticker) {
        Guard guard = new Guard((step, cause) -> {
            telemetry.failure(step);
            log.warn("step " + step, "step " + step + " failed and was skipped, calls go on: " + told(cause));
        });
        Pepper pepper = Pepper.of(new SecureRandom());
        Tariffs tariffs = Tariffs.builtIn();
        Estimator estimator = new Estimator();
        Reverts reverts = new Reverts(ticker::getAsLong);
        Sightings sightings = new Sightings(SIGHTINGS_BYTES, ticker);
        Marker marker = new Marker(pepper, sizes(tariffs, estimator), sightings);
        return new Workshop(
                guard,
                log,
                telemetry,
                clock,
                ticker,
                pepper,
                Pepper.of(new Random(SAME_EVERYWHERE)),
                new Rewriting(guard, reverts, pepper),
                memory(settings, pepper, ticker),
                new Marking(marker, sightings, guard, reverts),
                new Accounts(new Reckoning(tariffs)),
                estimator,
                reverts);
    }
}
