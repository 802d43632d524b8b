// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.wiring;

import dev.parsimony.exchange.CallSite;
import java.lang.StackWalker.StackFrame;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Finds the place in the application that makes a call: the nearest frame that is neither ours, an SDK's nor a framework's. */
final class StackSites {
    /** Beyond this many frames nobody's own code is near. */
    private static final int DEEPEST = 256;

    private static final String[] NOT_THE_APPLICATION = {
        "java.",
        "javax.",
        "jakarta.",
        "jdk.",
        "sun.",
        "com.sun.",
        "kotlin.",
        "kotlinx.",
        "scala.",
        "groovy.lang.",
        "org.codehaus.groovy.",
        "dev.parsimony.",
        "com.openai.",
        "com.anthropic.",
        "com.google.genai.",
        "com.azure.",
        "software.amazon.awssdk.",
        "dev.langchain4j.",
        "okhttp3.",
        "okio.",
        "retrofit2.",
        "org.apache.http.",
        "org.apache.hc.",
        "org.springframework.",
        "io.micrometer.",
        "io.opentelemetry.",
        "io.netty.",
        "io.vertx.",
        "io.quarkus.",
        "io.smallrye.",
        "io.micronaut.",
        "reactor.",
        "rx.",
        "io.reactivex.",
        "org.reactivestreams.",
        "net.bytebuddy.",
        "org.aspectj.",
        "io.github.resilience4j.",
        "dev.failsafe.",
        "com.google.common.",
        "org.apache.tomcat.",
        "org.apache.catalina.",
        "org.apache.coyote.",
        "org.eclipse.jetty.",
        "io.undertow.",
        "datadog.",
        "com.newrelic.",
        "co.elastic.apm."
    };

    private final StackWalker walker = StackWalker.getInstance();
    private final Predicate<String> skipped;

    /**
     * A finder that also looks through the user's own wrappers.
     *
     * @param skipped says of a {@code package.Outer.Inner.method} whether it is to be looked through
     */
    StackSites(Predicate<String> skipped) {
        this.skipped = skipped;
    }

    /** The call site on this thread's stack. */
    CallSite find() {
        return walker.walk(this::nearest);
    }

    private CallSite nearest(Stream<StackFrame> frames) {
        return frames.limit(DEEPEST)
                .filter(frame -> isApplication(frame.getClassName()))
                .map(frame -> new CallSite(function(frame), frame.getLineNumber()))
                .filter(site -> !skipped.test(site.function()))
                .findFirst()
                .orElse(CallSite.unknown());
    }

    /** Whether a class is the application's own: no library known to us, no class made at run time. */
    private static boolean isApplication(String className) {
        for (String prefix : NOT_THE_APPLICATION) {
            if (className.startsWith(prefix)) {
                return false;
            }
        }
        return !className.contains("$$") && !className.contains("$Proxy") && !className.contains("/0x");
    }

    private static String function(StackFrame frame) {
        return frame.getClassName().replace('$', '.') + '.' + written(frame.getMethodName());
    }

    /** The method as the source names it: the body of a lambda is compiled into {@code lambda$method$0}. */
    private static String written(String method) {
        if (!method.startsWith("lambda$")) {
            return method;
        }
        int end = method.lastIndexOf('$');
        return end > "lambda$".length() ? method.substring("lambda$".length(), end) : method;
    }
}
