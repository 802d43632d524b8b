// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.dialect;

import static dev.parsimony.dialect.Samples.event;
import static dev.parsimony.dialect.Samples.json;
import static dev.parsimony.dialect.Samples.made;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parsimony.exchange.Answer.Ending;
import dev.parsimony.exchange.AnswerReader;
import dev.parsimony.exchange.Lens;
import dev.parsimony.exchange.Usage;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CohereTest {
    private static final String CHAT =
            "{'model':'command-a-03-2025','messages':[{'role':'system','content':'Be brief.'},"
                    + "{'role':'user','content':[{'type':'text','text':'Which lamp?'}]}],'max_tokens':500,'temperature':0.3,"
                    + "'p':0.8,'k':20,'seed':3,'stop_sequences':['END'],'response_format':{'type':'json_object'},"
                    + "'documents':[{'data':{'text':'Lamps are bright.'}}],'thinking':{'type':'enabled','token_budget':200}}";

    @Test
    void readsWhatRulesAskFor() {
        Lens lens = new CohereLens(json(CHAT).root());

        assertThat(lens.model()).isEqualTo("command-a-03-2025");
        assertThat(lens.streamed()).isFalse();
        assertThat(lens.cap()).hasValue(500);
        assertThat(lens.temperature()).hasValue(0.3);
        assertThat(lens.messages()).isEqualTo(1);
        assertThat(lens.systemText()).isEqualTo("Be brief.");
        assertThat(lens.lastUserText()).isEqualTo("Which lamp?");
        assertThat(lens.wantsJson()).isTrue();
        assertThat(lens.blocks()).hasSize(3);
        assertThat(lens.parameters().topP()).hasValue(0.8);
        assertThat(lens.parameters().topK()).hasValue(20);
        assertThat(lens.parameters().stops()).containsExactly("END");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {'model':'m'} | {'model':'m','max_tokens':100}
            {'max_tokens':500} | {'max_tokens':100}
            {'max_tokens':50} | {'max_tokens':50}
            {'thinking':{'token_budget':200}} | below_thinking_budget
            """)
    void lowersTheCap(String request, String capped) {
        assertThat(made(request, new CohereLens(json(request).root()).withCap(100, "m")))
                .isEqualTo(capped);
    }

    @Test
    void countsWhatIsBilledAndNotWhatIsRead() {
        AnswerReader reader = new CohereReader();
        reader.whole(
                json(
                        "{'id':'c1','finish_reason':'COMPLETE','message':{'role':'assistant','content':[]},'usage':"
                                + "{'billed_units':{'input_tokens':5,'output_tokens':418},'tokens':{'input_tokens':71,'output_tokens':420}}}"));

        assertThat(reader.answer().id()).isEqualTo("c1");
        assertThat(reader.answer().usage()).isEqualTo(Usage.text(5, 0, 0, 0, 418, 0));
        assertThat(reader.answer().ending()).isEqualTo(Ending.NATURAL);
    }

    @Test
    void readsAStream() {
        AnswerReader reader = Samples.read(
                new CohereReader(),
                event("message-start", "{'id':'c1','type':'message-start','delta':{'message':{'role':'assistant'}}}")
                        + event("content-delta", "{'type':'content-delta','index':0,'delta':{'message':{}}}")
                        + event(
                                "message-end",
                                "{'type':'message-end','delta':{'finish_reason':'MAX_TOKENS','usage':{'billed_units':"
                                        + "{'input_tokens':5,'output_tokens':2},'tokens':{'input_tokens':71,'output_tokens':2}}}}")
                        + "data: [DONE]\n\n");

        assertThat(reader.isOver()).isTrue();
        assertThat(reader.answer().id()).isEqualTo("c1");
        assertThat(reader.answer().usage()).isEqualTo(Usage.text(5, 0, 0, 0, 2, 0));
        assertThat(reader.answer().finishReasons()).containsExactly("MAX_TOKENS");
        assertThat(reader.answer().ending()).isEqualTo(Ending.TRUNCATED);
    }

    @Test
    void readsTextsToEmbed() {
        Lens lens = Samples.lens(
                "cohere.embed",
                "{\"model\":\"embed-v4.0\",\"texts\":[\"one\",\"two\"],\"output_dimension\":512,\"embedding_types\":[\"float\"]}"
                        .getBytes(StandardCharsets.UTF_8));

        assertThat(lens.messages()).isEqualTo(2);
        assertThat(lens.lastUserText()).isEqualTo("two");
        assertThat(lens.parameters().dimensions()).hasValue(512);
        assertThat(lens.parameters().encodings()).containsExactly("float");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {'id':'e1','embeddings':{'float':[[0.1]]},'meta':{'billed_units':{'input_tokens':4}}} | 4
            {'id':'e1','embeddings':[[0.1]],'meta':{'api_version':{'version':'1'},'billed_units':{'input_tokens':4}}} | 4
            {'id':'e1','embeddings':{'float':[[0.1]]},'meta':{'billed_units':{'input_tokens':4,'images':1}}} | -1
            """)
    void readsVectorsOfBothVersionsAndCountsNoImages(String answer, long input) {
        CohereVectors reader = new CohereVectors();
        reader.whole(json(answer));

        assertThat(reader.answer().ending()).isEqualTo(Ending.NATURAL);
        assertThat(reader.answer().reported().map(Usage::totalInput).orElse(-1L))
                .isEqualTo(input);
    }
}
