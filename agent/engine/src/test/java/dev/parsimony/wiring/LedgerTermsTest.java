// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parsimony.exchange.Environment;
import dev.parsimony.exchange.Log;
import dev.parsimony.ledger.Content;
import dev.parsimony.ledger.Terms;
import dev.parsimony.settings.Ledger;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LedgerTermsTest {
    private static final Ledger LEDGER = new Ledger("/logs/%s-%p.jsonl", 5, Ledger.Content.SHAPE, false);

    @Test
    void namesTheFileAfterServiceAndProcess() {
        Terms terms = terms(Map.of(), Map.of("OTEL_SERVICE_NAME", "checkout"));

        assertThat(terms)
                .isEqualTo(new Terms(
                        Path.of("/logs/checkout-" + ProcessHandle.current().pid() + ".jsonl"),
                        5,
                        Content.SHAPE,
                        false));
    }

    @Test
    void findsTheServicesNameAmongTheResourceAttributes() {
        assertThat(name(Map.of(), Map.of("OTEL_RESOURCE_ATTRIBUTES", "team=a, service.name=cart,x=y")))
                .startsWith("cart-");
    }

    @Test
    void prefersThePropertyOverTheVariable() {
        assertThat(name(Map.of("otel.service.name", "a"), Map.of("OTEL_SERVICE_NAME", "b")))
                .startsWith("a-");
    }

    @Test
    void makesAnyNameFitForAFile() {
        assertThat(name(Map.of(), Map.of("OTEL_SERVICE_NAME", "../shop/Ü b"))).startsWith(".._shop___b-");
    }

    @Test
    void callsAServiceWithoutANameAsOpenTelemetryDoes() {
        assertThat(name(Map.of(), Map.of())).startsWith("unknown_service_java-");
    }

    @Test
    void keepsNoLedgerWithoutAFile() {
        LedgerTerms terms = LedgerTerms.of(new Environment(Map.of(), Map.of()), Log.silent());

        assertThat(terms.of(new Ledger("", 5, Ledger.Content.FULL, true))).isEqualTo(Terms.none());
    }

    private static String name(Map<String, String> properties, Map<String, String> variables) {
        Path file = terms(properties, variables).file();
        return String.valueOf(file == null ? "" : file.getFileName());
    }

    private static Terms terms(Map<String, String> properties, Map<String, String> variables) {
        return LedgerTerms.of(new Environment(properties, variables), Log.silent())
                .of(LEDGER);
    }
}
