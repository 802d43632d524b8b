// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parsimony.exchange.Json;
import dev.parsimony.exchange.Node;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An application that has Anthropic set its mark: that one counts, and ours stand beside it or nowhere. */
class AutomaticMarkTest {
    private static final String RULES = "Rule one. ".repeat(900);
    private static final String AUTOMATIC = "\"cache_control\":{\"type\":\"ephemeral\"}";

    private final Desk desk = new Desk("");

    @Test
    void staysAsItIsAndTakesASlot() {
        String three = "{\"type\":\"text\",\"text\":\"" + RULES + "\"," + AUTOMATIC + "}";
        String body =
                body("[" + three + "," + three + "," + three + ",{\"type\":\"text\",\"text\":\"" + RULES + "\"}]");

        for (int call = 0; call < 5; call++) {
            assertThat(sent(body.replace("hello", "hello " + call))).isEqualTo(body.replace("hello", "hello " + call));
        }
    }

    @Test
    void isNeverDoubledByOneOfOurs() {
        for (int call = 0; call < 6; call++) {
            Node request = Json.read(sent(body("\"" + RULES + "\"").replace("hello", "hello " + call))
                            .getBytes(StandardCharsets.UTF_8))
                    .orElseThrow()
                    .root();

            assertThat(request.get("cache_control").isPresent()).isTrue();
            List<Node> messages = request.get("messages").items();
            assertThat(messages.get(0).get("content").is(Node.Kind.STRING)).isTrue();
        }
    }

    @Test
    void hasOursBesideItWhereAPrefixBeforeItsOwnComesAgain() {
        String body = body("\"" + RULES + "\"");
        sent(body);

        assertThat(sent(body.replace("hello", "another"))).contains(AUTOMATIC + "}],\"messages\"", "9," + AUTOMATIC);
    }

    private String sent(String body) {
        desk.nanos.addAndGet(10_000_000_000L);
        Desk.Sending sending = desk.open(Desk.ANTHROPIC, "/v1/messages", body);
        String sent = sending.sent();
        sending.answered("{\"type\":\"message\",\"content\":[]}");
        return sent;
    }

    private static String body(String system) {
        return "{\"model\":\"claude-sonnet-5\",\"max_tokens\":9," + AUTOMATIC + ",\"system\":" + system
                + ",\"messages\":[{\"role\":\"user\",\"content\":\"hello\"}]}";
    }
}
