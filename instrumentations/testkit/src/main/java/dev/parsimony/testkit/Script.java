// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.testkit;

import dev.parsimony.exchange.Call;
import dev.parsimony.exchange.Caller;
import dev.parsimony.exchange.Chunk;
import dev.parsimony.exchange.Client;
import dev.parsimony.exchange.Gate;
import dev.parsimony.exchange.Head;
import dev.parsimony.exchange.Log;
import dev.parsimony.exchange.Next;
import dev.parsimony.exchange.Passage;
import dev.parsimony.exchange.Reply;
import dev.parsimony.exchange.Scope;
import dev.parsimony.exchange.Tap;
import dev.parsimony.weaving.Edges;
import dev.parsimony.weaving.Instrumentation;
import dev.parsimony.weaving.Joint;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A gate whose passages do what a test says, and that notes what it sees. */
public final class Script implements Gate, Passage, Tap {
    private final Deque<Function<Call, Next>> nexts = new ArrayDeque<>();
    /** What was seen, in order. */
    private final List<String> seen = Collections.synchronizedList(new ArrayList<>());

    private final Instrumentation instrumentation;
    private final String root;
    private @Nullable Call call;

    /**
     * Nothing done yet.
     *
     * @param instrumentation whose seam is tested
     * @param root how the paths begin that the gate wants
     */
    public Script(Instrumentation instrumentation, String root) {
        this.instrumentation = instrumentation;
        this.root = root;
    }

    /** The next thing wanted is to send what the application wrote. */
    public Script thenAsWritten() {
        nexts.add(made -> new Next.Send(made, true));
        return this;
    }

    /** The next thing wanted is to send something else. */
    public Script thenSend(String body, String path) {
        nexts.add(made -> new Next.Send(made.withBody(bytes(body)).withPath(path), false));
        return this;
    }

    /** The next thing wanted is to answer. */
    public Script thenAnswer(String type, String body) {
        nexts.add(made -> new Next.Answer(new Reply(200, Map.of("content-type", List.of(type)), bytes(body))));
        return this;
    }

    /** What was seen, in order. */
    public List<String> seen() {
        return seen;
    }

    /** A joint at this gate, in the loader of the instrumentation. */
    public Joint joint() {
        return new Joint(instrumentation, instrumentation.getClass().getClassLoader(), this, new Edges(Log.silent()));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public boolean wants(String method, String path) {
        return method.equals("POST") && path.startsWith(root);
    }

    @Override
    public Caller caller() {
        return Caller.unknown();
    }

    @Override
    public Passage open(Call made, Client client, @Nullable Caller caller) {
        seen.add("call " + made.path() + (made.query().isEmpty() ? "" : "?" + made.query()) + " "
                + new String(made.body(), StandardCharsets.UTF_8));
        call = made;
        return this;
    }

    @Override
    public Next next() {
        Call made = call;
        if (made == null) {
            throw new IllegalStateException("no call was made");
        }
        return nexts.remove().apply(made);
    }

    @Override
    public Scope enter() {
        return Scope.none();
    }

    @Override
    public void fellBack() {
        seen.add("fell back");
    }

    @Override
    public Next arrived(Head head) {
        seen.add("arrived " + head.status() + " " + head.headers().first("content-type"));
        return nexts.isEmpty() ? new Next.Deliver(this) : next();
    }

    @Override
    public Chunk pass(Chunk chunk) {
        String text = new String(chunk.bytes(), chunk.from(), chunk.length(), StandardCharsets.UTF_8);
        seen.add("passed " + text);
        return text.equals("secret") ? Chunk.empty() : chunk;
    }

    @Override
    public Chunk end() {
        seen.add("end");
        return Chunk.of(bytes("!"));
    }

    @Override
    public void closed() {
        seen.add("closed");
    }

    @Override
    public void failed(Throwable cause) {
        seen.add("failed " + cause.getClass().getSimpleName());
    }

    @Override
    public void abandoned() {
        seen.add("abandoned");
    }
}
