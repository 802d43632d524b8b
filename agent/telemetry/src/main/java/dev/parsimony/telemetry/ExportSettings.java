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
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * OpenTelemetry's standard settings of this process, under the names of its system properties. Source of the names: the
 * OpenTelemetry SDK configuration specification and the documentation of the Java SDK's autoconfiguration, 2026.
 *
 * @param values the settings that are not empty, by normal name: lower case, dots only
 */
record ExportSettings(Map<String, String> values) {
    private static final List<String> SIGNALS = List.of("traces", "metrics");
    private static final String PROTOCOL = "otel.exporter.otlp.protocol";
    private static final String OTLP = "otlp";
    private static final String NONE = "none";
    private static final String NOT_AVAILABLE = " is not available in this version. Leave it out or set it to ";
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
        return SIGNALS.stream().allMatch(this::isOff)
                ? new Decision.No("telemetry: nothing is exported" + remarks())
                : new Decision.Export(properties(), optIn(), remarks());
    }

    private boolean namesAnything() {
        return values.containsKey("otel.exporter.otlp.endpoint")
                || SIGNALS.stream()
                        .anyMatch(signal -> values.containsKey("otel.exporter.otlp." + signal + ".endpoint")
                                || exporters(signal).stream().anyMatch(exporter -> !exporter.equals(NONE)));
    }

    /** Where a signal is to go, as one setting lists it; nothing if it is not set. */
    private List<String> exporters(String signal) {
        return Stream.of(value(exporter(signal)).split(","))
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .toList();
    }

    private static String exporter(String signal) {
        return "otel." + signal + ".exporter";
    }

    /** The setting that decides by which protocol a signal goes: its own, or else the one of all signals. */
    private String protocol(String signal) {
        String own = "otel.exporter.otlp." + signal + ".protocol";
        return values.containsKey(own) ? own : PROTOCOL;
    }

    private boolean isOff(String signal) {
        List<String> exporters = exporters(signal);
        return !(exporters.isEmpty() || exporters.contains(OTLP)) || !isAvailable(protocol(signal));
    }

    private boolean isAvailable(String protocol) {
        return values.getOrDefault(protocol, HTTP).equals(HTTP);
    }

    /** What of these settings cannot be had, and how to mend it; empty if all can. */
    private String remarks() {
        return SIGNALS.stream().flatMap(this::remarks).distinct().collect(Collectors.joining());
    }

    private Stream<String> remarks(String signal) {
        String name = exporter(signal);
        if (exporters(signal).equals(List.of(NONE))) {
            return Stream.of("; " + variable(name) + " is none");
        }
        if (!exporters(signal).stream().allMatch(OTLP::equals)) {
            return Stream.of("; " + assigned(name) + NOT_AVAILABLE + "otlp or none");
        }
        if (!isAvailable(protocol(signal))) {
            return Stream.of("; " + assigned(protocol(signal)) + NOT_AVAILABLE + HTTP
                    + ", which a collector takes at port 4318");
        }
        return Stream.empty();
    }

    private String assigned(String name) {
        return variable(name) + "=" + value(name);
    }

    /** The settings for the SDK: HTTP where no protocol is set, as OpenTelemetry's own agent does it, and no log records. */
    private Map<String, String> properties() {
        Map<String, String> all = new TreeMap<>(values);
        all.putIfAbsent(PROTOCOL, HTTP);
        all.put("otel.logs.exporter", NONE);
        SIGNALS.forEach(signal -> all.put(exporter(signal), isOff(signal) ? NONE : OTLP));
        return all;
    }

    /** Which names of the conventions are asked for, as the setting has it; empty if it is not set. */
    String optIn() {
        return value("otel.semconv.stability.opt.in");
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
         * @param optIn which names of the conventions are asked for
         * @param remarks what of the settings is not followed, and how to mend it; empty if all is
         */
        record Export(Map<String, String> properties, String optIn, String remarks) implements Decision {
            /** Whether metrics are exported. */
            boolean measures() {
                return OTLP.equals(properties.get(exporter("metrics")));
            }

            @Override
            public String toString() {
                return "export " + properties.keySet(); // their values may be secrets
            }
        }
    }
}
