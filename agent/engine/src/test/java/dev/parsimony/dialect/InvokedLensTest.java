// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parsimony.exchange.Change;
import dev.parsimony.exchange.Lens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InvokedLensTest {
    private static final String PATH = "/model/us.anthropic.claude-sonnet-4-5-20250929-v1:0/invoke";
    private static final String REQUEST = """
            {'anthropic_version':'bedrock-2023-05-31','max_tokens':500,'system':[{'type':'text','text':'Be terse.'}],'messages':[{'role':'user','content':'Hello'}]}""";

    @Test
    void readsTheBodyAsAnthropicsAndTheRestFromThePath() {
        Lens lens = lens(PATH + "-with-response-stream", REQUEST);

        assertThat(lens.model()).isEqualTo("us.anthropic.claude-sonnet-4-5-20250929-v1:0");
        assertThat(lens.streamed()).isTrue();
        assertThat(lens(PATH, REQUEST).streamed()).isFalse();
        assertThat(lens.cap()).hasValue(500);
        assertThat(lens.systemText()).isEqualTo("Be terse.");
        assertThat(lens.lastUserText()).isEqualTo("Hello");
    }

    @Test
    void changesTheBodyAsAnthropics() {
        Lens lens = lens(PATH, REQUEST);

        assertThat(Samples.made(REQUEST, lens.withCap(100, ""))).isEqualTo(REQUEST.replace("500", "100"));
        assertThat(Samples.made(REQUEST, lens.withMark(lens.blocks().get(0), false)))
                .contains("'text':'Be terse.','cache_control':{'type':'ephemeral'}");
    }

    @ParameterizedTest
    @CsvSource({
        "anthropic.claude-sonnet-4-20250514-v1:0, true, no_long_marks",
        "anthropic.claude-3-haiku-20240307-v1:0, false, no_marks"
    })
    void isMarkedNoFurtherThanBedrockKeepsPrefixes(String model, boolean longLived, String reason) {
        Lens lens = lens("/model/" + model + "/invoke", REQUEST);

        assertThat(lens.withMark(lens.blocks().get(0), longLived)).isEqualTo(Change.refuse(reason));
    }

    @Test
    void goesToAnotherClaudeByThePath() {
        assertThat(lens(PATH, REQUEST).withModel("eu.anthropic.claude-haiku-4-5-20251001-v1:0"))
                .isInstanceOfSatisfying(
                        Change.Make.class,
                        make -> assertThat(make.path())
                                .contains("/model/eu.anthropic.claude-haiku-4-5-20251001-v1:0/invoke"));
    }

    @ParameterizedTest
    @CsvSource({"amazon.nova-lite-v1:0, other_body", "anthropic.claude-opus-5-5, thinks_by_default"})
    void refusesAModelThatWouldNotTakeTheBody(String model, String reason) {
        assertThat(Samples.made(REQUEST, lens(PATH, REQUEST).withModel(model))).isEqualTo(reason);
    }

    @Test
    void readsTextsThatAreToBecomeVectors() {
        Lens titan = lens("/model/amazon.titan-embed-text-v2:0/invoke", "{'inputText':'a lamp','dimensions':256}");

        assertThat(titan.model()).isEqualTo("amazon.titan-embed-text-v2:0");
        assertThat(titan.lastUserText()).isEqualTo("a lamp");
        assertThat(titan.parameters().dimensions()).hasValue(256);
        assertThat(titan.withModel("cohere.embed-english-v3")).isEqualTo(Change.refuse("other_vectors"));
        Lens cohere = lens("/model/cohere.embed-english-v3/invoke", "{'texts':['a','b'],'input_type':'search_query'}");
        assertThat(cohere.messages()).isEqualTo(2);
    }

    private static Lens lens(String path, String request) {
        return Dialects.of(path).orElseThrow().lens(path, Samples.json(request));
    }
}
