// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.cli;

import dev.parsimony.exchange.Exchange;
import dev.parsimony.exchange.Json;
import dev.parsimony.exchange.Node;
import dev.parsimony.exchange.Recall;
import dev.parsimony.rules.Verdict;
import dev.parsimony.wiring.Rehearsal.Scene;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What would be done with a request, and why.
 *
 * @param endpoint where it would go
 * @param body the request as written
 * @param observe whether the settings change nothing on the wire, whatever the rules say
 * @param first what is done with it the first time
 * @param again what is done with it when it comes again while the provider may still hold its prefix
 * @param quotes prices them
 */
record Explanation(Endpoint endpoint, Node body, boolean observe, Scene first, Scene again, Quotes quotes) {
    private static final String RED = "\u001b[31m";
    private static final String GREEN = "\u001b[32m";
    private static final String PLAIN = "\u001b[0m";

    /** The explanation as maps and lists. */
    Map<String, Object> tree() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("api", endpoint.dialect().name());
        tree.put("url", endpoint.address() + endpoint.path());
        tree.put("guessed", endpoint.guessed());
        tree.put("provider", exchange().opening().provider());
        tree.put("call_site", exchange().opening().caller().site().function());
        tree.put("estimated_input_tokens", first.inputTokens());
        tree.put("observe", !observed().isEmpty());
        tree.put("rules", first.verdicts().stream().map(Explanation::tree).toList());
        tree.putAll(tree(first));
        tree.put("before", quotes.asWritten(first, body).tree());
        tree.put("after", quotes.asSent(first, sent(first), false).tree());
        if (isMarkedLater()) {
            Map<String, Object> later = tree(again);
            later.put("after", quotes.asSent(again, sent(again), true).tree());
            tree.put("again", later);
        }
        tree.put("request", body);
        return tree;
    }

    private Map<String, Object> tree(Scene scene) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("rewrites", scene.exchange().rewrites());
        tree.put("skipped", scene.exchange().skipped());
        tree.put("cache", scene.exchange().recall().toString());
        tree.put(
                "changes",
                changes(scene).stream().map(Difference.Line::toString).toList());
        tree.put("sent", sent(scene));
        return tree;
    }

    private static Map<String, Object> tree(Verdict verdict) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("name", verdict.rule().name());
        tree.put("applies", verdict.applies());
        tree.put("why", verdict.why());
        tree.put("then", verdict.rule().then().written());
        return tree;
    }

    /** Why nothing is changed though rules apply; empty if something may be. */
    private String observed() {
        if (observe) {
            return "mode: observe, nothing is changed";
        }
        return first.verdicts().stream()
                .filter(verdict -> verdict.applies() && verdict.rule().then().observe())
                .findFirst()
                .map(verdict -> "mode: observe by rule \"" + verdict.rule().name() + "\", nothing is changed")
                .orElse("");
    }

    private Exchange exchange() {
        return first.exchange();
    }

    private static Node sent(Scene scene) {
        return Json.read(scene.call().body()).orElseThrow().root();
    }

    private List<Difference.Line> changes(Scene scene) {
        List<Difference.Line> changes = new ArrayList<>();
        String path = scene.call().path();
        if (!path.equals(endpoint.path())) {
            changes.add(new Difference.Line('-', "path", endpoint.path()));
            changes.add(new Difference.Line('+', "path", path));
        }
        changes.addAll(Difference.between(body, sent(scene)));
        return changes;
    }

    /** Whether marks are set only once the prefix has been seen. */
    private boolean isMarkedLater() {
        return !again.exchange().rewrites().equals(exchange().rewrites());
    }

    /**
     * The explanation for people.
     *
     * @param colour whether to colour what comes and goes
     */
    String text(boolean colour) {
        List<String> lines = new ArrayList<>();
        lines.add(endpoint.dialect().name() + " at " + endpoint.address() + endpoint.path());
        say(lines, "", endpoint.guessed());
        say(lines, "call site ", exchange().opening().caller().site().function());
        lines.add("  estimated input " + first.inputTokens() + " tokens, which is what rules go by");
        lines.add("rules");
        first.verdicts().forEach(verdict -> lines.add("  " + verdict));
        say(lines, "", first.verdicts().isEmpty() ? "none in this file" : "");
        actions(lines, first, colour);
        lines.add("price");
        lines.add("  as written  " + quotes.asWritten(first, body));
        lines.add("  as sent     " + quotes.asSent(first, sent(first), false));
        say(lines, "answered from the store  ", exchange().recall() == Recall.MISS ? "0 USD" : "");
        if (isMarkedLater()) {
            lines.add("once the same prefix has been sent before");
            actions(lines, again, colour);
            lines.add("price");
            lines.add("  when the prefix is written to the cache  " + quotes.asSent(again, sent(again), false));
            lines.add("  when it is read from it                  " + quotes.asSent(again, sent(again), true));
        }
        return String.join("\n", lines);
    }

    private void actions(List<String> lines, Scene scene, boolean colour) {
        lines.add("actions");
        lines.add("  taken: "
                + (scene.exchange().rewrites().isEmpty()
                        ? "none"
                        : String.join(", ", scene.exchange().rewrites())));
        say(lines, "", observed());
        say(lines, "not taken: ", String.join(", ", scene.exchange().skipped()));
        say(lines, "stored answers: ", scene.exchange().recall().toString());
        lines.add("request");
        List<Difference.Line> changes = changes(scene);
        changes.forEach(change -> lines.add("  " + coloured(change, colour)));
        say(lines, "", changes.isEmpty() ? "goes out as written, byte for byte" : "");
    }

    private static void say(List<String> lines, String what, String text) {
        if (!text.isEmpty()) {
            lines.add("  " + what + text);
        }
    }

    private static String coloured(Difference.Line line, boolean colour) {
        return colour ? (line.sign() == '+' ? GREEN : RED) + line + PLAIN : line.toString();
    }
}
