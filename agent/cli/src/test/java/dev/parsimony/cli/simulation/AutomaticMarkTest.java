// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.cli.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parsimony.simulator.billing.Call;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Why Parsimony never asks for Anthropic's automatic marking: it sets one mark, behind the last block that may carry one, takes
 * a slot for it and looks back as far. A mark of ours there is the same mark; elsewhere it is one that is not to be had
 * automatically.
 */
class AutomaticMarkTest {
    @RepeatedTest(5)
    void costsWhatAMarkBehindTheLastBlockCosts(RepetitionInfo repetition) {
        List<TrafficCall> traffic = chats(new Random(repetition.getCurrentRepetition()));
        List<Call> read = EveryCourse.read(traffic);

        assertThat(bill(traffic, read, true)).isEqualByComparingTo(bill(traffic, read, false));
    }

    private static BigDecimal bill(List<TrafficCall> traffic, List<Call> read, boolean automatic) {
        List<Call> course = read.stream()
                .map(call -> automatic ? automatic(call) : explicit(call))
                .toList();
        return EveryCourse.bill(traffic, course, Set.of()).total();
    }

    private static Call automatic(Call call) {
        JsonNode body = call.body().deepCopy();
        ((ObjectNode) body).putObject("cache_control").put("type", "ephemeral");
        return new Call(call.api(), call.model(), call.credential(), body);
    }

    private static Call explicit(Call call) {
        JsonNode body = call.body().deepCopy();
        List<Spot> spots = Spot.of(body, call.model().caching());
        spots.get(spots.size() - 1).mark();
        return new Call(call.api(), call.model(), call.credential(), body);
    }

    /** A chat that grows by one to thirty blocks a turn, so that looking back twenty of them is not always enough. */
    private static List<TrafficCall> chats(Random random) {
        List<TrafficCall> traffic = new ArrayList<>();
        StringBuilder messages = new StringBuilder();
        double second = 0;
        for (int turn = 0; turn < 12; turn++) {
            messages.append(turn == 0 ? "" : ",{\"role\":\"assistant\",\"content\":\"answer " + turn + "\"},")
                    .append("{\"role\":\"user\",\"content\":[");
            for (int block = 1 + random.nextInt(random.nextBoolean() ? 2 : 30); block > 0; block--) {
                messages.append("{\"type\":\"text\",\"text\":\"" + (turn + " and " + block + ". ").repeat(60) + "\"}")
                        .append(block > 1 ? "," : "]}");
            }
            second += random.nextBoolean() ? 30 : 400;
            traffic.add(Lines.call(
                    second,
                    Lines.CLAUDE,
                    "{\"model\":\"claude-sonnet-5\",\"max_tokens\":9,\"messages\":[" + messages + "]}"));
        }
        return traffic;
    }
}
