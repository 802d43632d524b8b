// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.simulator.http;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** Faults as a caller of the control endpoint writes them down. */
final class FaultFormat {

    private FaultFormat() {}

    /**
     * Reads a fault and adds it.
     *
     * @throws Rejection when its kind is unknown
     */
    static void add(JsonNode body, Simulator simulator) {
        if (kind(body).equals("refuse_changed")) {
            simulator.faults().refuseChanged(body.path("status").asInt(400), announced(body, simulator));
        } else {
            simulator.faults().add(read(body));
        }
    }

    /** The announced bodies: those given in base64, and with {@code "announced": "received"} all received so far. */
    private static List<byte[]> announced(JsonNode body, Simulator simulator) {
        if (body.path("announced").asString("").equals("received")) {
            return simulator.received().stream().map(Received::body).toList();
        }
        return StreamSupport.stream(body.path("announced").spliterator(), false)
                .map(each -> Base64.getDecoder().decode(each.asString("")))
                .toList();
    }

    private static Fault read(JsonNode body) {
        Fault fault = Fault.next(effect(body)).times(times(body));
        if (body.path("path").isString()) {
            fault = fault.onPath(body.path("path").stringValue());
        }
        if (body.path("body_contains").isString()) {
            fault = fault.onBody(body.path("body_contains").stringValue());
        }
        if (body.path("body_lacks").isString()) {
            String lacking = body.path("body_lacks").stringValue();
            fault = fault.when(request -> !request.bodyText().contains(lacking));
        }
        return fault;
    }

    private static int times(JsonNode body) {
        boolean always = body.path("times").asString("").equals("always");
        return always ? Fault.FOR_EVER : body.path("times").asInt(1);
    }

    private static Fault.Effect effect(JsonNode body) {
        return switch (kind(body)) {
            case "status" ->
                new Fault.Refuse(
                        body.path("status").asInt(500),
                        body.path("body").asString("").getBytes(StandardCharsets.UTF_8),
                        Duration.ofSeconds(body.path("retry_after").asInt(0)));
            case "delay" -> new Fault.Delay(Duration.parse(body.path("by").asString("PT1S")));
            case "disconnect" -> new Fault.Disconnect();
            case "break" -> new Fault.Break(body.path("after_events").asInt(1));
            case "truncate" -> new Fault.Truncate(body.path("after_events").asInt(1));
            case "fail" -> new Fault.Fail(body.path("after_events").asInt(1));
            case "garble" -> new Fault.Garble();
            default ->
                throw Rejection.invalid("kind is one of status, delay, disconnect, break, truncate, fail, garble,"
                        + " refuse_changed, not '" + kind(body) + "'.");
        };
    }

    private static String kind(JsonNode body) {
        return body.path("kind").asString("");
    }
}
