// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.rules;

import dev.parsimony.exchange.Facts;
import dev.parsimony.exchange.Lens;
import dev.parsimony.exchange.Operation;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;

/** A call of which a test says what matters, under the keys of the settings; it notes what it is asked. */
final class Asked implements Facts {
    private final Map<String, Object> said;
    private final Set<String> questions = new TreeSet<>();

    private Asked(Map<String, Object> said) {
        this.said = said;
    }

    /** A chat with gpt-4o at api.openai.com. */
    static Asked anything() {
        return new Asked(Map.of("provider", "openai", "host", "api.openai.com", "model", "gpt-4o", "thread", "main"));
    }

    /** The same call, but for this. */
    Asked with(String key, Object value) {
        Map<String, Object> more = new HashMap<>(said);
        more.put(key, value);
        return new Asked(more);
    }

    /** What was asked of this call so far. */
    Set<String> questions() {
        return questions;
    }

    private Object ask(String key, Object otherwise) {
        questions.add(key);
        return said.getOrDefault(key, otherwise);
    }

    @Override
    public Lens request() {
        Class<?>[] lens = {Lens.class};
        return (Lens) Proxy.newProxyInstance(
                Lens.class.getClassLoader(), lens, (proxy, method, arguments) -> read(method.getName()));
    }

    private Object read(String method) {
        return switch (method) {
            case "model" -> ask("model", "");
            case "streamed" -> ask("stream", false);
            case "usesTools" -> ask("tools", false);
            case "hasImages" -> ask("images", false);
            case "wantsJson" -> ask("json_output", false);
            case "messages" -> ask("messages", 1);
            case "systemText" -> ask("system", "");
            case "lastUserText" -> ask("user", "");
            case "cap" ->
                ask("max_tokens", "none") instanceof Long tokens ? OptionalLong.of(tokens) : OptionalLong.empty();
            case "temperature" ->
                ask("temperature", "none") instanceof Double set ? OptionalDouble.of(set) : OptionalDouble.empty();
            default -> throw new UnsupportedOperationException("no condition asks for " + method);
        };
    }

    @Override
    public String provider() {
        return (String) ask("provider", "");
    }

    @Override
    public Operation operation() {
        return (Operation) ask("operation", Operation.CHAT);
    }

    @Override
    public String host() {
        return (String) ask("host", "");
    }

    @Override
    public long inputTokens() {
        return (long) ask("input_tokens", 100L);
    }

    @Override
    public String callSite() {
        return (String) ask("call_site", "");
    }

    @Override
    public String endpoint() {
        return (String) ask("endpoint", "");
    }

    @Override
    public String tenant() {
        return (String) ask("tenant", "");
    }

    @Override
    public String thread() {
        return (String) ask("thread", "");
    }

    @Override
    public double share() {
        return (double) ask("sample", 0.5);
    }
}
