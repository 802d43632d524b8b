// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.simulator.http;

import tools.jackson.databind.JsonNode;

/**
 * What Anthropic refuses from version 2026-10-21 of its API on, whatever the model: sampling parameters, documents in the assistant's turns, citations on
 * the user's text. Newest SDKs ask for that version. Source: Anthropic's page on versions, October 2026.
 */
final class VersionRules {

    private static final String STRICT_FROM = "2026-10-21";

    private VersionRules() {}

    /** Whether the version, a date, is a strict one. */
    static boolean isStrict(String version) {
        return version.compareTo(STRICT_FROM) >= 0;
    }

    static void check(JsonNode body, String version) {
        if (!isStrict(version)) {
            return;
        }
        for (JsonNode message : body.path("messages")) {
            boolean assistant = message.path("role").asString("").equals("assistant");
            for (JsonNode part : message.path("content")) {
                check(part, assistant);
            }
        }
    }

    private static void check(JsonNode part, boolean assistant) {
        String type = part.path("type").asString("");
        if (assistant && type.equals("document")) {
            throw Rejection.invalid("messages: document blocks are not permitted in assistant turns");
        }
        if (!assistant && type.equals("text") && OpenAiRules.given(part.path("citations"))) {
            throw Rejection.invalid("messages: citations are not permitted on user text blocks");
        }
    }
}
