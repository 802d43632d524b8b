// SPDX-License-Identifier: Apache-2.0
package com.acme.caller;

import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;
import org.springframework.web.reactive.function.client.WebClient;

/** An application that asks its neighbours for this and that over Spring's own clients, and has no other library. */
public enum Springs {
    /** As it is by default, over the oldest client of the JDK. */
    REST_TEMPLATE {
        @Override
        String ask(String url) {
            return String.valueOf(
                    new RestTemplate().getForEntity(url, String.class).getStatusCode());
        }

        @Override
        String order(String url, String body) {
            HttpHeaders headers = new HttpHeaders();
            headers.setContentType(MediaType.APPLICATION_JSON);
            headers.setBearerAuth(KEY);
            return String.valueOf(new RestTemplate().postForObject(url, new HttpEntity<>(body, headers), String.class));
        }
    },
    /** Over the same. */
    REST_CLIENT {
        @Override
        String ask(String url) {
            return String.valueOf(
                    client().get().uri(url).retrieve().toBodilessEntity().getStatusCode());
        }

        @Override
        String order(String url, String body) {
            return String.valueOf(client().post()
                    .uri(url)
                    .contentType(MediaType.APPLICATION_JSON)
                    .headers(headers -> headers.setBearerAuth(KEY))
                    .body(body)
                    .retrieve()
                    .body(String.class));
        }

        private RestClient client() {
            return RestClient.builder()
                    .requestFactory(new SimpleClientHttpRequestFactory())
                    .build();
        }
    },
    /** Over the newest client of the JDK, which has a door of its own. */
    WEB_CLIENT {
        @Override
        String ask(String url) {
            return String.valueOf(WebClient.create()
                    .get()
                    .uri(url)
                    .retrieve()
                    .toBodilessEntity()
                    .map(answer -> answer.getStatusCode())
                    .block());
        }

        @Override
        String order(String url, String body) {
            return String.valueOf(WebClient.create()
                    .post()
                    .uri(url)
                    .contentType(MediaType.APPLICATION_JSON)
                    .headers(headers -> headers.setBearerAuth(KEY))
                    .bodyValue(body)
                    .retrieve()
                    .bodyToMono(String.class)
                    .block());
        }
    };

    private static final String KEY = "sk-secret-of-openai";
    private static final String CHAT = """
            {"model": "gpt-4.1", "messages": [{"role": "user", "content": "How long may I return a lamp?"}]}""";

    abstract String ask(String url);

    abstract String order(String url, String body);

    /**
     * Asks for health, by each client, then calls a model.
     *
     * @param args the base URL of the model's, and names of values that it is called with
     */
    public static void main(String[] args) {
        String health = args[0].replace("/v1", "/health");
        for (Springs client : values()) {
            System.out.println(client + " " + answered(() -> client.ask(health)));
        }
        Stream.of(args)
                .skip(1)
                .map(Springs::valueOf)
                .forEach(
                        client -> System.out.println(client + " " + client.order(args[0] + "/chat/completions", CHAT)));
        System.exit(0);
    }

    private static String answered(Supplier<String> asked) {
        try {
            return asked.get();
        } catch (RuntimeException refused) {
            return refused.getClass().getSimpleName();
        }
    }
}
