// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.telemetry;

import dev.parsimony.exchange.Environment;
import dev.parsimony.exchange.Guard;
import dev.parsimony.exchange.Log;
import dev.parsimony.exchange.Telemetry;
import dev.parsimony.exchange.TelemetrySource;
import dev.parsimony.telemetry.ExportSettings.Decision;
import dev.parsimony.telemetry.jul.Logger;
import java.util.concurrent.CompletableFuture;

/** Telemetry by an OpenTelemetry SDK of our own, where its standard settings ask for it. */
public final class OpenTelemetrySource implements TelemetrySource {
    /** Made by the service loader. */
    public OpenTelemetrySource() {}

    @Override
    public Telemetry start(Environment environment, Log log, String version) {
        Logger.listen(log);
        Decision decision = ExportSettings.of(environment).decide();
        if (decision instanceof Decision.Export export) {
            if (!export.remarks().isEmpty()) {
                log.say("telemetry: not all is exported as asked" + export.remarks());
            }
            return start(export, log, version);
        }
        if (decision instanceof Decision.No no) {
            log.say(no.line());
        }
        return UnexportedTelemetry.INSTANCE;
    }

    private static Telemetry start(Decision.Export export, Log log, String version) {
        Counts counts = new Counts();
        ReservedIds ids = new ReservedIds();
        Guard guard = new Guard((step, cause) -> {
            counts.fail(step);
            log.warn(step, step + ": " + cause.getClass().getName() + "; the call is not affected");
        });
        CompletableFuture<Recording> recording = new CompletableFuture<>();
        SdkStart sdk = new SdkStart(export, ids, counts, log, version);
        DaemonThread.start(
                "parsimony-telemetry", () -> recording.complete(guard.run("telemetry", Recording.none(), sdk::start)));
        Telemetry telemetry = new ExportedTelemetry(recording, ids, counts, guard);
        Runtime.getRuntime().addShutdownHook(DaemonThread.of("parsimony-telemetry-end", telemetry::close));
        return telemetry;
    }
}
