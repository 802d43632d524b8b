// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.endtoend;

import com.acme.caller.Amazon;
import com.acme.caller.Caller;
import com.acme.caller.Chain;
import com.acme.caller.Gemini;
import com.acme.caller.Kind;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The matrix of what is tested end to end: each SDK, the program that makes every kind of call through it, and the versions
 * in which it does, from the oldest that is supported to the newest. The first and the last release of each major version
 * are here and, of long ones, some between.
 */
@SuppressWarnings("ImmutableEnumChecker") // never written to
enum Sdk {
    OPENAI_JAVA(
            Program.of(Caller.class, kinds("OPENAI")),
            Release.of(
                    List.of("com.openai:openai-java"),
                    "1.1.0",
                    "1.6.1",
                    "2.0.0",
                    "2.20.1",
                    "3.0.2",
                    "3.7.1",
                    "4.0.0",
                    "4.49.0",
                    "4.69.2",
                    "4.100.0")),
    ANTHROPIC_JAVA(
            Program.of(Caller.class, kinds("ANTHROPIC")),
            Release.of(
                    List.of("com.anthropic:anthropic-java"),
                    "1.0.0",
                    "1.4.0",
                    "2.0.0",
                    "2.41.1",
                    "2.75.0",
                    "3.0.0",
                    "3.11.0")),
    GOOGLE_GENAI(
            Program.of(Gemini.class, Gemini.values()),
            Release.of(List.of("com.google.genai:google-genai"), "1.8.0", "1.30.0", "1.70.0")),
    AWS_BEDROCK(
            Program.of(Amazon.class, Amazon.values()),
            Release.of(
                    List.of("software.amazon.awssdk:bedrockruntime", "software.amazon.awssdk:url-connection-client"),
                    "2.25.63",
                    "2.40.0",
                    "2.54.14")),
    /** The providers' modules were of other versions than the first release and are than the newest. */
    LANGCHAIN4J(
            Program.of(Chain.class, Chain.values()),
            Stream.of(
                    chain("1.0.0", "1.0.0-beta5", "1.0.0-beta5", "1.0.0-beta5"),
                    chain("1.2.0", "1.2.0", "1.2.0", "1.2.0"),
                    chain("1.8.0", "1.8.0", "1.8.0", "1.8.0"),
                    chain("1.19.0", "1.19.0", "1.18.0", "1.18.1"))),
    /** With one version of Jackson, as Spring Boot sees to; by itself Maven takes two, and streams hang. */
    SPRING_AI_1(
            Program.ofCaller("spring-ai-1.1", "com.acme.caller.Beans", SpringAiIT.Line.SECOND.calls()),
            Stream.of(
                    spring("1.0.0", "2.18.3"),
                    spring("1.0.3", "2.19.0"),
                    spring("1.1.0", "2.19.2"),
                    spring("1.1.8", "2.21.4"))),
    SPRING_AI_2(
            Program.ofCaller("spring-ai-2.0", "com.acme.caller.Beans", SpringAiIT.Line.THIRD.calls()),
            Release.of(
                            List.of(
                                    "org.springframework.ai:spring-ai-openai",
                                    "org.springframework.ai:spring-ai-anthropic",
                                    "org.springframework.ai:spring-ai-ollama"),
                            "2.0.0")
                    // what Jackson 3 needs; the SDKs bring one of Jackson 2 that is older
                    .map(release -> release.with("com.fasterxml.jackson.core:jackson-annotations:2.22"))),
    AZURE_AI_OPENAI(
            Program.ofCaller("azure-openai", "com.acme.caller.Azure", AzureOpenAiIT.CALLS),
            Release.of(List.of("com.azure:azure-ai-openai"), "1.0.0-beta.8", "1.0.0-beta.12", "1.0.0-beta.16"));

    private final Program program;
    private final List<Release> releases;

    Sdk(Program program, Stream<Release> releases) {
        this.program = program;
        this.releases = releases.toList();
    }

    private static Kind[] kinds(String provider) {
        return Stream.of(Kind.values())
                .filter(kind -> kind.name().startsWith(provider))
                .toArray(Kind[]::new);
    }

    private static Release chain(String version, String anthropic, String gemini, String others) {
        String module = "dev.langchain4j:langchain4j-";
        return new Release(
                version,
                List.of(
                        module + "open-ai:" + version,
                        module + "anthropic:" + anthropic,
                        module + "google-ai-gemini:" + gemini,
                        module + "mistral-ai:" + others,
                        module + "ollama:" + others));
    }

    private static Release spring(String version, String jackson) {
        return new Release(
                version,
                List.of(
                        "org.springframework.ai:spring-ai-openai:" + version,
                        "org.springframework.ai:spring-ai-anthropic:" + version,
                        "com.fasterxml.jackson.core:jackson-core:" + jackson));
    }

    /** The application that uses it. */
    Program program() {
        return program;
    }

    /** The versions, oldest first. */
    List<Release> releases() {
        return releases;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
