// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.benchmarks.traffic;

import java.util.ArrayList;
import java.util.List;

/** A request in the making, of Anthropic's Messages API or of OpenAI's chat completions. */
final class Request {
    private final String model;
    private final List<String> tools = new ArrayList<>();
    private final List<String> messages = new ArrayList<>();
    private String system = "";

    Request(String model) {
        this.model = model;
    }

    /** The same request so far, to go on from. */
    Request copy(String otherModel) {
        Request copy = new Request(otherModel);
        copy.tools.addAll(tools);
        copy.messages.addAll(messages);
        copy.system = system;
        return copy;
    }

    Request system(String text) {
        system = text;
        return this;
    }

    Request tool(String name, String description) {
        String said = "{\"name\":\"" + name + "\",\"description\":\"" + description + "\",\"";
        String schema = "\":{\"type\":\"object\",\"properties\":{\"q\":{\"type\":\"string\"}}}}";
        tools.add(
                isClaude()
                        ? said + "input_schema" + schema
                        : "{\"type\":\"function\",\"function\":" + said + "parameters" + schema + "}");
        return this;
    }

    Request user(String text) {
        return message("user", "\"" + text + "\"");
    }

    Request assistant(String text) {
        return message("assistant", "\"" + text + "\"");
    }

    /** A message of the user in several parts. */
    Request parts(List<String> texts) {
        List<String> parts = texts.stream()
                .map(text -> "{\"type\":\"text\",\"text\":\"" + text + "\"}")
                .toList();
        return message("user", "[" + String.join(",", parts) + "]");
    }

    /** A round of tools: calls of the assistant, and what came of them. */
    Request round(int number, List<String> results) {
        return isClaude() ? blocks(number, results) : messages(number, results);
    }

    private Request blocks(int number, List<String> results) {
        List<String> calls = new ArrayList<>();
        List<String> answers = new ArrayList<>();
        for (int i = 0; i < results.size(); i++) {
            String id = "toolu_" + number + "_" + i;
            calls.add("{\"type\":\"tool_use\",\"id\":\"" + id + "\",\"name\":\"search\",\"input\":{\"q\":\"" + number
                    + "\"}}");
            answers.add(
                    "{\"type\":\"tool_result\",\"tool_use_id\":\"" + id + "\",\"content\":\"" + results.get(i) + "\"}");
        }
        message("assistant", "[" + String.join(",", calls) + "]");
        return message("user", "[" + String.join(",", answers) + "]");
    }

    private Request messages(int number, List<String> results) {
        List<String> calls = new ArrayList<>();
        List<String> answers = new ArrayList<>();
        for (int i = 0; i < results.size(); i++) {
            String id = "call_" + number + "_" + i;
            calls.add("{\"id\":\"" + id
                    + "\",\"type\":\"function\",\"function\":{\"name\":\"search\",\"arguments\":\"{}\"}}");
            answers.add("{\"role\":\"tool\",\"tool_call_id\":\"" + id + "\",\"content\":\"" + results.get(i) + "\"}");
        }
        messages.add("{\"role\":\"assistant\",\"content\":null,\"tool_calls\":[" + String.join(",", calls) + "]}");
        messages.addAll(answers);
        return this;
    }

    private Request message(String role, String content) {
        messages.add("{\"role\":\"" + role + "\",\"content\":" + content + "}");
        return this;
    }

    /** Where it goes. */
    String url() {
        return isClaude() ? "https://api.anthropic.com/v1/messages" : "https://api.openai.com/v1/chat/completions";
    }

    private boolean isClaude() {
        return model.startsWith("claude");
    }

    /** Its body. */
    String body() {
        List<String> said = new ArrayList<>(messages);
        String tooled = tools.isEmpty() ? "" : ",\"tools\":[" + String.join(",", tools) + "]";
        if (isClaude()) {
            String ruled = system.isEmpty() ? "" : ",\"system\":\"" + system + "\"";
            return "{\"model\":\"" + model + "\",\"max_tokens\":1024" + tooled + ruled + ",\"messages\":["
                    + String.join(",", said) + "]}";
        }
        if (!system.isEmpty()) {
            said.add(0, "{\"role\":\"system\",\"content\":\"" + system + "\"}");
        }
        String calm = tools.isEmpty() ? "" : ",\"reasoning_effort\":\"none\""; // these models want it beside tools
        return "{\"model\":\"" + model + "\"" + calm + tooled + ",\"messages\":[" + String.join(",", said) + "]}";
    }
}
