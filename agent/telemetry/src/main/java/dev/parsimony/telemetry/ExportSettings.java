// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.telemetry;

import dev.parsimony.exchange.Environment;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * OpenTelemetry's standard settings of this process, under the names of its system properties. Source of the names: the
 * OpenTelemetry SDK configuration specification and the documentation of the Java SDK's autoconfiguration, 2026.
 *
 * @param values the settings that are not empty, by normal name: lower case, dots only
 */
record ExportSettings(Map<String, String> values) {
    private static final List<String> ENDPOINTS = List.of(
            "otel.exporter.otlp.endpoint", "otel.exporter.otlp.traces.endpoint", "otel.exporter.otlp.metrics.endpoint");
    private static final List<String> EXPORTERS = List.of("otel.traces.exporter", "otel.metrics.exporter");
    private static final List<String> PROTOCOLS = List.of(
            "otel.exporter.otlp.protocol", "otel.exporter.otlp.traces.protocol", "otel.exporter.otlp.metrics.protocol");
    private static final Pattern NAME = Pattern.compile("otel(\\.[a-z_]+)+");
    private static final String HTTP = "http/protobuf";

    /** Reads the settings; a system property wins over the variable of the same name. */
    static ExportSettings of(Environment environment) {
        Map<String, String> values = new TreeMap<>();
        environment.variables().forEach((name, value) -> add(values, name, value));
        environment.properties().forEach((name, value) -> add(values, name, value));
        return new ExportSettings(values);
    }

    private static void add(Map<String, String> values, String name, String value) {
        String normal = name.toLowerCase(Locale.ROOT).replace('_', '.').replace('-', '.');
        if (normal.startsWith("otel.") && !value.isBlank()) {
            values.put(normal, value.strip());
        }
    }

    /** What they come to. */
    Decision decide() {
        if (value("otel.sdk.disabled").equalsIgnoreCase("true")) {
            return new Decision.No("telemetry: off, because OTEL_SDK_DISABLED is set");
        }
        if (!namesAnything()) {
            return new Decision.No("telemetry: nothing is exported; set OTEL_EXPORTER_OTLP_ENDPOINT, for instance to"
                    + " http://localhost:4318, to get spans and metrics");
        }
        String obstacle = obstacle();
        return obstacle.isEmpty() ? new Decision.Export(properties(), convention()) : new Decision.No(obstacle);
    }

    private boolean namesAnything() {
        return ENDPOINTS.stream().anyMatch(values::containsKey)
                || EXPORTERS.stream().map(this::value).anyMatch(exporter -> !exporter.isEmpty() && !isNone(exporter));
    }

    private static boolean isNone(String exporter) {
        return exporter.equals("none");
    }

    private String obstacle() {
        for (String name : PROTOCOLS) {
            if (!value(name).isEmpty() && !value(name).equals(HTTP)) {
                return "telemetry: nothing is exported; " + variable(name) + "=" + value(name)
                        + " is not available in this version. Leave it out or set it to " + HTTP
                        + ", which a collector takes at port 4318";
            }
        }
        for (String name : EXPORTERS) {
            if (!value(name).isEmpty() && !value(name).equals("otlp") && !isNone(value(name))) {
                return "telemetry: nothing is exported; " + variable(name) + "=" + value(name)
                        + " is not available in this version. Leave it out or set it to otlp or none";
            }
        }
        return "";
    }

    /** The settings for the SDK: HTTP where no protocol is set, as OpenTelemetry's own agent does it, and no log records. */
    private Map<String, String> properties() {
        Map<String, String> all = new TreeMap<>(values);
        all.putIfAbsent("otel.exporter.otlp.protocol", HTTP);
        all.put("otel.logs.exporter", "none");
        return all;
    }

    private Convention convention() {
        return Convention.of(value("otel.semconv.stability.opt.in"));
    }

    /** Where a signal goes: {@code traces} or {@code metrics}; credentials in the address are left out. */
    static String endpoint(Map<String, String> values, String signal) {
        String own = values.getOrDefault("otel.exporter.otlp." + signal + ".endpoint", "");
        String shared = values.getOrDefault("otel.exporter.otlp.endpoint", "http://localhost:4318");
        String whole = own.isEmpty() ? shared.replaceFirst("/+$", "") + "/v1/" + signal : own;
        return whole.replaceFirst("://[^/@]*@", "://");
    }

    /** The first setting that a text names. */
    static Optional<String> names(String text) {
        Matcher name = NAME.matcher(text);
        return name.find() ? Optional.of(name.group()) : Optional.empty();
    }

    private String value(String name) {
        return values.getOrDefault(name, "");
    }

    private static String variable(String name) {
        return name.toUpperCase(Locale.ROOT).replace('.', '_');
    }

    @Override
    public String toString() {
        return "settings " + values.keySet(); // values may be secrets
    }

    /** Whether and how to export. */
    sealed interface Decision {
        /**
         * Nothing is exported.
         *
         * @param line why, for the user
         */
        record No(String line) implements Decision {}

        /**
         * Something is.
         *
         * @param properties the SDK's settings
         * @param convention the names to use
         */
        record Export(Map<String, String> properties, Convention convention) implements Decision {
            @Override
            public String toString() {
                return "export " + convention; // properties may hold secrets
            }
        }
    }
}
