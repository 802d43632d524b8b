// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.dialect;

import static dev.parsimony.dialect.Samples.at;
import static dev.parsimony.dialect.Samples.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parsimony.exchange.Answer;
import dev.parsimony.exchange.Answer.Ending;
import dev.parsimony.exchange.Lens;
import dev.parsimony.exchange.Operation;
import dev.parsimony.exchange.Usage;
import org.junit.jupiter.api.Test;

class GeminiEmbeddingsTest {
    private static final String MODEL = "gemini-embedding-001";
    private static final String ONE = "/v1beta/models/" + MODEL + ":embedContent";
    private static final String SEVERAL = "/v1beta/models/" + MODEL + ":batchEmbedContents";
    private static final String PREDICT =
            "/v1/projects/p/locations/l/publishers/google/models/text-embedding-005:predict";

    @Test
    void readsARequestForOneContent() {
        Lens lens = at(ONE, "{'content':{'parts':[{'text':'a lamp'}]},'outputDimensionality':768}");

        assertThat(lens.model()).isEqualTo(MODEL);
        assertThat(lens.messages()).isEqualTo(1);
        assertThat(lens.firstUserText()).isEqualTo("a lamp");
        assertThat(lens.parameters().dimensions()).hasValue(768);
        assertThat(lens.promptBytes()).isPositive();
        assertThat(lens.streamed()).isFalse();
        assertThat(Dialects.of(ONE).orElseThrow().operation()).isEqualTo(Operation.EMBEDDINGS);
    }

    @Test
    void readsARequestForSeveral() {
        Lens lens = at(
                SEVERAL,
                "{'requests':[{'model':'models/x','content':{'parts':[{'text':'a lamp'}]},'output_dimensionality':64},"
                        + "{'content':{'parts':[{'text':'a chair'}]}}]}");

        assertThat(lens.messages()).isEqualTo(2);
        assertThat(lens.firstUserText()).isEqualTo("a lamp");
        assertThat(lens.lastUserText()).isEqualTo("a chair");
        assertThat(lens.parameters().dimensions()).hasValue(64);
    }

    @Test
    void readsARequestForPredictions() {
        Lens lens = at(
                PREDICT,
                "{'instances':[{'content':'a lamp','task_type':'RETRIEVAL_QUERY'},{'content':'a chair'}],"
                        + "'parameters':{'outputDimensionality':256}}");

        assertThat(lens.model()).isEqualTo("text-embedding-005");
        assertThat(lens.messages()).isEqualTo(2);
        assertThat(lens.lastUserText()).isEqualTo("a chair");
        assertThat(lens.parameters().dimensions()).hasValue(256);
    }

    @Test
    void keepsTheModelThatOtherVectorsAreOf() {
        assertThat(at(ONE, "{}").withModel("gemini-embedding-2")).hasToString("Refuse[reason=other_vectors]");
        assertThat(at(ONE, "{}").withCap(9, MODEL)).hasToString("Refuse[reason=no_output]");
        assertThat(at(ONE, "{}").whyNotReusable()).isEmpty();
    }

    @Test
    void readsVectorsOfOneContent() {
        Answer answer = read(
                GeminiEmbeddingsReader.ofContents(),
                "{'embedding':{'values':[0.1,0.2]},'usageMetadata':{'promptTokenCount':5}}");

        assertThat(answer.usage()).isEqualTo(Usage.text(5, 0, 0, 0, 0, 0));
        assertThat(answer.ending()).isEqualTo(Ending.NATURAL);
    }

    @Test
    void knowsNoUsageWhereNoneIsTold() {
        Answer answer = read(GeminiEmbeddingsReader.ofContents(), "{'embeddings':[{'values':[0.1,0.2]}]}");

        assertThat(answer.usage()).isNull();
        assertThat(answer.ending()).isEqualTo(Ending.NATURAL);
    }

    @Test
    void addsTheTokensOfPredictions() {
        Answer answer = read(
                GeminiEmbeddingsReader.ofPredictions(),
                "{'predictions':[{'embeddings':{'statistics':{'truncated':false,'token_count':6},'values':[1]}},"
                        + "{'embeddings':{'values':[1],'statistics':{'token_count':3}}}]}");

        assertThat(answer.usage()).isEqualTo(Usage.text(9, 0, 0, 0, 0, 0));
        assertThat(answer.ending()).isEqualTo(Ending.NATURAL);
    }

    @Test
    void readsAnError() {
        Answer answer = read(GeminiEmbeddingsReader.ofContents(), "{'error':{'code':400,'status':'INVALID_ARGUMENT'}}");

        assertThat(answer.errorType()).isEqualTo("INVALID_ARGUMENT");
        assertThat(answer.ending()).isEqualTo(Ending.FAILED);
    }

    private static Answer read(GeminiEmbeddingsReader reader, String singleQuoted) {
        reader.whole(json(singleQuoted));
        return reader.answer();
    }
}
