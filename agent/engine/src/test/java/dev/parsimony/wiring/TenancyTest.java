// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parsimony.exchange.CallSite;
import dev.parsimony.exchange.Caller;
import dev.parsimony.exchange.Environment;
import dev.parsimony.exchange.Headers;
import dev.parsimony.exchange.SpanReference;
import dev.parsimony.settings.Settings;
import dev.parsimony.settings.SettingsSource;
import dev.parsimony.settings.Tenant;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TenancyTest {
    private static final Headers HEADERS = Headers.of(Map.of("X-Tenant-Id", List.of("by-header")));

    @Test
    void isWhatTheFirstSourceYieldsThatYieldsAnything() {
        Tenant tenant = tenant("[principal, 'mdc:tenantId', 'header:X-Tenant-Id']");

        assertThat(of(tenant, Map.of("principal", "alice", "mdc:tenantId", "acme"))
                        .name())
                .isEqualTo("alice");
        assertThat(of(tenant, Map.of("principal", "", "mdc:tenantId", "acme")).name())
                .isEqualTo("acme");
        assertThat(of(tenant, Map.of()).name()).isEqualTo("by-header");
    }

    @Test
    void isTrustedWhereNobodyUpstreamCanSayIt() {
        assertThat(of(tenant("[principal]"), Map.of("principal", "alice")).identity())
                .isEqualTo("alice");
        assertThat(of(tenant("['mdc:tenantId']"), Map.of("mdc:tenantId", "acme"))
                        .identity())
                .isEqualTo("acme");
        assertThat(of(tenant("['header:X-Tenant-Id']"), Map.of()).identity()).isEmpty();
        assertThat(of(tenant("['baggage:tenant']"), Map.of("baggage:tenant", "acme"))
                        .identity())
                .isEmpty();
    }

    @Test
    void asksNobodyWhereNoSourceIsNamed() {
        assertThat(Tenancy.labels(
                        Tenant.none(), Neighbourhood.seenFrom(null), dev.parsimony.exchange.ApplicationTracing.none()))
                .isEmpty();
    }

    private static Tenancy of(Tenant tenant, Map<String, String> labels) {
        return Tenancy.of(tenant, new Caller(CallSite.unknown(), "main", SpanReference.none(), labels), HEADERS);
    }

    private static Tenant tenant(String from) {
        byte[] file = ("version: 1\ntenant: {from: " + from + "}\n").getBytes(StandardCharsets.UTF_8);
        Environment nothing = new Environment(Map.of(), Map.of());
        return new SettingsSource("test.yaml", nothing, Settings.builtIn(1L << 30), name -> file)
                .load()
                .settings()
                .tenant();
    }
}
