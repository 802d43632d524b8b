// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.simulator.http;

import java.time.Duration;
import java.time.Instant;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code POST /v1/messages/batches}: accepted and forgotten. A batch stays in progress for ever and costs nothing. */
final class BatchesEndpoint {

    private final Site site;
    private final AnthropicRequests requests;

    BatchesEndpoint(Site site) {
        this.site = site;
        this.requests = new AnthropicRequests(site);
    }

    Reply answer(Received request) {
        requests.credential(request);
        if (!request.method().equals("POST")) {
            throw new Rejection(404, "not_found_error", "Not found", null, null);
        }
        JsonNode list = list(request);
        if (!list.isArray() || list.isEmpty()) {
            throw Rejection.invalid("requests: Field required");
        }
        return Reply.json(200, batch(list.size()));
    }

    private static JsonNode list(Received request) {
        try {
            return Json.read(request.body()).path("requests");
        } catch (JacksonException e) {
            throw Rejection.invalid("The request body is not valid JSON: " + e.getOriginalMessage());
        }
    }

    private ObjectNode batch(int size) {
        Instant now = site.clock().instant();
        ObjectNode batch = Json.object()
                .put("id", site.ids().next("msgbatch_"))
                .put("type", "message_batch")
                .put("processing_status", "in_progress");
        batch.putObject("request_counts")
                .put("processing", size)
                .put("succeeded", 0)
                .put("errored", 0)
                .put("canceled", 0)
                .put("expired", 0);
        return batch.put("created_at", now.toString())
                .put("expires_at", now.plus(Duration.ofDays(1)).toString())
                .putNull("ended_at")
                .putNull("archived_at")
                .putNull("cancel_initiated_at")
                .putNull("results_url");
    }
}
