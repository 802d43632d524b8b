// SPDX-License-Identifier: Apache-2.0
package com.acme.caller;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What an application without an SDK sends: requests written by hand. */
enum Letter {
    OPENAI_CHAT("OPENAI_BASE_URL", "/chat/completions", Bodies.CHAT),
    OPENAI_STREAM(
            "OPENAI_BASE_URL",
            "/chat/completions",
            Bodies.CHAT.replace("[", "[ ").replace("}]", "}], \"stream\": true")),
    ANTHROPIC_MESSAGE("ANTHROPIC_BASE_URL", "/v1/messages", Bodies.MESSAGE),
    ANTHROPIC_STREAM("ANTHROPIC_BASE_URL", "/v1/messages", Bodies.MESSAGE.replace("}]", "}], \"stream\": true")),
    /** To the same host, but nothing that a model answers. */
    ELSEWHERE("ANTHROPIC_BASE_URL", "/v1/orders", "{\"model\": \"gpt-4.1\", \"lamps\": [ 2 ]}");

    private static final class Bodies {
        static final String CHAT = """
                {"model": "gpt-4.1",  "messages": [{"role": "user", "content": "How long may I return a lamp?"}]}""";
        static final String MESSAGE = """
                {"model": "claude-sonnet-4-5", "max_tokens": 1024,  "messages": [\
                {"role": "user", "content": "How long may I return a lamp?"}]}""";
    }

    private final String base;
    private final String path;
    private final String body;

    Letter(String base, String path, String body) {
        this.base = base;
        this.path = path;
        this.body = body;
    }

    String url() {
        return System.getenv(base) + path;
    }

    String body() {
        return body;
    }

    boolean isStreamed() {
        return name().endsWith("STREAM");
    }

    /** In the same order in every JVM. */
    SortedMap<String, String> headers() {
        return new TreeMap<>(
                base.startsWith("OPENAI")
                        ? Map.of("Authorization", "Bearer " + System.getenv("OPENAI_API_KEY"))
                        : Map.of("x-api-key", System.getenv("ANTHROPIC_API_KEY"), "anthropic-version", "2023-06-01"));
    }
}
