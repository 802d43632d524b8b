// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.simulator.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The providers' exports of usage and costs. */
class ReportsTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final long MIDNIGHT = Instant.parse("2026-11-20T00:00:00Z").getEpochSecond();
    private static final String CHAT =
            "{\"model\": \"gpt-4o\", \"messages\": [{\"role\": \"user\", \"content\": \"hi\"}]}";
    private static final String MESSAGE = "{\"model\": \"claude-haiku-4-5\", \"max_tokens\": 99,"
            + " \"messages\": [{\"role\": \"user\", \"content\": \"hi\"}]}";

    private final Simulator simulator = Simulator.start(Options.defaults().clock(InstantSource.fixed(NOON)));
    private final Client client = new Client(simulator);

    @AfterEach
    void close() {
        simulator.close();
    }

    @Test
    void openAiCountsTokensByDayAndModel() throws Exception {
        client.chat(CHAT);
        client.chat(CHAT.replace("gpt-4o", "gpt-4.1"));
        simulator.advance(Duration.ofDays(1));
        client.chat(CHAT);

        JsonNode days = openAi("usage/completions?start_time=" + MIDNIGHT + "&group_by=model")
                .path("data");

        assertThat(days).hasSize(2);
        assertThat(days.at("/0/start_time").asLong()).isEqualTo(MIDNIGHT);
        assertThat(days.at("/0/results")).hasSize(2);
        assertThat(days.at("/1/results/0/model").asString()).isEqualTo("gpt-4o");
        assertThat(days.at("/1/results/0/num_model_requests").asInt()).isEqualTo(1);
        assertThat(days.at("/1/results/0/input_tokens").asLong())
                .isEqualTo(simulator.bill().charges().get(2).usage().input());
    }

    @Test
    void openAiTellsCostsByLineItem() throws Exception {
        client.chat(CHAT);

        JsonNode items =
                openAi("costs?start_time=" + MIDNIGHT + "&group_by[]=line_item").at("/data/0/results");

        assertThat(items).hasSize(2);
        assertThat(items.at("/0/line_item").asString()).isEqualTo("gpt-4o, input");
        assertThat(items.at("/0/amount/value")
                        .decimalValue()
                        .add(items.at("/1/amount/value").decimalValue()))
                .isEqualByComparingTo(simulator.bill().total());
    }

    @Test
    void openAiCountsEmbeddingsApart() throws Exception {
        client.post(
                "/v1/embeddings",
                "{\"model\": \"text-embedding-3-small\", \"input\": \"a lamp\"}",
                "authorization",
                "Bearer sk-test");

        String since = "?start_time=" + MIDNIGHT + "&group_by=model";
        assertThat(openAi("usage/embeddings" + since).at("/data/0/results")).hasSize(1);
        assertThat(openAi("usage/completions" + since).at("/data/0/results")).isEmpty();
    }

    @Test
    void openAiGivesPageAfterPage() throws Exception {
        simulator.advance(Duration.ofDays(9));
        JsonNode first = openAi("costs?start_time=" + MIDNIGHT);
        JsonNode second = openAi("costs?start_time=" + MIDNIGHT + "&page="
                + first.path("next_page").asString());

        assertThat(first.path("data")).hasSize(7);
        assertThat(first.path("has_more").asBoolean()).isTrue();
        assertThat(second.path("data")).hasSize(3);
        assertThat(second.path("has_more").asBoolean()).isFalse();
    }

    @Test
    void anthropicCountsTokensByKind() throws Exception {
        client.messages(MESSAGE);

        JsonNode result = anthropic("usage_report/messages?starting_at=2026-11-20T00:00:00Z&group_by[]=model")
                .at("/data/0/results/0");

        var usage = simulator.bill().charges().get(0).usage();
        assertThat(result.path("model").asString()).isEqualTo("claude-haiku-4-5");
        assertThat(result.path("uncached_input_tokens").asLong()).isEqualTo(usage.uncached());
        assertThat(result.at("/cache_creation/ephemeral_5m_input_tokens").asLong())
                .isZero();
        assertThat(result.path("output_tokens").asLong()).isEqualTo(usage.output());
    }

    @Test
    void anthropicTellsCostsAsTextInCents() throws Exception {
        client.messages(MESSAGE);

        JsonNode results =
                anthropic("cost_report?starting_at=2026-11-20T00:00:00Z").at("/data/0/results");

        assertThat(new BigDecimal(results.at("/0/amount").asString()))
                .isEqualByComparingTo(simulator.bill().total().movePointRight(2));
        assertThat(anthropic("cost_report?starting_at=2026-11-20T00:00:00Z&group_by[]=description")
                        .at("/data/0/results/0/token_type")
                        .asString())
                .isEqualTo("uncached_input_tokens");
    }

    @Test
    void refusesAReportOfNoTime() throws Exception {
        assertThat(client.send("GET", "/v1/organization/costs", "", "authorization", "Bearer sk-admin")
                        .statusCode())
                .isEqualTo(400);
        assertThat(client.send(
                                "GET",
                                "/v1/organizations/cost_report?starting_at=yesterday",
                                "",
                                "x-api-key",
                                "sk-ant-admin",
                                "anthropic-version",
                                "2023-06-01")
                        .statusCode())
                .isEqualTo(400);
    }

    private JsonNode openAi(String what) throws IOException, InterruptedException {
        HttpResponse<String> response = client.send(
                "GET",
                "/v1/organization/" + what.replace("[", "%5B").replace("]", "%5D"),
                "",
                "authorization",
                "Bearer sk-admin");
        return Json.read(response.body());
    }

    private JsonNode anthropic(String what) throws IOException, InterruptedException {
        HttpResponse<String> response = client.send(
                "GET",
                "/v1/organizations/" + what.replace("[", "%5B").replace("]", "%5D"),
                "",
                "x-api-key",
                "sk-ant-admin",
                "anthropic-version",
                "2023-06-01");
        return Json.read(response.body());
    }
}
