// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.wiring;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Tells the application's own classes from those of libraries known to us and from classes made at run time. What was told of
 * a name is kept, since the same names stand on the stack at every call; the names alone, so that no class is held.
 */
final class Libraries {
    private static final int MOST_KEPT = 10_000; // beyond it a name is looked at each time

    /** Examples that stand in their framework's own package. */
    private static final List<String> APPLICATIONS_ALL_THE_SAME = List.of("org.springframework.samples.");

    private static final String[] PACKAGES = {
        // the JDK, languages
        "java.",
        "javax.",
        "jakarta.",
        "jdk.",
        "sun.",
        "com.sun.",
        "kotlin.",
        "kotlinx.",
        "scala.",
        "groovy.",
        "groovyjarjar",
        "org.codehaus.groovy.",
        "org.apache.groovy.",
        "clojure.",
        // ourselves, SDKs of models, frameworks for them
        "dev.parsimony.",
        "com.openai.",
        "com.anthropic.",
        "com.google.genai.",
        "com.google.adk.",
        "com.azure.",
        "com.microsoft.semantickernel.",
        "com.cohere.",
        "com.alibaba.dashscope.",
        "io.github.ollama4j.",
        "software.amazon.awssdk.",
        "dev.langchain4j.",
        "dev.ai4j.",
        "io.quarkiverse.langchain4j.",
        "org.bsc.langgraph4j.",
        // HTTP
        "okhttp3.",
        "okio.",
        "retrofit2.",
        "feign.",
        "org.apache.http.",
        "org.apache.hc.",
        "io.netty.",
        "io.grpc.",
        "org.apache.cxf.",
        "org.glassfish.",
        "org.jboss.",
        // application frameworks, servers
        "org.springframework.",
        "io.vertx.",
        "io.quarkus.",
        "io.smallrye.",
        "io.micronaut.",
        "io.helidon.",
        "io.javalin.",
        "ratpack.",
        "play.",
        "akka.",
        "org.apache.pekko.",
        "org.apache.camel.",
        "org.apache.tomcat.",
        "org.apache.catalina.",
        "org.apache.coyote.",
        "org.eclipse.jetty.",
        "org.eclipse.microprofile.",
        "org.apache.felix.",
        "org.osgi.",
        "io.undertow.",
        "org.wildfly.",
        "weblogic.",
        "com.ibm.ws.",
        // what stands between a caller and what is called: schedulers, retries, aspects, proxies, pools
        "reactor.",
        "rx.",
        "io.reactivex.",
        "org.reactivestreams.",
        "mutiny.",
        "io.github.resilience4j.",
        "dev.failsafe.",
        "net.jodah.failsafe.",
        "com.github.rholder.retry.",
        "com.netflix.",
        "org.aspectj.",
        "org.aopalliance.",
        "net.bytebuddy.",
        "net.sf.cglib.",
        "javassist.",
        "org.mockito.",
        "org.hibernate.",
        "com.google.common.",
        "com.google.inject.",
        "com.github.benmanes.caffeine.",
        "org.quartz.",
        "org.jobrunr.",
        "org.apache.kafka.",
        "com.rabbitmq.",
        "zio.",
        "cats.effect.",
        "io.vavr.",
        // telemetry
        "io.micrometer.",
        "io.opentelemetry.",
        "io.opentracing.",
        "io.sentry.",
        "datadog.",
        "com.newrelic.",
        "co.elastic.apm.",
        // what runs tests
        "org.junit.",
        "junit.framework.",
        "org.testng.",
        "org.gradle.",
        "org.apache.maven.",
        "com.intellij.rt."
    };

    /** What the names of classes contain that CGLIB, the JDK, Byte Buddy, Hibernate, Mockito, Micronaut and Weld make. */
    private static final String[] GENERATED = {
        "$$", "$Proxy", "/0x", "$ByteBuddy$", "$HibernateProxy$", "$MockitoMock$", "$Intercepted", "_Weld"
    };

    private final Map<String, Boolean> kept = new ConcurrentHashMap<>();

    /**
     * Whether a class is the application's own.
     *
     * @param className as {@link Class#getName} has it
     */
    boolean isApplication(String className) {
        Boolean known = kept.get(className);
        if (known != null) {
            return known;
        }
        boolean own = !isGenerated(className) && !isLibrary(className);
        if (kept.size() < MOST_KEPT) {
            kept.put(className, own);
        }
        return own;
    }

    private static boolean isLibrary(String className) {
        for (String name : PACKAGES) {
            if (className.startsWith(name)) {
                return APPLICATIONS_ALL_THE_SAME.stream().noneMatch(className::startsWith);
            }
        }
        return false;
    }

    private static boolean isGenerated(String className) {
        for (String part : GENERATED) {
            if (className.contains(part)) {
                return true;
            }
        }
        return className.endsWith("_ClientProxy") || className.endsWith("_Subclass"); // Quarkus
    }
}
