// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.dialect;

import static dev.parsimony.dialect.Samples.json;
import static dev.parsimony.dialect.Samples.made;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parsimony.exchange.Answer;
import dev.parsimony.exchange.Answer.Ending;
import dev.parsimony.exchange.AnswerReader;
import dev.parsimony.exchange.Lens;
import dev.parsimony.exchange.Usage;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OllamaTest {
    private static final String CHAT = "{'model':'qwen3:8b','messages':[{'role':'system','content':'Be brief.'},"
            + "{'role':'user','content':'What is this?','images':['iVBORw0KGgo=']}],"
            + "'tools':[{'type':'function','function':{'name':'look'}}],'format':'json','think':'high','keep_alive':'5m',"
            + "'options':{'temperature':0.2,'top_p':0.9,'top_k':40,'seed':7,'stop':['END'],'num_predict':800}}";

    @Test
    void readsWhatRulesAskFor() {
        Lens lens = chat(CHAT);

        assertThat(lens.model()).isEqualTo("qwen3:8b");
        assertThat(lens.cap()).hasValue(800);
        assertThat(lens.temperature()).hasValue(0.2);
        assertThat(lens.messages()).isEqualTo(1);
        assertThat(lens.usesTools()).isTrue();
        assertThat(lens.hasImages()).isTrue();
        assertThat(lens.wantsJson()).isTrue();
        assertThat(lens.systemText()).isEqualTo("Be brief.");
        assertThat(lens.lastUserText()).isEqualTo("What is this?");
        assertThat(lens.promptBytes()).isEqualTo(68);
        assertThat(lens.whyNotReusable()).isEmpty();
    }

    @Test
    void readsTheOtherSettings() {
        var parameters = chat(CHAT).parameters();

        assertThat(parameters.topP()).hasValue(0.9);
        assertThat(parameters.topK()).hasValue(40);
        assertThat(parameters.seed()).hasValue(7);
        assertThat(parameters.stops()).containsExactly("END");
        assertThat(parameters.outputType()).isEqualTo("json");
        assertThat(parameters.reasoning()).isEqualTo("high");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {} | true
            {'stream':null} | true
            {'stream':true} | true
            {'stream':false} | false
            """)
    void streamsUnlessToldOtherwise(String request, boolean streamed) {
        assertThat(chat(request).streamed()).isEqualTo(streamed);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {'model':'m'} | {'model':'m','options':{'num_predict':100}}
            {'model':'m','options':null} | {'model':'m','options':{'num_predict':100}}
            {'options':{}} | {'options':{'num_predict':100}}
            {'options':{'seed':1}} | {'options':{'seed':1,'num_predict':100}}
            {'options':{'num_predict':-1}} | {'options':{'num_predict':100}}
            {'options':{'num_predict':null}} | {'options':{'num_predict':100}}
            {'options':{'num_predict':500}} | {'options':{'num_predict':100}}
            {'options':{'num_predict':50}} | {'options':{'num_predict':50}}
            {'options':[]} | cap_unreadable
            """)
    void lowersTheCapAmongTheOptions(String request, String capped) {
        assertThat(made(request, chat(request).withCap(100, "m"))).isEqualTo(capped);
    }

    @Test
    void namesAnotherModel() {
        assertThat(made("{'model':'qwen3:8b'}", chat("{'model':'qwen3:8b'}").withModel("qwen3:4b")))
                .isEqualTo("{'model':'qwen3:4b'}");
    }

    @Test
    void readsAPromptAsTheUsersText() {
        Lens lens = lens("ollama.generate", "{'model':'m','prompt':'Why?','system':'Be brief.','images':['aGk=']}");

        assertThat(lens.lastUserText()).isEqualTo("Why?");
        assertThat(lens.systemText()).isEqualTo("Be brief.");
        assertThat(lens.messages()).isEqualTo(1);
        assertThat(lens.hasImages()).isTrue();
        assertThat(lens.promptBytes()).isEqualTo(13);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ollama.chat | {'model':'m','messages':[],'keep_alive':0} | loads_model
            ollama.generate | {'model':'m','prompt':''} | loads_model
            ollama.generate | {'model':'m','prompt':'Why?','logprobs':true} | logprobs
            """)
    void saysWhyAnAnswerMustNotBeReused(String dialect, String request, String reason) {
        assertThat(lens(dialect, request).whyNotReusable()).hasValue(reason);
    }

    @Test
    void readsTextsToEmbedInBothForms() {
        assertThat(lens("ollama.embed", "{'model':'m','input':['one','two'],'dimensions':256}")
                        .messages())
                .isEqualTo(2);
        assertThat(lens("ollama.embeddings", "{'model':'m','prompt':'one'}").lastUserText())
                .isEqualTo("one");
    }

    @Test
    void readsAWholeAnswer() {
        AnswerReader reader = new OllamaReader();
        reader.whole(json("{'model':'qwen3:8b','created_at':'2026-11-21T08:00:00Z','message':{'role':'assistant',"
                + "'content':'A lamp.'},'done':true,'done_reason':'stop','total_duration':9,'prompt_eval_count':26,"
                + "'eval_count':5}"));

        assertThat(reader.answer().model()).isEqualTo("qwen3:8b");
        assertThat(reader.answer().usage()).isEqualTo(Usage.text(26, 0, 0, 0, 5, 0));
        assertThat(reader.answer().finishReasons()).containsExactly("stop");
        assertThat(reader.answer().ending()).isEqualTo(Ending.NATURAL);
    }

    @Test
    void readsAStreamOfLines() {
        AnswerReader reader = Samples.readLines(
                new OllamaReader(),
                "{'model':'m','message':{'role':'assistant','content':'A'},'done':false}",
                "{'model':'m','message':{'role':'assistant','content':' lamp'},'done':false}",
                "{'model':'m','message':{'content':''},'done':true,'done_reason':'length','total_duration':9,"
                        + "'prompt_eval_count':26,'eval_count':2}");

        assertThat(reader.isOver()).isTrue();
        assertThat(reader.answer().usage()).isEqualTo(Usage.text(26, 0, 0, 0, 2, 0));
        assertThat(reader.answer().ending()).isEqualTo(Ending.TRUNCATED);
    }

    @Test
    void seesAnErrorInAStream() {
        Answer answer = Samples.readLines(
                        new OllamaReader(), "{'model':'m','done':false}", "{'error':'an error was encountered'}")
                .answer();

        assertThat(answer.ending()).isEqualTo(Ending.FAILED);
        assertThat(answer.errorType()).isEqualTo("error");
    }

    @Test
    void countsNothingWhereThePromptWasNotCounted() {
        AnswerReader reader = new OllamaReader();
        reader.whole(json("{'model':'m','done':true,'total_duration':9,'eval_count':5}"));

        assertThat(reader.answer().usage()).isNull();
        assertThat(reader.answer().ending()).isEqualTo(Ending.NATURAL);
    }

    @Test
    void readsVectorsInBothForms() {
        OllamaVectors several = new OllamaVectors();
        several.whole(json("{'model':'m','embeddings':[[0.1,0.2]],'prompt_eval_count':8}"));
        OllamaVectors one = new OllamaVectors();
        one.whole(json("{'embedding':[0.1,0.2]}"));

        assertThat(several.answer().usage()).isEqualTo(Usage.text(8, 0, 0, 0, 0, 0));
        assertThat(several.answer().ending()).isEqualTo(Ending.NATURAL);
        assertThat(one.answer().usage()).isNull();
        assertThat(one.answer().ending()).isEqualTo(Ending.NATURAL);
    }

    private static Lens chat(String request) {
        return lens("ollama.chat", request);
    }

    private static Lens lens(String dialect, String request) {
        return Samples.lens(dialect, request.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }
}
