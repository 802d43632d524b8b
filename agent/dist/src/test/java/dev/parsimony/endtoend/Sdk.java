// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.endtoend;

import com.acme.caller.Amazon;
import com.acme.caller.Caller;
import com.acme.caller.Chain;
import com.acme.caller.Gemini;
import com.acme.caller.Kind;
import java.util.List;
import java.util.stream.Stream;

/**
 * The matrix of what is tested end to end: each SDK, the program that makes every kind of call through it, and the versions
 * in which it does, from the oldest that is supported to the newest. The first and the last release of each major version
 * are here and, of long ones, some between.
 */
@SuppressWarnings("ImmutableEnumChecker") // never written to
enum Sdk {
    OPENAI_JAVA(
            List.of("com.openai:openai-java"),
            Caller.class,
            named(Kind.values()).filter(name -> name.startsWith("OPENAI")).toList(),
            "1.1.0",
            "1.6.1",
            "2.0.0",
            "2.20.1",
            "3.0.2",
            "3.7.1",
            "4.0.0",
            "4.39.1",
            "4.69.2",
            "4.100.0"),
    ANTHROPIC_JAVA(
            List.of("com.anthropic:anthropic-java"),
            Caller.class,
            named(Kind.values()).filter(name -> name.startsWith("ANTHROPIC")).toList(),
            "1.0.0",
            "1.4.0",
            "2.0.0",
            "2.41.1",
            "2.75.0",
            "3.0.0",
            "3.11.0"),
    GOOGLE_GENAI(
            List.of("com.google.genai:google-genai"),
            Gemini.class,
            named(Gemini.values()).toList(),
            "1.8.0",
            "1.30.0",
            "1.70.0"),
    LANGCHAIN4J(
            List.of(
                    "dev.langchain4j:langchain4j-open-ai",
                    "dev.langchain4j:langchain4j-anthropic",
                    "dev.langchain4j:langchain4j-google-ai-gemini",
                    "dev.langchain4j:langchain4j-mistral-ai",
                    "dev.langchain4j:langchain4j-ollama"),
            Chain.class,
            named(Chain.values()).toList(),
            "1.2.0",
            "1.8.0",
            "1.19.0"),
    AWS_BEDROCK(
            List.of("software.amazon.awssdk:bedrockruntime", "software.amazon.awssdk:url-connection-client"),
            Amazon.class,
            named(Amazon.values()).toList(),
            "2.25.63",
            "2.40.0",
            "2.54.14");

    private final List<String> artifacts;
    private final Class<?> program;
    private final List<String> calls;
    private final List<String> versions;

    Sdk(List<String> artifacts, Class<?> program, List<String> calls, String... versions) {
        this.artifacts = artifacts;
        this.program = program;
        this.calls = calls;
        this.versions = List.of(versions);
    }

    private static Stream<String> named(Enum<?>... calls) {
        return Stream.of(calls).map(Enum::name);
    }

    /** Its libraries, each {@code group:artifact}. */
    List<String> artifacts() {
        return artifacts;
    }

    /** The program, whose arguments are calls; it prints a line for each. */
    Class<?> program() {
        return program;
    }

    /** Every kind of call; an old version may lack some. */
    List<String> calls() {
        return calls;
    }

    /** The versions, oldest first. */
    List<String> versions() {
        return versions;
    }

    @Override
    public String toString() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
