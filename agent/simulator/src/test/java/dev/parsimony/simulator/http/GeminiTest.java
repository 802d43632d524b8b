// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.simulator.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Gemini's API: what it answers, streams, refuses and bills. */
class GeminiTest {

    private static final String PATH = "/v1beta/models/gemini-2.5-flash-lite";
    private static final String THINKING = "/v1beta/models/gemini-2.5-flash";
    private static final String ASK = "{'contents':[{'role':'user','parts':[{'text':'hi'}]}]}";

    private final Simulator simulator = Simulator.start();
    private final Client client = new Client(simulator);

    @AfterEach
    void close() {
        simulator.close();
    }

    private HttpResponse<String> post(String path, String singleQuoted) throws IOException, InterruptedException {
        return client.post(path, singleQuoted.replace('\'', '"'), "x-goog-api-key", "key");
    }

    private static String text(HttpResponse<String> response) {
        return Client.at(response, "/candidates/0/content/parts/0/text").asString("");
    }

    private static int count(HttpResponse<String> response, String name) {
        return Client.at(response, "/usageMetadata/" + name).asInt(-1);
    }

    @Test
    void answersTheSameRequestTheSame() throws IOException, InterruptedException {
        HttpResponse<String> response = post(PATH + ":generateContent", ASK);

        assertThat(text(response)).isNotBlank().isEqualTo(text(post(PATH + ":generateContent", ASK)));
        assertThat(Client.at(response, "/candidates/0/finishReason").asString()).isEqualTo("STOP");
        assertThat(Client.at(response, "/modelVersion").asString()).isEqualTo("gemini-2.5-flash-lite");
        assertThat(count(response, "totalTokenCount"))
                .isEqualTo(count(response, "promptTokenCount") + count(response, "candidatesTokenCount"));
    }

    @Test
    void readsFieldsUnderBothNames() throws IOException, InterruptedException {
        String camel = "{'systemInstruction':{'parts':{'text':'be brief'}},'contents':{'parts':{'text':'hi'}},"
                + "'generationConfig':{'maxOutputTokens':5}}";

        HttpResponse<String> response = post(PATH + ":generateContent", camel);

        assertThat(text(post(
                        PATH + ":generateContent",
                        camel.replace("systemI", "system_i")
                                .replace("nC", "n_c")
                                .replace("maxOutputTokens", "max_output_tokens"))))
                .isEqualTo(text(response));
        assertThat(Client.at(response, "/candidates/0/finishReason").asString()).isEqualTo("MAX_TOKENS");
        assertThat(count(response, "candidatesTokenCount")).isEqualTo(5);
    }

    @Test
    void thinksAndCountsItsThoughtsApart() throws IOException, InterruptedException {
        HttpResponse<String> response = post(THINKING + ":generateContent", ASK);

        assertThat(count(response, "thoughtsTokenCount")).isPositive();
        assertThat(count(response, "totalTokenCount"))
                .isEqualTo(count(response, "promptTokenCount")
                        + count(response, "candidatesTokenCount")
                        + count(response, "thoughtsTokenCount"));
        assertThat(count(
                        post(
                                THINKING + ":generateContent",
                                ASK.replace(
                                        "{'contents'",
                                        "{'generationConfig':{'thinkingConfig':{'thinkingBudget':0}},'contents'")),
                        "thoughtsTokenCount"))
                .isNegative();
    }

    @Test
    void streamsAnswersThatEachTellTheCountsSoFar() throws IOException, InterruptedException {
        HttpResponse<String> whole = post(THINKING + ":generateContent", ASK);

        HttpResponse<String> stream = post(THINKING + ":streamGenerateContent?alt=sse", ASK);

        List<JsonNode> answers = Client.data(stream).stream().map(Json::read).toList();
        assertThat(stream.headers().firstValue("content-type").orElse("")).startsWith("text/event-stream");
        assertThat(answers).hasSizeGreaterThan(1);
        assertThat(joined(answers)).isEqualTo(text(whole));
        assertThat(answers)
                .extracting(answer ->
                        answer.at("/usageMetadata/candidatesTokenCount").asInt())
                .isSorted();
        JsonNode last = answers.get(answers.size() - 1);
        assertThat(last.at("/usageMetadata")).isEqualTo(Client.at(whole, "/usageMetadata"));
        assertThat(last.at("/candidates/0/finishReason").asString()).isEqualTo("STOP");
    }

    @Test
    void sendsTheSameAnswersAsAnArrayWhereNoEventsAreAskedFor() throws IOException, InterruptedException {
        HttpResponse<String> stream = post(THINKING + ":streamGenerateContent", ASK);

        List<JsonNode> answers = Json.read(stream.body()).valueStream().toList();
        assertThat(stream.headers().firstValue("content-type").orElse("")).startsWith("application/json");
        assertThat(joined(answers)).isEqualTo(text(post(THINKING + ":generateContent", ASK)));
    }

    private static String joined(List<JsonNode> answers) {
        StringBuilder text = new StringBuilder();
        answers.forEach(answer ->
                text.append(answer.at("/candidates/0/content/parts/0/text").asString("")));
        return text.toString();
    }

