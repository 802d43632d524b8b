// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.instrumentation.langchain4j;

/** LangChain4j's default client, on the JDK's own; {@code dev.langchain4j:langchain4j-http-client-jdk}. */
public final class JdkTransport implements Transport {
    /** Made by the service loader. */
    public JdkTransport() {}

    @Override
    public String name() {
        return "langchain4j-http-client-jdk";
    }

    @Override
    public String client() {
        return "dev.langchain4j.http.client.jdk.JdkHttpClient";
    }
}
