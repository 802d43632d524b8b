// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.telemetry;

import dev.parsimony.exchange.Environment;
import dev.parsimony.exchange.Guard;
import dev.parsimony.exchange.Log;
import dev.parsimony.exchange.Telemetry;
import dev.parsimony.exchange.TelemetrySource;
import dev.parsimony.telemetry.ExportSettings.Decision;
import dev.parsimony.telemetry.jul.Logger;
import dev.parsimony.telemetry.signals.Counts;
import dev.parsimony.telemetry.signals.Measures;
import java.util.concurrent.CompletableFuture;

/**
 * Telemetry by the OpenTelemetry that an application runs, or else by an SDK of our own, where its standard settings ask for
 * it.
 */
public final class OpenTelemetrySource implements TelemetrySource {
    /** Made by the service loader. */
    public OpenTelemetrySource() {}

    @Override
    public Telemetry start(Environment environment, Log log, String version) {
        Logger.listen(log);
        ExportSettings settings = ExportSettings.of(environment);
        Findings findings = new Findings();
        Guard guard = new Guard((step, cause) -> {
            findings.fail(step);
            log.warn(step, step + ": " + cause.getClass().getName() + "; the call is not affected");
        });
        Neighbours neighbours = new Neighbours(findings, settings.optIn(), version, new OtherAgents(), log);
        OwnTelemetry own = own(settings.decide(), findings, guard, log, version);
        Telemetry telemetry = new JvmTelemetry(neighbours, own, findings, new Measures(settings.optIn()), guard);
        Runtime.getRuntime().addShutdownHook(DaemonThread.of("parsimony-telemetry-end", telemetry::close));
        return telemetry;
    }

    private static OwnTelemetry own(Decision decision, Findings findings, Guard guard, Log log, String version) {
        if (decision instanceof Decision.Export export) {
            return exported(export, findings, guard, log, version);
        }
        return new UnexportedTelemetry(log, ((Decision.No) decision).line());
    }

    private static OwnTelemetry exported(
            Decision.Export export, Findings findings, Guard guard, Log log, String version) {
        if (!export.remarks().isEmpty()) {
            log.say("telemetry: not all is exported as asked" + export.remarks());
        }
        Counts counts = new Counts(findings);
        ReservedIds ids = new ReservedIds();
        SdkStart sdk = new SdkStart(export, ids, counts, log, version);
        return new ExportedTelemetry(() -> standing(sdk, guard), ids, counts, guard, export.measures());
    }

    private static CompletableFuture<Recording> standing(SdkStart sdk, Guard guard) {
        CompletableFuture<Recording> recording = new CompletableFuture<>();
        DaemonThread.start(
                "parsimony-telemetry",
                () -> recording.complete(guard.run(GuardedTrail.STEP, Recording.none(), sdk::start)));
        return recording;
    }
}
