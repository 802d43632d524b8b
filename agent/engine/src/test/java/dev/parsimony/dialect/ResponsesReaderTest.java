// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.dialect;

import static dev.parsimony.dialect.Samples.event;
import static dev.parsimony.dialect.Samples.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parsimony.exchange.Answer;
import dev.parsimony.exchange.Answer.Ending;
import dev.parsimony.exchange.Json;
import dev.parsimony.exchange.Reading;
import dev.parsimony.exchange.Usage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResponsesReaderTest {
    @Test
    void readsAWholeAnswer() {
        Answer answer = whole(json(Samples.body("responses-answer.json")));

        assertThat(answer.id()).isEqualTo("resp_67ccd2bed1ec8190b14f964abc054267");
        assertThat(answer.model()).isEqualTo("gpt-5.4-mini-2026-03-05");
        assertThat(answer.finishReasons()).containsExactly("completed");
        assertThat(answer.usage()).isEqualTo(Usage.text(176, 1024, 300, 0, 56, 64));
        assertThat(answer.tier()).isEqualTo("flex");
        assertThat(answer.ending()).isEqualTo(Ending.NATURAL);
        assertThat(answer.errorType()).isEmpty();
    }

    @Test
    void readsAStreamFromItsFirstAndLastEvent() {
        Answer answer = Samples.read(new ResponsesReader(Reading.PLAIN), Samples.body("responses-stream.sse"))
                .answer();

        assertThat(answer.id()).isEqualTo("resp_1");
        assertThat(answer.usage()).isEqualTo(Usage.text(37, 0, 0, 0, 11, 0));
        assertThat(answer.tier()).as("the tier used, not the one asked for").isEqualTo("default");
        assertThat(answer.finishReasons()).containsExactly("completed");
        assertThat(answer.ending()).isEqualTo(Ending.NATURAL);
    }

    @Test
    void knowsIdAndModelOfAStreamThatBreaksOff() {
        Answer answer = stream(event(
                "response.created",
                "{'type':'response.created','response':{'id':'resp_9','model':'gpt-5','status':'in_progress'}}"));

        assertThat(answer.id()).isEqualTo("resp_9");
        assertThat(answer.model()).isEqualTo("gpt-5");
        assertThat(answer.ending()).isEqualTo(Ending.OPEN);
    }

    @Test
    void readsEventsThatHaveNoName() {
        String event = "data: {'type':'response.completed','response':{'id':'r','status':'completed'}}\n\n";

        assertThat(stream(event).ending()).isEqualTo(Ending.NATURAL);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "'status':'completed' | NATURAL | completed",
                "'status':'completed','output':[{'type':'message','content':[{'type':'refusal','refusal':'no'}]}] | REFUSED | completed",
                "'status':'incomplete','incomplete_details':{'reason':'max_output_tokens'} | TRUNCATED | max_output_tokens",
                "'status':'incomplete','incomplete_details':{'reason':'content_filter'} | REFUSED | content_filter"
            })
    void knowsHowAnAnswerEnded(String fields, Ending ending, String reason) {
        Answer answer = whole(json("{'id':'r'," + fields + "}"));

        assertThat(answer.ending()).isEqualTo(ending);
        assertThat(answer.finishReasons()).containsExactly(reason);
    }

    @Test
    void leavesAnAnswerOpenThatIsStillMade() {
        assertThat(whole(json("{'id':'r','status':'queued'}")).ending()).isEqualTo(Ending.OPEN);
        assertThat(whole(json("{'id':'r','status':'cancelled'}")).ending()).isEqualTo(Ending.FAILED);
    }

    @Test
    void readsUsageOfAFailedResponse() {
        Answer answer = stream(
                event(
                        "response.failed",
                        "{'type':'response.failed','response':{'id':'r','status':'failed',"
                                + "'error':{'code':'server_error','message':'m'},'usage':{'input_tokens':5,'output_tokens':2}}}"));

        assertThat(answer.errorType()).isEqualTo("server_error");
        assertThat(answer.usage()).isEqualTo(Usage.text(5, 0, 0, 0, 2, 0));
        assertThat(answer.ending()).isEqualTo(Ending.FAILED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "{'type':'error','code':'rate_limit_exceeded','message':'m','param':null} | rate_limit_exceeded",
                "{'type':'error','error':{'type':'invalid_request_error','code':'bad_prompt'}} | bad_prompt",
                "{'error':{'code':'overloaded'}} | overloaded"
            })
    void seesAnErrorInTheStream(String event, String type) {
        Answer answer = stream(event("error", event));

        assertThat(answer.errorType()).isEqualTo(type);
        assertThat(answer.ending()).isEqualTo(Ending.FAILED);
    }

    @Test
    void seesAnErrorInPlaceOfAnAnswer() {
        assertThat(whole(json("{'error':{'type':'invalid_request_error','code':'unsupported_parameter'}}"))
                        .errorType())
                .isEqualTo("unsupported_parameter");
    }

    @Test
    void countsTheProvidersOwnToolsButNotThePagesTheyOpen() {
        assertThat(whole(json("{'status':'completed','usage':{'input_tokens':1,'output_tokens':1},'output':["
                                + "{'type':'web_search_call','action':{'type':'search'}},"
                                + "{'type':'web_search_call','action':{'type':'open_page'}},"
                                + "{'type':'file_search_call'},{'type':'file_search_call'},{'type':'message'}]}"))
                        .usage())
                .isEqualTo(
                        Usage.text(1, 0, 0, 0, 1, 0).withTool("web_search", 1).withTool("file_search", 2));
    }

    @Test
    void takesWritesForTheLifetimeTheAnswerRepeats() {
        assertThat(whole(json("{'status':'completed','prompt_cache_options':{'ttl':'12h'},'usage':{'input_tokens':2000,"
                                + "'input_tokens_details':{'cache_write_tokens':1500},'output_tokens':1}}"))
                        .usage())
                .isEqualTo(Usage.text(500, 0, 0, 1500, 1, 0));
    }

    private static Answer whole(Json body) {
        ResponsesReader reader = new ResponsesReader(Reading.PLAIN);
        reader.whole(body);
        return reader.answer();
    }

    private static Answer stream(String singleQuoted) {
        return Samples.read(new ResponsesReader(Reading.PLAIN), singleQuoted.replace('\'', '"'))
                .answer();
    }
}
