// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.rewrite;

import dev.parsimony.exchange.Block;
import dev.parsimony.exchange.Change;
import dev.parsimony.exchange.Json;
import dev.parsimony.exchange.Pepper;
import dev.parsimony.exchange.PlainLens;
import dev.parsimony.exchange.Plan;
import dev.parsimony.exchange.Plan.Choice;
import dev.parsimony.exchange.Plan.Marking;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;

/** One call site with {@code stable_prefix: on}, as the tests use it. */
final class Desk {
    private static final Site SITE = new Site("com.acme.Desk.ask", "plain", "m");
    private static final Plan ON = new Plan(
            false,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(new Choice<>(true, "rule")),
            new Choice<>(Marking.OFF, ""),
            false,
            List.of("rule"));

    final AtomicLong now = new AtomicLong();
    final Habits habits = new Habits(Pepper.of(new Random(1)), 1 << 22, now::get);
    private final List<Step> steps = Rewriting.steps(habits);

    /** A body with this system text. */
    static String system(String text) {
        return body("\"system\":" + quote(text), "\"hello\"");
    }

    /** A body with these system blocks. */
    static String systems(String... texts) {
        return body("\"system\":" + blocks(texts), "\"hello\"");
    }

    /** A body with these blocks in the user's first message. */
    static String user(String... texts) {
        return body("\"system\":\"s\"", blocks(texts));
    }

    /** A body with these tools. */
    static String tools(String... names) {
        return body("\"tools\":" + blocks(names), "\"hello\"");
    }

    private static String body(String top, String content) {
        return "{\"model\":\"m\"," + top + ",\"messages\":[{\"role\":\"user\",\"content\":" + content + "}]}";
    }

    static String blocks(String... texts) {
        return "["
                + String.join(
                        ", ",
                        List.of(texts).stream()
                                .map(text -> "{\"text\":" + quote(text) + "}")
                                .toList()) + "]";
    }

    static String quote(String text) {
        return new String(Json.quote(text), StandardCharsets.UTF_8);
    }

    /** Sends a body and gives it as it leaves. */
    String send(String body) {
        return send(body, SITE);
    }

    String send(String body, Site site) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        for (Step step : steps) {
            Change change = step.change(PlainLens.of(bytes), ON, site);
            bytes = change instanceof Change.Make make ? make.edits().apply(bytes) : bytes;
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** The texts of a body's blocks at one level. */
    static List<String> texts(String body, Block.Level level) {
        return PlainLens.of(body).blocks().stream()
                .filter(block -> block.level() == level)
                .map(block -> block.text().text())
                .toList();
    }
}
