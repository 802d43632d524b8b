// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.simulator.http;

import dev.parsimony.simulator.billing.Model;
import dev.parsimony.simulator.billing.Provider;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The endpoints of OpenAI that are accepted but not simulated: transcriptions, files, the list of models. They cost nothing. */
final class UploadsEndpoint {

    private final Site site;
    private final OpenAiRequests requests;

    UploadsEndpoint(Site site, OpenAiRequests requests) {
        this.site = site;
        this.requests = requests;
    }

    Reply answer(Received request) {
        requests.credential(request);
        String path = request.path();
        if (request.method().equals("GET") && path.endsWith("/models")) {
            return Reply.json(200, models());
        }
        if (request.method().equals("POST") && path.endsWith("/audio/transcriptions")) {
            checkMultipart(request);
            return Reply.json(200, Json.object().put("text", "This is what was said."));
        }
        if (request.method().equals("POST") && path.endsWith("/files")) {
            checkMultipart(request);
            return Reply.json(200, file(request));
        }
        throw new Rejection(
                404, "invalid_request_error", "Invalid URL (" + request.method() + " " + path + ")", null, null);
    }

    private static void checkMultipart(Received request) {
        String type = request.header("Content-Type").orElse("");
        if (!type.startsWith("multipart/form-data")) {
            throw Rejection.invalid("Invalid content type: expected 'multipart/form-data', got '" + type + "'.");
        }
    }

    private ObjectNode file(Received request) {
        return Json.object()
                .put("id", site.ids().next("file-"))
                .put("object", "file")
                .put("bytes", request.body().length)
                .put("created_at", site.seconds())
                .put("filename", "upload")
                .put("purpose", "user_data")
                .put("status", "processed");
    }

    private ObjectNode models() {
        ObjectNode body = Json.object().put("object", "list");
        ArrayNode data = body.putArray("data");
        site.models().all().stream()
                .filter(model -> model.provider() == Provider.OPENAI)
                .map(Model::id)
                .sorted()
                .forEach(id -> data.addObject()
                        .put("id", id)
                        .put("object", "model")
                        .put("created", 0)
                        .put("owned_by", "openai"));
        return body;
    }
}
