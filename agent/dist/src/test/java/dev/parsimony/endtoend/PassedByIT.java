// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.caller.Errands;
import dev.parsimony.simulator.http.Received;
import dev.parsimony.simulator.http.Simulator;
import dev.parsimony.testkit.Jvm;
import dev.parsimony.testkit.OtlpReceiver;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What is no call to a model, Parsimony lets by. */
class PassedByIT {
    private static final String EVERYTHING = """
            rules: [{name: all, then: {cache: {ttl: 10m, scope: shared}, max_tokens: 1, prompt_cache: 5m}}]
            """;
    private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\"\r\n]+)");

    @Test
    void sendsUploadsListsAndBatchesAsTheApplicationMadeThem() {
        try (Simulator simulator = Simulator.start();
                OtlpReceiver collector = OtlpReceiver.start()) {
            Jvm.Run bare = Application.at(simulator).run(Errands.class);
            List<String> written = received(simulator);
            simulator.reset();

            Jvm.Run run = Application.at(simulator)
                    .withAgent(EVERYTHING)
                    .tellingTo(collector.endpoint())
                    .run(Errands.class);

            assertThat(run.err()).contains("openai-java", "anthropic-java", " instrumented");
            assertThat(received(simulator)).isEqualTo(written).hasSize(5);
            assertThat(Answers.withoutIds(run.out())).isEqualTo(Answers.withoutIds(bare.out()));
            assertThat(collector.spans()).isEmpty();
        }
    }

    private static List<String> received(Simulator simulator) {
        return simulator.received().stream().map(PassedByIT::text).toList();
    }

    /** The whole request; the boundary between the parts of an upload is drawn by lot. */
    private static String text(Received request) {
        String head = new String(request.head(), StandardCharsets.ISO_8859_1);
        String whole = head + new String(request.body(), StandardCharsets.UTF_8);
        Matcher boundary = BOUNDARY.matcher(head);
        return boundary.find() ? whole.replace(boundary.group(1), "BOUNDARY") : whole;
    }
}
