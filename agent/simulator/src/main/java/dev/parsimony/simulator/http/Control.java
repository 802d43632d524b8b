// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.simulator.http;

import dev.parsimony.simulator.billing.Amounts;
import dev.parsimony.simulator.billing.Bill;
import dev.parsimony.simulator.billing.Usage;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Base64;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The simulator's own endpoints under {@code /_simulator/}, for whoever cannot call its Java API. */
final class Control {

    /** Where the control endpoints are. */
    static final String PATH = "/_simulator/";

    private final Simulator simulator;

    Control(Simulator simulator) {
        this.simulator = simulator;
    }

    Reply answer(Received request) {
        try {
            return Reply.json(200, route(request));
        } catch (JacksonException e) {
            return refused(400, "The body is not valid JSON: " + e.getOriginalMessage());
        } catch (DateTimeException e) {
            return refused(400, "Not a duration, write PT5M for five minutes: " + e.getMessage());
        } catch (Rejection e) {
            return refused(e.status(), e.text());
        }
    }

    private static Reply refused(int status, String message) {
        return Reply.json(status, Json.object().put("error", message));
    }

    private JsonNode route(Received request) {
        String what = request.method() + " " + request.path().substring(PATH.length());
        return switch (what) {
            case "GET received" -> received();
            case "GET bill" -> bill(simulator.bill());
            case "POST reset" -> reset();
            case "POST clock" -> clock(Json.read(request.body()));
            case "POST pace" -> pace(Json.read(request.body()));
            case "POST script" -> script(Json.read(request.body()));
            case "POST faults" -> fault(Json.read(request.body()));
            case "DELETE faults" -> noFaults();
            default ->
                throw new Rejection(
                        404,
                        "",
                        "There is no " + what + " here. There are: GET received, GET bill, POST reset, POST clock,"
                                + " POST pace, POST script, POST faults, DELETE faults.",
                        null,
                        null);
        };
    }

    private static ObjectNode done() {
        return Json.object().put("done", true);
    }

    private ArrayNode received() {
        ArrayNode list = Json.array();
        for (Received request : simulator.received()) {
            ObjectNode item =
                    list.addObject().put("at", request.at().toString()).put("request_line", request.requestLine());
            ArrayNode headers = item.putArray("headers");
            request.headers()
                    .forEach(header -> headers.addArray().add(header.name()).add(header.value()));
            item.put("head", Base64.getEncoder().encodeToString(request.head()));
            item.put("body", Base64.getEncoder().encodeToString(request.body()));
        }
        return list;
    }

    private static ObjectNode bill(Bill bill) {
        ObjectNode body = Json.object().put("currency", "USD").put("total", plain(bill.total()));
        ObjectNode models = body.putObject("models");
        bill.byModel().forEach((model, line) -> {
            ObjectNode entry = models.putObject(model).put("requests", line.requests());
            entry.set("tokens", tokens(line.usage()));
            entry.set("amounts", amounts(line.amounts()));
        });
        ArrayNode requests = body.putArray("requests");
        bill.charges().forEach(charge -> {
            ObjectNode entry =
                    requests.addObject().put("model", charge.model().id()).put("tier", charge.tier());
            entry.set("tokens", tokens(charge.usage()));
            entry.set("amounts", amounts(charge.amounts()));
        });
        return body;
    }

    private static ObjectNode tokens(Usage usage) {
        return Json.object()
                .put("uncached", usage.uncached())
                .put("read", usage.read())
                .put("write", usage.write())
                .put("long_write", usage.longWrite())
                .put("output", usage.output())
                .put("reasoning", usage.reasoning());
    }

    private static ObjectNode amounts(Amounts amounts) {
        return Json.object()
                .put("uncached", plain(amounts.uncached()))
                .put("read", plain(amounts.read()))
                .put("write", plain(amounts.write()))
                .put("long_write", plain(amounts.longWrite()))
                .put("output", plain(amounts.output()))
                .put("total", plain(amounts.total()));
    }

    /** Money without trailing zeros or an exponent. */
    private static BigDecimal plain(BigDecimal amount) {
        BigDecimal brief = amount.stripTrailingZeros();
        return brief.scale() < 0 ? brief.setScale(0) : brief;
    }

    private ObjectNode reset() {
        simulator.reset();
        return done();
    }

    private ObjectNode clock(JsonNode body) {
        Duration by = Duration.parse(body.path("advance").asString("PT0S"));
        return Json.object().put("now", simulator.advance(by).toString());
    }

    private ObjectNode pace(JsonNode body) {
        simulator.pace(new Pace(
                Duration.parse(body.path("to_first_byte").asString("PT0S")),
                Duration.parse(body.path("per_token").asString("PT0S"))));
        return done();
    }

    private ObjectNode script(JsonNode body) {
        JsonNode answers = body.isArray() ? body : Json.array().add(body);
        answers.forEach(Answers::read);
        answers.forEach(answer -> simulator.script().add(Answers.read(answer)));
        return done();
    }

    private ObjectNode fault(JsonNode body) {
        FaultFormat.add(body, simulator);
        return done();
    }

    private ObjectNode noFaults() {
        simulator.faults().clear();
        return done();
    }
}
