// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.wiring;

import dev.parsimony.exchange.Environment;
import dev.parsimony.exchange.Log;
import dev.parsimony.ledger.Content;
import dev.parsimony.ledger.Terms;
import dev.parsimony.settings.Ledger;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What the settings' ledger means in this process.
 *
 * @param service the service's name, fit for a file's
 * @param pid the process id
 * @param log where to say that no file can have such a name
 */
record LedgerTerms(String service, long pid, Log log) {
    /** What OpenTelemetry calls a service that has no name. */
    private static final String UNNAMED = "unknown_service:java";

    private static final String ATTRIBUTE = "service.name=";

    static LedgerTerms of(Environment environment, Log log) {
        return new LedgerTerms(
                service(environment).replaceAll("[^A-Za-z0-9._-]", "_"),
                ProcessHandle.current().pid(),
                log);
    }

    /** The name that OpenTelemetry's settings give the service. */
    private static String service(Environment environment) {
        Map<String, String> properties = environment.properties();
        Map<String, String> variables = environment.variables();
        return Stream.of(
                        properties.getOrDefault("otel.service.name", ""),
                        variables.getOrDefault("OTEL_SERVICE_NAME", ""),
                        attribute(properties.getOrDefault("otel.resource.attributes", "")),
                        attribute(variables.getOrDefault("OTEL_RESOURCE_ATTRIBUTES", "")))
                .filter(name -> !name.isBlank())
                .findFirst()
                .orElse(UNNAMED);
    }

    private static String attribute(String attributes) {
        return Stream.of(attributes.split(",", -1))
                .map(String::strip)
                .filter(entry -> entry.startsWith(ATTRIBUTE))
                .map(entry -> entry.substring(ATTRIBUTE.length()))
                .findFirst()
                .orElse("");
    }

    /** The terms of a ledger. */
    Terms of(Ledger ledger) {
        if (ledger.file().isEmpty()) {
            return Terms.none();
        }
        String name = ledger.file().replace("%s", service).replace("%p", Long.toString(pid));
        try {
            return new Terms(
                    Path.of(name),
                    ledger.maxBytes(),
                    Content.valueOf(ledger.content().name()),
                    ledger.hashesTenants());
        } catch (InvalidPathException unnameable) {
            log.warn("ledger", "ledger.file: no file can have the name " + name + ", so none is written");
            return Terms.none();
        }
    }
}
