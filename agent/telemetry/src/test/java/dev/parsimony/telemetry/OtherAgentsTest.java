// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OtherAgentsTest {
    private final RecordedLog log = new RecordedLog();

    @ParameterizedTest
    @CsvSource({
        "datadog.trace.bootstrap.AgentBootstrap, dd.trace.otel.enabled",
        "co.elastic.apm.agent.premain.AgentMain, disable_instrumentations",
        "com.newrelic.bootstrap.BootstrapAgent,  OTEL_EXPORTER_OTLP_ENDPOINT"
    })
    void areMentionedOnceWithWhatWouldHaveThemTold(String type, String setting) {
        OtherAgents agents = new OtherAgents(type::equals);
        agents.mention(log);
        agents.mention(log);

        assertThat(log.said).singleElement().asString().contains("is told of no calls", setting);
    }

    @Test
    void areAskedForABridgeWhereTheyHaveOne() {
        assertThat(new OtherAgents("datadog.trace.bootstrap.AgentBootstrap"::equals).mayBridge())
                .isTrue();
        assertThat(new OtherAgents("com.newrelic.bootstrap.BootstrapAgent"::equals).mayBridge())
                .isFalse();
    }

    @Test
    void areToldInTheirOwnWordsThatARequestIsAnAgents() {
        assertThat(new OtherAgents("datadog.trace.bootstrap.AgentBootstrap"::equals).own())
                .containsOnlyKeys("Datadog-Meta-Lang");
        assertThat(new OtherAgents(name -> false).own()).isEmpty();
    }

    @Test
    void areLookedForWhenFirstAskedForAndOnce() {
        List<String> looked = new ArrayList<>();
        OtherAgents agents = new OtherAgents(name -> !looked.add(name));
        assertThat(looked).isEmpty();

        assertThat(agents.mayBridge()).isFalse();
        assertThat(agents.mayBridge()).isFalse();

        assertThat(looked).hasSize(3).doesNotHaveDuplicates();
    }

    @Test
    void areNotMentionedWhereThereIsNone() {
        OtherAgents here = new OtherAgents();
        here.mention(log);

        assertThat(here.mayBridge()).isFalse();
        assertThat(log.said).isEmpty();
    }
}
