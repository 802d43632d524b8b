// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.telemetry;

import dev.parsimony.exchange.Log;
import dev.parsimony.telemetry.ExportSettings.Decision;
import dev.parsimony.telemetry.signals.Counts;
import dev.parsimony.telemetry.signals.Signals;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdkBuilder;
import io.opentelemetry.sdk.resources.Resource;
import java.util.Map;

/**
 * Starts an OpenTelemetry SDK of our own by its standard settings. It is registered nowhere, sees no class of the application
 * and ends when we end it.
 *
 * @param export the settings
 * @param ids where it takes its ids from
 * @param counts what it is to show beside single calls
 * @param log where a missing collector is mentioned
 * @param version Parsimony's own
 */
record SdkStart(Decision.Export export, ReservedIds ids, Counts counts, Log log, String version) {
    /** Starts it, or says in one line why it cannot. */
    Recording start() {
        try {
            OpenTelemetrySdk sdk = sdk();
            return new OwnRecording(sdk, ids, new Signals(sdk, counts, export.optIn(), version));
        } catch (RuntimeException | LinkageError cause) {
            // The SDK's own message quotes values, and headers hold keys.
            log.say("telemetry: nothing is exported; one of the OTEL_* settings cannot be read" + setting(cause) + " ("
                    + cause.getClass().getName() + ")");
            return Recording.none();
        }
    }

    private static String setting(Throwable cause) {
        String message = String.valueOf(cause.getMessage());
        return ExportSettings.names(message).map(name -> ": " + name).orElse("");
    }

    private OpenTelemetrySdk sdk() {
        Map<String, String> properties = export.properties();
        Collector collector = new Collector(log);
        AutoConfiguredOpenTelemetrySdkBuilder builder = AutoConfiguredOpenTelemetrySdk.builder()
                .disableShutdownHook()
                .setServiceClassLoader(SdkStart.class.getClassLoader())
                .addPropertiesCustomizer(ignored -> properties)
                .addResourceCustomizer((resource, ignored) -> resource.merge(distribution()))
                .addTracerProviderCustomizer((tracers, ignored) -> tracers.setIdGenerator(ids));
        builder.addSpanExporterCustomizer(
                (exporter, ignored) -> collector.watch(exporter, ExportSettings.endpoint(properties, "traces")));
        builder.addMetricExporterCustomizer(
                (exporter, ignored) -> collector.watch(exporter, ExportSettings.endpoint(properties, "metrics")));
        return builder.build().getOpenTelemetrySdk();
    }

    private Resource distribution() {
        return Resource.create(Attributes.builder()
                .put("telemetry.distro.name", "parsimony")
                .put("telemetry.distro.version", version)
                .build());
    }
}
