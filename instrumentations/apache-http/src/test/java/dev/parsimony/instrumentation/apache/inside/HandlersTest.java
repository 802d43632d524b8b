// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.instrumentation.apache.inside;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.core5.http.message.BasicHeader;
import org.junit.jupiter.api.Test;

class HandlersTest {
    @Test
    void areTheClientsOwnUnlessToldOtherwise() throws IOException {
        try (CloseableHttpClient usual = HttpClients.createDefault();
                CloseableHttpClient keyed = HttpClients.custom()
                        .setDefaultHeaders(List.of(new BasicHeader("Authorization", "Bearer key")))
                        .build()) {
            assertThat(Handlers.areOwn(usual)).isTrue();
            assertThat(Handlers.areOwn(keyed)).isTrue();
        }
    }

    @Test
    void areNotWhereTheApplicationHasAnInterceptorAmongThem() throws IOException {
        try (CloseableHttpClient first = HttpClients.custom()
                        .addRequestInterceptorFirst(
                                (request, entity, context) -> request.setHeader("Authorization", "Bearer other"))
                        .build();
                CloseableHttpClient around = HttpClients.custom()
                        .addExecInterceptorFirst("own", (request, scope, chain) -> chain.proceed(request, scope))
                        .build()) {
            assertThat(Handlers.areOwn(first)).isFalse();
            assertThat(Handlers.areOwn(around)).isFalse();
        }
    }

    @Test
    void areNotWhereThatCannotBeSeen() {
        assertThat(Handlers.areOwn("another client")).isFalse();
    }
}
