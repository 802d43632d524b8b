// SPDX-License-Identifier: Apache-2.0
package com.acme.caller;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/**
 * An application that makes calls in many places, on many threads, for many people. The libraries that know for whom are there
 * only when it runs, so it reaches them by their names.
 */
public final class Desks {
    private static final String SPRING = "org.springframework.";

    private Desks() {}

    /**
     * Makes one call at each place, one after the other.
     *
     * @param args names of its methods
     */
    public static void main(String[] args) throws Exception {
        try (Clients clients = Clients.fromEnvironment()) {
            for (String place : args) {
                Desks.class.getDeclaredMethod(place, Clients.class).invoke(null, clients);
            }
        }
        System.exit(0);
    }

    static void direct(Clients clients) {
        say(Kind.OPENAI_CHAT.call(clients));
    }

    static void asynchronous(Clients clients) {
        say(Kind.OPENAI_CHAT_ASYNC.call(clients));
    }

    static void onAnExecutor(Clients clients) throws Exception {
        ExecutorService executor = Executors.newSingleThreadExecutor();
        say(executor.submit(() -> Kind.OPENAI_CHAT.call(clients)).get());
        executor.shutdown();
    }

    static void inTheFuture(Clients clients) {
        say(CompletableFuture.supplyAsync(() -> Kind.OPENAI_CHAT.call(clients)).join());
    }

    static void byReference(Clients clients) {
        say(CompletableFuture.completedFuture(clients)
                .thenApplyAsync(Kind.OPENAI_CHAT::call)
                .join());
    }

    /** On a thread of the usual kind where the JDK has no other. */
    static void onAVirtualThread(Clients clients) throws Exception {
        Runnable task = () -> say(Kind.OPENAI_CHAT.call(clients));
        for (Method method : Thread.class.getMethods()) {
            if (method.getName().equals("startVirtualThread")) {
                ((Thread) method.invoke(null, task)).join();
                return;
            }
        }
        Thread thread = new Thread(task);
        thread.start();
        thread.join();
    }

    static void withLogback(Clients clients) throws Exception {
        within("org.slf4j.MDC", clients);
    }

    static void withLog4j(Clients clients) throws Exception {
        within("org.apache.logging.log4j.ThreadContext", clients);
    }

    private static void within(String context, Clients clients) throws Exception {
        Class<?> type = Class.forName(context);
        type.getMethod("put", String.class, String.class).invoke(null, "tenantId", type.getSimpleName());
        say(Kind.OPENAI_CHAT.call(clients));
        type.getMethod("remove", String.class).invoke(null, "tenantId");
    }

    static void loggedIn(Clients clients) throws Exception {
        Class<?> holder = Class.forName(SPRING + "security.core.context.SecurityContextHolder");
        Object alice = Class.forName(SPRING + "security.authentication.UsernamePasswordAuthenticationToken")
                .getMethod("authenticated", Object.class, Object.class, java.util.Collection.class)
                .invoke(null, "alice", "", List.of());
        Object context = holder.getMethod("getContext").invoke(null);
        Class.forName(SPRING + "security.core.context.SecurityContext")
                .getMethod("setAuthentication", Class.forName(SPRING + "security.core.Authentication"))
                .invoke(context, alice);
        say(Kind.OPENAI_CHAT.call(clients));
        holder.getMethod("clearContext").invoke(null);
    }

    static void serving(Clients clients) throws Exception {
        Class<?> holder = Class.forName(SPRING + "web.context.request.RequestContextHolder");
        Class<?> attributes = Class.forName(SPRING + "web.context.request.RequestAttributes");
        Object request = Proxy.newProxyInstance(
                Desks.class.getClassLoader(),
                new Class<?>[] {attributes},
                (proxy, method, arguments) -> Stream.of(SPRING + "web.servlet.HandlerMapping.bestMatchingPattern")
                        .filter(name -> method.getName().equals("getAttribute") && name.equals(arguments[0]))
                        .map(name -> "/orders/{id}")
                        .findFirst()
                        .orElse(null));
        holder.getMethod("setRequestAttributes", attributes).invoke(null, request);
        say(Kind.OPENAI_CHAT.call(clients));
        holder.getMethod("resetRequestAttributes").invoke(null);
    }

    private static void say(String answer) {
        System.out.println(answer);
    }
}
