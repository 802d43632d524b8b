// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.cli;

import dev.parsimony.exchange.Environment;
import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/** Runs commands as a user would and keeps what they say. It is always noon on 21 November 2026. */
final class Terminal {
    static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private String in = "";
    private boolean colour;
    private Map<String, String> variables = Map.of();

    Terminal typing(String text) {
        in = text;
        return this;
    }

    Terminal inColour() {
        colour = true;
        return this;
    }

    Terminal with(Map<String, String> environmentVariables) {
        variables = environmentVariables;
        return this;
    }

    int run(String... arguments) {
        Console console = new Console(
                new ByteArrayInputStream(in.getBytes(StandardCharsets.UTF_8)),
                new PrintWriter(out),
                new PrintWriter(err),
                colour);
        Environment environment = new Environment(Map.of("java.version", "17.0.1"), variables);
        return new Cli(console, environment, InstantSource.fixed(NOON)).run(arguments);
    }

    String out() {
        return out.toString();
    }

    List<String> lines() {
        return out.toString().lines().toList();
    }

    String err() {
        return err.toString();
    }
}