    @Test
    void callsAToolWhenForcedTo() throws IOException, InterruptedException {
        String tools = "{'tools':[{'functionDeclarations':[{'name':'find','parameters':{'type':'OBJECT','properties':"
                + "{'count':{'type':'INTEGER'}}}}]}],'toolConfig':{'functionCallingConfig':{'mode':'ANY'}},'contents'";

        JsonNode call = Client.at(
                post(PATH + ":generateContent", ASK.replace("{'contents'", tools)),
                "/candidates/0/content/parts/0/functionCall");

        assertThat(call).hasToString("{\"name\":\"find\",\"args\":{\"count\":1}}");
    }

    @Test
    void fillsASchemaThatIsWanted() throws IOException, InterruptedException {
        String config = "{'generationConfig':{'responseMimeType':'application/json','responseSchema':"
                + "{'type':'OBJECT','properties':{'kind':{'type':'STRING'}}}},'contents'";

        assertThat(text(post(PATH + ":generateContent", ASK.replace("{'contents'", config))))
                .isEqualTo("{\"kind\":\"sample\"}");
    }

    @Test
    void saysWhatWasBlocked() throws IOException, InterruptedException {
        simulator.script().add(Answer.text("no").finish(Answer.Finish.FILTER));
        simulator.script().add(Answer.refusal("no"));

        HttpResponse<String> blocked = post(PATH + ":generateContent", ASK);
        HttpResponse<String> refused = post(PATH + ":generateContent", ASK);

        assertThat(Client.at(blocked, "/promptFeedback/blockReason").asString()).isEqualTo("PROHIBITED_CONTENT");
        assertThat(Client.at(blocked, "/candidates").isMissingNode()).isTrue();
        assertThat(Client.at(refused, "/candidates/0/finishReason").asString()).isEqualTo("SAFETY");
    }

    @Test
    void readsALongPrefixFromItsCacheAndChargesLessForIt() throws IOException, InterruptedException {
        String rules = "We take lamps back within sixty days. ".repeat(200);
        String ask =
                "{'systemInstruction':{'parts':[{'text':'" + rules + "'}]},'contents':[{'parts':[{'text':'%s'}]}]}";

        HttpResponse<String> first = post(PATH + ":generateContent", ask.formatted("a lamp?"));
        HttpResponse<String> second = post(PATH + ":generateContent", ask.formatted("a chair?"));

        assertThat(count(first, "cachedContentTokenCount")).isNegative();
        int read = count(second, "cachedContentTokenCount");
        assertThat(read).isGreaterThanOrEqualTo(1024).isLessThan(count(second, "promptTokenCount"));
        assertThat(simulator.bill().charges().get(1).usage().read()).isEqualTo(read);
    }

    @Test
    void billsThoughtsLikeTheRest() throws IOException, InterruptedException {
        simulator.script().add(Answer.text("yes").reasoningTokens(900).outputTokens(1000));

        HttpResponse<String> response = post(THINKING + ":generateContent", ASK);

        BigDecimal input = new BigDecimal("0.0000003").multiply(new BigDecimal(count(response, "promptTokenCount")));
        assertThat(simulator.bill().total()).isEqualByComparingTo(input.add(new BigDecimal("0.0025")));
    }

    @Test
    void embedsOneContentAndSeveral() throws IOException, InterruptedException {
        String one = "{'content':{'parts':[{'text':'a lamp'}]},'outputDimensionality':8}";
        HttpResponse<String> single = post("/v1beta/models/gemini-embedding-2:embedContent", one);
        HttpResponse<String> batch = post(
                "/v1beta/models/gemini-embedding-2:batchEmbedContents",
                "{'requests':[" + one.replace("{'content'", "{'model':'models/gemini-embedding-2','content'") + "]}");

        assertThat(Client.at(single, "/embedding/values").size()).isEqualTo(8);
        assertThat(Client.at(batch, "/embeddings/0/values")).isEqualTo(Client.at(single, "/embedding/values"));
        assertThat(count(single, "promptTokenCount")).isPositive();
        assertThat(post("/v1beta/models/gemini-embedding-001:embedContent", one).body())
                .doesNotContain("usageMetadata");
    }

