// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.simulator.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class OpenRouterTest {
    private static final String PATH = "/api/v1/chat/completions";
    private static final String MARK = ",'cache_control':{'type':'ephemeral'}";
    private static final String HOUR = ",'cache_control':{'type':'ephemeral','ttl':'1h'}";
    private static final String RULES = "Rule one. ".repeat(900); // 9,000 bytes at 3.6: 2,500 tokens

    private final Simulator simulator = Simulator.start();
    private final Client client = new Client(simulator);

    @AfterEach
    void close() {
        simulator.close();
    }

    @Test
    void writesAndReadsWhatIsMarkedAtClaudesPrices() throws Exception {
        JsonNode first = usage(post(PATH, claude(text(RULES, MARK), "")));
        JsonNode second = usage(post(PATH, claude(text(RULES, MARK), "")));

        assertThat(first.at("/prompt_tokens_details/cache_write_tokens").asInt())
                .isEqualTo(2504);
        assertThat(first.at("/prompt_tokens_details/cached_tokens").asInt()).isZero();
        assertThat(second.at("/prompt_tokens_details/cached_tokens").asInt()).isEqualTo(2504);
        assertThat(second.path("prompt_tokens").asInt()).isGreaterThan(2504); // cached ones included
        assertThat(first.path("cost").asDouble()).isGreaterThan(2504 * 3.75e-6);
        assertThat(second.path("cost").asDouble()).isLessThan(first.path("cost").asDouble());
        assertThat(simulator.bill().total())
                .isEqualByComparingTo(first.path("cost")
                        .decimalValue()
                        .add(second.path("cost").decimalValue()));
    }

    @Test
    void sharesAPrefixWhetherItIsAStringOrAPart() throws Exception {
        post(PATH, claude(text(RULES, MARK), ""));

        assertThat(usage(post(PATH, claude("'" + RULES + "'", MARK)))
                        .at("/prompt_tokens_details/cached_tokens")
                        .asInt())
                .isEqualTo(2504);
    }

    @Test
    void keepsNothingOfAPromptWithoutMarks() throws Exception {
        post(PATH, claude("'" + RULES + "'", ""));

        assertThat(usage(post(PATH, claude("'" + RULES + "'", "")))
                        .at("/prompt_tokens_details/cached_tokens")
                        .asInt())
                .isZero();
    }

    @Test
    void makesABreakpointOfOpenAisOne() throws Exception {
        JsonNode usage = usage(post(PATH, claude(text(RULES, ",'prompt_cache_breakpoint':{'mode':'explicit'}"), "")));

        assertThat(usage.at("/prompt_tokens_details/cache_write_tokens").asInt())
                .isEqualTo(2504);
    }

    @Test
    void refusesAFifthMarkAndALongOneAfterAShortOne() throws Exception {
        String five = text("a", MARK) + text("b", MARK) + text("c", MARK) + text("d", MARK) + text("e", MARK);

        assertThat(post(PATH, claude(five.replace("][", ","), "")).body()).contains("A maximum of 4 blocks");
        assertThat(post(PATH, claude((text("a", MARK) + text("b", HOUR)).replace("][", ","), ""))
                        .body())
                .contains("must not come after");
        assertThat(post(PATH, claude(text("a", ",'cache_control':{'type':'ephemeral','ttl':'2h'}"), ""))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void takesAMarkOnAFunctionAndNoneElsewhere() throws Exception {
        String image = "[{'type':'image_url','image_url':{'url':'https://a/b.png'}" + MARK + "}]";
        String tools = ",'tools':[{'type':'function','function':{'name':'f'}" + MARK + "}]";

        assertThat(post(PATH, claude("'a'", tools)).statusCode()).isEqualTo(200);
        assertThat(post(PATH, claude(image, "")).body())
                .contains("Unknown parameter")
                .contains("cache_control");
    }

    @ParameterizedTest
    @ValueSource(strings = {"'system','content':[{'type':'text','text':'a'%s}]", "'system','content':'a'}]%s,'x':[{"})
    void opensNoDoorToMarksAtOpenAi(String message) throws Exception {
        HttpResponse<String> answer = post(
                "/v1/chat/completions", "{'model':'gpt-4o','messages':[{'role':" + message.formatted(MARK) + "}]}");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("cache_control");
    }

    @Test
    void tellsUsageAndCostOnTheLastChunkUnasked() throws Exception {
        List<String> data = Client.data(post(PATH, claude("'a'", ",'stream':true")));

        assertThat(Json.read(data.get(data.size() - 2)).at("/usage/cost").asDouble())
                .isPositive();
    }

    @Test
    void knowsModelsByTheirMakersAlone() throws Exception {
        assertThat(post(PATH, "{'model':'openai/gpt-4o','messages':[{'role':'user','content':'a'}]}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(post(PATH, "{'model':'gpt-4o','messages':[{'role':'user','content':'a'}]}")
                        .statusCode())
                .isEqualTo(404);
    }

    private HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        return client.post(path, body.replace('\'', '"'), "authorization", "Bearer sk-or-test");
    }

    private static JsonNode usage(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Client.at(answer, "/usage");
    }

    private static String text(String text, String mark) {
        return "[{'type':'text','text':'" + text + "'" + mark + "}]";
    }

    private static String claude(String system, String rest) {
        return "{'model':'anthropic/claude-sonnet-4.5','max_tokens':20,'messages':[{'role':'system','content':" + system
                + "},{'role':'user','content':'Which rule?'}]" + rest + "}";
    }
}
