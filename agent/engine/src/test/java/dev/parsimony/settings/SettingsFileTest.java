// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parsimony.exchange.Plan;
import dev.parsimony.rules.CallSiteGlob;
import dev.parsimony.rules.Glob;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SettingsFileTest {
    @Test
    void anEmptyFileMeansTheBuiltInSettings() {
        assertThat(Written.settings("")).isEqualTo(Written.BUILT_IN);
    }

    @Test
    void everySettingOfTheContractIsRead() {
        Settings settings = Written.settings(
                "version: 1",
                "mode: observe",
                "prompt_cache: {mode: off, stagger: 0ms, retention: allow}",
                "control: 0%",
                "stream_usage: off",
                "transport: {tcp_no_delay: off}",
                "response_cache: {max_bytes: 32MiB, max_stream: 512KiB}",
                "tenant: {from: ['mdc:tenantId', 'header:X-Tenant-Id'], trusted: ['header:X-Tenant-Id']}",
                "call_sites: {skip: ['com.acme.llm.**']}",
                "hosts: [{match: LLM.corp.example, allows: all}, {match: '*.test', allows: [stream_usage], api:"
                        + " openai.chat, price_as: openai}]",
                "summary: off",
                "log: {to: /var/log/parsimony.log, format: json}",
                "debug: on",
                "kill_switch: off",
                "rules: []");
        assertThat(settings.observe()).isTrue();
        assertThat(settings.promptCache().mode()).isEqualTo(Plan.Marking.OFF);
        assertThat(settings.promptCache().longRetention()).isTrue();
        assertThat(settings.streamUsage()).isFalse();
        assertThat(settings.tcpNoDelay()).isFalse();
        assertThat(settings.responseCache()).isEqualTo(new Settings.ResponseCache(32 << 20, 512 << 10));
        Tenant.Source header = new Tenant.Source(Tenant.Kind.HEADER, "X-Tenant-Id");
        assertThat(settings.tenant())
                .isEqualTo(new Tenant(List.of(new Tenant.Source(Tenant.Kind.MDC, "tenantId"), header), Set.of(header)));
        assertThat(settings.callSiteSkips()).containsExactly(CallSiteGlob.of("com.acme.llm.**"));
        assertThat(settings.hosts())
                .containsExactly(
                        new Host(new Glob("llm.corp.example"), Host.Allowance.all(), "", ""),
                        new Host(new Glob("*.test"), Set.of(Host.Allowance.STREAM_USAGE), "openai.chat", "openai"));
        assertThat(settings.log()).isEqualTo(new Settings.Logging("/var/log/parsimony.log", true));
        assertThat(settings.debug()).isTrue();
        assertThat(settings.killSwitch()).isFalse();
        assertThat(settings.rules().list()).isEmpty();
    }

    @Test
    void keysMayBeWrittenInKebabCase() {
        assertThat(Written.settings("stream-usage: off", "prompt-cache: {mode: off}"))
                .isEqualTo(Written.settings("stream_usage: off", "prompt_cache: {mode: off}"));
    }

    @Test
    void switchesTakeTrueAndFalse() {
        assertThat(Written.settings("debug: true", "stream_usage: false"))
                .isEqualTo(Written.settings("debug: on", "stream_usage: off"));
    }

    @Test
    void keysOfTheUsersOwnAreIgnored() {
        assertThat(Written.settings("x-team: {any: [thing]}", "log: {x-why: because}"))
                .isEqualTo(Written.BUILT_IN);
    }

    @Test
    void anAnchorIsReadWhereItIsUsed() {
        Settings settings = Written.settings("x-skip: &skip ['com.acme.**']", "call_sites: {skip: *skip}");
        assertThat(settings.callSiteSkips()).containsExactly(CallSiteGlob.of("com.acme.**"));
    }

    @Test
    void aVariableStandsForAValue() {
        Loaded loaded = Written.file(Map.of(), Map.of("LOG", "/tmp/log"), "log: {to: '${env:LOG}/${env:NAME:-x}.txt'}");
        assertThat(loaded.settings().log().to()).isEqualTo("/tmp/log/x.txt");
    }

    @Test
    void aSmallHeapMakesASmallStore() {
        assertThat(Settings.builtIn(100 << 20).responseCache().maxBytes()).isEqualTo(5 << 20);
        assertThat(Settings.builtIn(64L << 30).responseCache().maxBytes()).isEqualTo(64 << 20);
    }
}
