// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.instrumentation.stainless;

import dev.parsimony.exchange.Call;
import dev.parsimony.exchange.CallSite;
import dev.parsimony.exchange.Caller;
import dev.parsimony.exchange.Client;
import dev.parsimony.exchange.Gate;
import dev.parsimony.exchange.Head;
import dev.parsimony.exchange.Next;
import dev.parsimony.exchange.Passage;
import dev.parsimony.exchange.Scope;
import dev.parsimony.exchange.SpanReference;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A gate that lets a test say what is done with a call, and notes what it is told. */
final class Prompter implements Gate {
    final List<Call> calls = new CopyOnWriteArrayList<>();
    final List<Client> clients = new CopyOnWriteArrayList<>();
    final List<@Nullable Caller> callers = new CopyOnWriteArrayList<>();
    final List<Head> heads = new CopyOnWriteArrayList<>();
    final List<Throwable> failures = new CopyOnWriteArrayList<>();
    final Recorder tap = new Recorder();
    volatile Function<Call, Next> first = call -> new Next.Send(call, true);
    volatile BiFunction<Call, Head, Next> then = (call, head) -> new Next.Deliver(tap);
    final AtomicInteger scopes = new AtomicInteger();

    @Override
    public Caller caller() {
        return new Caller(CallSite.unknown(), Thread.currentThread().getName(), SpanReference.none(), Map.of());
    }

    @Override
    public boolean hurries(String method, String path) {
        return false;
    }

    @Override
    public boolean wants(String method, String path) {
        return method.equals("POST") && (path.endsWith("/chat/completions") || path.endsWith("/v1/messages"));
    }

    @Override
    public Passage open(Call call, Client client, @Nullable Caller caller) {
        calls.add(call);
        clients.add(client);
        if (caller != null) {
            callers.add(caller);
        }
        return new Passage() {
            @Override
            public Next next() {
                return first.apply(call);
            }

            @Override
            public Scope enter() {
                scopes.incrementAndGet();
                return scopes::decrementAndGet;
            }

            @Override
            public void fellBack() {}

            @Override
            public Next arrived(Head head) {
                heads.add(head);
                return then.apply(call, head);
            }

            @Override
            public void failed(Throwable cause) {
                failures.add(cause);
            }
        };
    }
}
