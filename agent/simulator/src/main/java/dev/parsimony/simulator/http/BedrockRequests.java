// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.simulator.http;

import dev.parsimony.simulator.billing.Model;
import dev.parsimony.simulator.billing.Provider;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Reads requests as Bedrock does: which model, is it JSON, does it have the right shape. */
final class BedrockRequests {

    private static final String MODEL = "/model/";

    private final Site site;

    BedrockRequests(Site site) {
        this.site = site;
    }

    /** The name of the model in a request's path. */
    static String name(Received request) {
        String path = request.path();
        String encoded = path.substring(path.indexOf(MODEL) + MODEL.length(), path.lastIndexOf('/'));
        return URLDecoder.decode(encoded.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /**
     * The model of a request.
     *
     * @throws Rejection when there is none of that name
     */
    Model model(Received request) {
        return site.models()
                .find(Provider.BEDROCK, name(request))
                .orElseThrow(() -> Rejection.invalid("The provided model identifier is invalid."));
    }

    /**
     * The body of a request.
     *
     * @throws Rejection when it is no JSON
     */
    static JsonNode json(Received request) {
        try {
            return Json.read(request.body());
        } catch (JacksonException e) {
            throw Rejection.invalid("Malformed input request, please reformat your input and try again.");
        }
    }

    /**
     * Checks a body's shape.
     *
     * @throws Rejection when it is another
     */
    static void check(Shape shape, JsonNode body) {
        shape.check(body).ifPresent(wrong -> {
            String path = wrong.path().stream().map(String::valueOf).collect(Collectors.joining("/"));
            throw Rejection.invalid("Malformed input request: #/" + path + ": " + said(wrong)
                    + ", please reformat your input and try again.");
        });
    }

    private static String said(Violation wrong) {
        return switch (wrong.kind()) {
            case UNKNOWN -> "extraneous key [" + wrong.field() + "] is not permitted";
            case MISSING -> "required key [" + wrong.field() + "] not found";
            case WRONG_TYPE -> "expected another type, found: " + wrong.got();
            case NOT_ALLOWED -> wrong.got() + " is not allowed";
        };
    }
}