    @Test
    void countsTokens() throws IOException, InterruptedException {
        int tokens = count(post(PATH + ":generateContent", ASK), "promptTokenCount");

        assertThat(Client.at(post(PATH + ":countTokens", ASK), "/totalTokens").asInt())
                .isEqualTo(tokens);
        assertThat(Client.at(post(PATH + ":countTokens", "{'generateContentRequest':" + ASK + "}"), "/totalTokens")
                        .asInt())
                .isEqualTo(tokens);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1beta/models/gpt-4o", "/v1beta/models/gemini-0.1", "/v1beta/models/gemini-embedding-2"})
    void knowsNoOtherModels(String model) throws IOException, InterruptedException {
        HttpResponse<String> response = post(model + ":generateContent", ASK);

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(Client.at(response, "/error/status").asString()).isEqualTo("NOT_FOUND");
        assertThat(simulator.bill().total()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'contents':[{'parts':[{'text':'hi'}]}],'labels':{}} | Unknown name \"labels\": Cannot find field",
                "{'contents':[{'parts':[{'text':'hi'}]}],'generationConfig':{'maxTokens':1}} | Unknown name \"maxTokens\" at 'generation_config'",
                "{'contents':[]} | contents is not specified",
                "{'contents':[{'role':'assistant','parts':[{'text':'hi'}]}]} | valid role: user, model",
                "{'contents':[{'parts':[{'text':'hi'}]}],'generationConfig':{'maxOutputTokens':'many'}} | Invalid value at 'generation_config.max_output_tokens'",
                "{'contents':[{'parts':[{'text':'hi'}]}],'generationConfig':{'maxOutputTokens':70000}} | maxOutputTokens value of 70000",
                "{'contents':[{'parts':[{'text':'hi'}]}],'generationConfig':{'temperature':3}} | out of range",
                "{'contents':[{'parts':[{'text':'hi'}]}],'generationConfig':{'thinkingConfig':{'thinkingLevel':'LOW'}}} | not supported for this model",
                "{'contents':[{'parts':[{'text':'hi'}]}],'generationConfig':{'thinkingConfig':{'thinkingBudget':99999}}} | between 0 and 24576",
                "{'contents' | Invalid JSON payload"
            })
    void refusesAsGoogleDoes(String request, String words) throws IOException, InterruptedException {
        HttpResponse<String> response = post(THINKING + ":generateContent", request);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(Client.at(response, "/error/status").asString()).isEqualTo("INVALID_ARGUMENT");
        assertThat(Client.at(response, "/error/code").asInt()).isEqualTo(400);
        assertThat(Client.at(response, "/error/message").asString()).contains(words);
    }

    @Test
    void takesLabelsAtVertex() throws IOException, InterruptedException {
        HttpResponse<String> response = client.post(
                "/v1/projects/p/locations/l/publishers/google/models/gemini-2.5-flash:generateContent",
                ASK.replace("{'contents'", "{'labels':{'team':'a'},'contents'").replace('\'', '"'),
                "authorization",
                "Bearer token");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(Client.at(response, "/usageMetadata/trafficType").asString()).isEqualTo("ON_DEMAND");
    }

    @Test
    void wantsTheSignaturesOfCallsBack() throws IOException, InterruptedException {
        String turn = "{'contents':[{'role':'user','parts':[{'text':'find it'}]},{'role':'model','parts':"
                + "[{'functionCall':{'name':'f','args':{}}%s}]},{'role':'user','parts':[{'functionResponse':"
                + "{'name':'f','response':{}}}]}]}";
        String path = "/v1beta/models/gemini-3.8-flash:generateContent";

        assertThat(post(path, turn.formatted("")).statusCode()).isEqualTo(400);
        assertThat(post(path, turn.formatted(",'thoughtSignature':'c2k='")).statusCode())
                .isEqualTo(200);
        assertThat(post(THINKING + ":generateContent", turn.formatted("")).statusCode())
                .isEqualTo(200);
    }

    @Test
    void wantsAKeyInHeaderOrQuery() throws IOException, InterruptedException {
        String ask = ASK.replace('\'', '"');

        assertThat(client.post(PATH + ":generateContent", ask).statusCode()).isEqualTo(403);
        assertThat(client.post(PATH + ":generateContent?key=mine", ask).statusCode())
                .isEqualTo(200);
        HttpResponse<String> invalid = client.post(PATH + ":generateContent", ask, "x-goog-api-key", "invalid");
        assertThat(invalid.statusCode()).isEqualTo(400);
        assertThat(Client.at(invalid, "/error/details/0/reason").asString()).isEqualTo("API_KEY_INVALID");
    }

    @Test
    void failsInTheMiddleOfAStreamInGooglesWords() throws IOException, InterruptedException {
        simulator.faults().add(Fault.next(new Fault.Fail(1)));
        simulator.faults().add(Fault.next(new Fault.Fail(1)));

        HttpResponse<String> events = post(PATH + ":streamGenerateContent?alt=sse", ASK);
        HttpResponse<String> array = post(PATH + ":streamGenerateContent", ASK);

        assertThat(Json.read(Client.data(events).get(1)).at("/error/status").asString())
                .isEqualTo("UNAVAILABLE");
        assertThat(Json.read(array.body()).at("/1/error/code").asInt()).isEqualTo(503);
    }

    @ParameterizedTest
    @CsvSource({"401, UNAUTHENTICATED", "403, PERMISSION_DENIED", "429, RESOURCE_EXHAUSTED", "500, INTERNAL"})
    void refusesWithGooglesStatus(int status, String word) throws IOException, InterruptedException {
        simulator.faults().add(Fault.next(Fault.Effect.status(status)));

        assertThat(Client.at(post(PATH + ":generateContent", ASK), "/error/status")
                        .asString())
                .isEqualTo(word);
    }
}
