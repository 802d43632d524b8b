// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.cli.simulation;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/** Traffic in the making. */
final class Lines {
    static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    static final String CLAUDE = "https://api.anthropic.com/v1/messages";

    private Lines() {}

    static TrafficCall claude(double second, String system, String user) {
        return call(
                second,
                CLAUDE,
                "{\"model\":\"claude-sonnet-5\",\"max_tokens\":9,\"system\":\"" + system
                        + "\",\"messages\":[{\"role\":\"user\",\"content\":\"" + user + "\"}]}");
    }

    static TrafficCall call(double second, String url, String body) {
        return TrafficCall.read(line(second, url, body).getBytes(StandardCharsets.UTF_8))
                .get(0);
    }

    static String line(double second, String url, String body) {
        return "{\"at\":\"" + NOON.plusMillis((long) (second * 1000))
                + "\",\"call_site\":\"com.acme.A.b\",\"tenant\":\"t\"," + "\"url\":\"" + url + "\",\"request\":" + body
                + ",\"output_tokens\":10}";
    }

    /** Calls under one system text of 10,000 bytes, at these seconds. */
    static List<TrafficCall> stable(double... seconds) {
        return IntStream.range(0, seconds.length)
                .mapToObj(i -> claude(seconds[i], "rule. ".repeat(1700), "question " + i))
                .toList();
    }

    /** The same to the same model by way of OpenRouter. */
    static List<TrafficCall> relayed(double... seconds) {
        return IntStream.range(0, seconds.length)
                .mapToObj(i -> call(
                        seconds[i],
                        "https://openrouter.ai/api/v1/chat/completions",
                        "{\"model\":\"anthropic/claude-sonnet-5\",\"messages\":[{\"role\":\"system\",\"content\":\""
                                + "rule. ".repeat(1700) + "\"},{\"role\":\"user\",\"content\":\"question " + i
                                + "\"}]}"))
                .toList();
    }
}
