// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.rewrite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parsimony.exchange.Block;
import dev.parsimony.exchange.Block.Level;
import dev.parsimony.exchange.PlainLens;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whatever a call site sends, putting it in order loses nothing, adds nothing and mixes up no speakers. */
class GeneratedConversationsTest {
    private static final List<String> FIXED = List.of(
            "You help at the desk.",
            "# Rules",
            "- be kind",
            "1. be quick",
            "```",
            "  indented: yes",
            "<doc>",
            "</doc>",
            "The customer:",
            "Zone: UTC",
            "Some \"quoted\" \\ text.\r",
            "A paragraph that is long enough to count for something in the balance.",
            "",
            "",
            "");
    private static final List<String> VARYING =
            List.of("Time: %d", "It is %d.", "- item %d", "id: %d", "x%d", "  code %d");

    private int changed;

    @Test
    void keepWhatTheySayAndWhoSaysIt() {
        for (int seed = 0; seed < 150; seed++) {
            Desk desk = new Desk();
            String template = template(new Random(seed));
            for (int call = 0; call < 5; call++) {
                String before = filled(template, new Random(seed * 31L + call));
                String after = desk.send(before);
                changed += before.equals(after) ? 0 : 1;
                check(before, after);
            }
        }
        assertThat(changed).as("calls that were put in order").isGreaterThan(40);
    }

    private static void check(String before, String after) {
        assertThat(roles(after)).as(before).isEqualTo(roles(before));
        for (String role : roles(before)) {
            assertThat(lines(after, role)).as(before).containsExactlyInAnyOrderElementsOf(lines(before, role));
        }
        assertThat(later(after)).as(before).isEqualTo(later(before));
        assertThat(tools(after)).as(before).containsExactlyInAnyOrderElementsOf(tools(before));
        assertThat(bound(after)).as(before).isEqualTo(bound(before));
    }

    private static List<String> roles(String body) {
        return PlainLens.of(body).blocks().stream()
                .filter(block -> block.level() != Level.TOOLS)
                .map(block -> block.level() + block.role() + block.message())
                .toList();
    }

    private static List<String> lines(String body, String role) {
        return PlainLens.of(body).blocks().stream()
                .filter(block -> role.equals(block.level() + block.role() + block.message()))
                .flatMap(block -> Arrays.stream(block.text().text().split("\n")))
                .filter(line -> !line.isBlank())
                .toList();
    }

    private static List<String> later(String body) {
        List<Block> blocks = PlainLens.of(body).blocks();
        return blocks.stream()
                .filter(block -> block.message() > 0)
                .map(block -> block.node().raw())
                .toList();
    }

    private static Set<String> tools(String body) {
        return PlainLens.of(body).blocks().stream()
                .filter(block -> block.level() == Level.TOOLS)
                .map(block -> block.node().raw())
                .collect(Collectors.toCollection(HashSet::new));
    }

    /** Lines that must not move among each other, in the order in which they stand in one-block texts. */
    private static List<String> bound(String body) {
        List<String> bound = new ArrayList<>();
        for (Block block : PlainLens.of(body).blocks()) {
            if (block.level() == Level.SYSTEM
                    && block.node().start() == block.text().start()) {
                Arrays.stream(block.text().text().split("\n"))
                        .filter(line -> line.matches("(#|- |1\\.|```|  |<|.*:$|You|A par).*"))
                        .forEach(bound::add);
            }
        }
        return bound;
    }

    /** A request whose varying lines have a {@code %d}. */
    private static String template(Random random) {
        String system = random.nextBoolean() ? Desk.quote(text(random)) : Desk.blocks(texts(random));
        String tools = Desk.blocks("t1", "t2", "t3", "t4");
        return "{\"tools\":" + tools + ",\"system\": " + system + ",\"messages\":[" + message("user", random) + ","
                + message("assistant", random) + "," + message("user", random) + "],\"model\":\"m\"}";
    }

    private static String message(String role, Random random) {
        String content = random.nextBoolean() ? Desk.quote(text(random)) : Desk.blocks(texts(random));
        String signed = random.nextInt(4) == 0 ? content.replaceFirst("\"text\"", "\"signature\":1,\"text\"") : content;
        return "{\"role\":\"" + role + "\",\"content\":" + signed + "}";
    }

    private static String[] texts(Random random) {
        return IntStream.range(0, 1 + random.nextInt(4))
                .mapToObj(i -> text(random))
                .toArray(String[]::new);
    }

    private static String text(Random random) {
        List<String> lines = new ArrayList<>();
        int count = 1 + random.nextInt(9);
        for (int i = 0; i < count; i++) {
            List<String> from = random.nextInt(4) == 0 ? VARYING : FIXED;
            lines.add(from.get(random.nextInt(from.size())));
        }
        return String.join("\n", lines);
    }

    private static String filled(String template, Random random) {
        StringBuilder body = new StringBuilder(template);
        for (int at = body.indexOf("%d"); at >= 0; at = body.indexOf("%d")) {
            body.replace(at, at + 2, Integer.toString(random.nextInt(1000)));
        }
        List<String> order = new ArrayList<>(List.of("t1", "t2", "t3", "t4"));
        Collections.shuffle(order, random);
        for (int i = 0; i < 4; i++) {
            int at = body.indexOf("\"t" + (i + 1) + "\"");
            body.replace(at, at + 4, "\"T" + order.get(i) + "\"");
        }
        return body.toString();
    }
}
