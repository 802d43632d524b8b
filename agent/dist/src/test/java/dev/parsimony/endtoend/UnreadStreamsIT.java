// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.caller.Leaver;
import dev.parsimony.simulator.http.Simulator;
import dev.parsimony.testkit.OtlpReceiver;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Streams that the application does not read to their end. */
class UnreadStreamsIT {
    private static final String REUSE = "rules: [{name: reuse, then: {cache: {ttl: 10m, scope: shared}}}]\n";

    @ParameterizedTest
    @ValueSource(strings = {"close", "abandon"})
    void areToldOnceEachWithoutAPriceAndNotKept(String ending) {
        try (Simulator simulator = Simulator.start();
                OtlpReceiver collector = OtlpReceiver.start()) {
            Application.at(simulator)
                    .withAgent(REUSE)
                    .tellingTo(collector.endpoint())
                    .run(Leaver.class, ending);

            assertThat(collector.spans()).hasSize(2);
            assertThat(collector.spans())
                    .map(Attributes::of)
                    .allSatisfy(attributes -> assertThat(attributes)
                            .containsKey("parsimony.cost.unknown")
                            .doesNotContainKeys(
                                    "parsimony.cost.amount", "gen_ai.response.finish_reasons", "error.type"));
        }
    }
}
