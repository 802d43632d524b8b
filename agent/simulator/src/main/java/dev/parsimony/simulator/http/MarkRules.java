// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.simulator.http;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Where Anthropic refuses {@code cache_control}. Source: Anthropic's prompt caching page, November 2026. */
final class MarkRules {

    private static final String MARK = "cache_control";
    private static final int MOST = 4;

    private final List<String> lives = new ArrayList<>();
    private String last = "";

    private MarkRules() {}

    static void check(JsonNode body) {
        MarkRules rules = new MarkRules();
        rules.all("tools", body.path("tools"));
        if (body.path("system").isArray()) {
            rules.all("system", body.path("system"));
        }
        JsonNode messages = body.path("messages");
        for (int index = 0; index < messages.size(); index++) {
            rules.all("messages." + index + ".content", messages.get(index).path("content"));
        }
        rules.automatic(body.path(MARK));
        if (rules.lives.size() > MOST) {
            throw Rejection.invalid("A maximum of " + MOST + " blocks with cache_control may be provided. Found "
                    + rules.lives.size() + ".");
        }
    }

    private void all(String path, JsonNode blocks) {
        if (!blocks.isArray()) {
            last = "";
            return;
        }
        for (int index = 0; index < blocks.size(); index++) {
            one(path + "." + index, blocks.get(index));
        }
    }

    private void one(String path, JsonNode block) {
        last = block.path(MARK).isObject() ? life(block.path(MARK)) : "";
        if (last.isEmpty()) {
            return;
        }
        if (block.path("type").asString("").equals("text")
                && block.path("text").asString("").isEmpty()) {
            throw Rejection.invalid(path + ".text: cache_control cannot be set for empty text blocks");
        }
        if (last.equals("1h") && lives.contains("5m")) {
            throw Rejection.invalid(path + "." + MARK + ".ttl: a ttl='1h' cache_control block must not come after a"
                    + " ttl='5m' cache_control block. Note that blocks are processed in the following order: `tools`,"
                    + " `system`, `messages`.");
        }
        lives.add(last);
    }

    /** The automatic mark takes a slot of its own unless the last block has the same mark already. */
    private void automatic(JsonNode mark) {
        if (!mark.isObject()) {
            return;
        }
        if (!last.isEmpty() && !last.equals(life(mark))) {
            throw Rejection.invalid(
                    "cache_control: the last block already has a cache_control of another ttl than the request's");
        }
        if (last.isEmpty()) {
            if (life(mark).equals("1h") && lives.contains("5m")) {
                throw Rejection.invalid(
                        "cache_control.ttl: a ttl='1h' cache_control block must not come after a ttl='5m' block.");
            }
            lives.add(life(mark));
        }
    }

    private static String life(JsonNode mark) {
        return mark.path("ttl").asString("5m");
    }
}
