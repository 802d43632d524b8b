// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parsimony.dialect.Dialects;
import dev.parsimony.exchange.Dialect;
import dev.parsimony.exchange.Plan;
import dev.parsimony.exchange.Plan.Choice;
import dev.parsimony.exchange.Plan.Marking;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SettingsTest {
    @Test
    void byDefaultMarksAndUsageAreDecidedByEvidenceAndNothingElseIsDone() {
        Plan plan = Written.BUILT_IN.defaults();
        assertThat(plan.observe()).isFalse();
        assertThat(plan.promptCache()).isEqualTo(new Choice<>(Marking.AUTO, ""));
        assertThat(plan.streamUsage()).isTrue();
        assertThat(plan.cache()).isEmpty();
        assertThat(plan.model()).isEmpty();
        assertThat(plan.cap()).isEmpty();
        assertThat(plan.stablePrefix()).isEmpty();
    }

    @Test
    void leversThatAreOffAreOffInThePlan() {
        Plan plan = Written.settings("prompt_cache: {mode: off}", "stream_usage: off")
                .defaults();
        assertThat(plan.promptCache().value()).isEqualTo(Marking.OFF);
        assertThat(plan.streamUsage()).isFalse();
    }

    @Test
    void observeLeavesCallsAsTheyAreWritten() {
        assertThat(Written.settings("mode: observe").defaults()).isEqualTo(Plan.asWritten());
    }

    @Test
    void theUsersOwnWrappersAreLookedThrough() {
        Settings settings = Written.settings("call_sites: {skip: ['com.acme.llm.**', '**.Retry.*']}");
        assertThat(settings.skipsCallSite("com.acme.llm.Client.ask")).isTrue();
        assertThat(settings.skipsCallSite("org.Retry.run")).isTrue();
        assertThat(settings.skipsCallSite("com.acme.Triage.classify")).isFalse();
    }

    @Test
    void noLedgerIsKeptUnlessAFileIsSet() {
        assertThat(Written.BUILT_IN.ledger().file()).isEmpty();
        assertThat(Written.settings("ledger: {file: calls.jsonl}").ledger())
                .isEqualTo(new Ledger("calls.jsonl", 100L << 20, Ledger.Content.NONE, true));
    }

    @Test
    void aLedgerKeepsWhatTheUserSays() {
        assertThat(Written.settings("ledger: {file: a, max_bytes: 1MiB, content: shape, tenant: plain}")
                        .ledger())
                .isEqualTo(new Ledger("a", 1L << 20, Ledger.Content.SHAPE, false));
    }

    @Test
    void headersAndBaggageAreTrustedOnlyWhereTheUserSaysSo() {
        Tenant tenant = Written.settings("tenant: {from: ['mdc:a', 'header:b', 'baggage:c'], trusted: ['header:b']}")
                .tenant();
        assertThat(tenant.from())
                .filteredOn(tenant::trusts)
                .map(Object::toString)
                .containsExactly("mdc:a", "header:b");
    }

    @Test
    void aTrustedSourceThatIsNeverReadIsDoubtful() {
        assertThat(Written.warnings(Written.file("tenant: {from: ['mdc:a'], trusted: ['mdc:a', 'header:b']}")))
                .containsExactly(
                        "parsimony.yaml:1:46: tenant.trusted[1]: is not in tenant.from, so nothing is read from it");
    }

    @Test
    void ourLogGoesToStandardErrorOrAFile() {
        assertThat(Written.BUILT_IN.log().file()).isEmpty();
        assertThat(Written.settings("log: {to: a.log}").log().file()).contains("a.log");
    }

    @Test
    void aHostMaySpeakAnyApiThereIs() {
        for (Dialect dialect : Dialects.all()) {
            String line = "hosts: [{match: a, api: %s}]".formatted(dialect.name());
            assertThat(Written.settings(line).hosts().get(0).api()).isEqualTo(dialect.name());
        }
        assertThat(Written.problems(Written.file("hosts: [{match: a, api: openai.chats}]")))
                .singleElement()
                .asString()
                .endsWith("Did you mean \"openai.chat\"?")
                .contains(Dialects.all().stream().map(Dialect::name).sorted().collect(Collectors.joining(" or ")));
    }
}
