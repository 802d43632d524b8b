// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parsimony.exchange.Dialect;
import dev.parsimony.exchange.Operation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BedrockPathTest {
    private static final String ARN =
            "arn:aws:bedrock:us-east-1:123456789012:inference-profile/us.anthropic.claude-haiku-4-5-20251001-v1:0";

    @ParameterizedTest
    @CsvSource({
        "/model/us.anthropic.claude-haiku-4-5-20251001-v1:0/converse, bedrock.converse",
        "/model/any.thing/converse-stream, bedrock.converse",
        "/gateway/model/any.thing/converse, bedrock.converse",
        "/model/" + ARN + "/converse, bedrock.converse",
        "/model/anthropic.claude-sonnet-4-6/invoke, bedrock.invoke.claude",
        "/model/global.anthropic.claude-sonnet-4-6/invoke-with-response-stream, bedrock.invoke.claude",
        "/model/" + ARN + "/invoke, bedrock.invoke.claude",
        "/model/us.amazon.nova-lite-v1:0/invoke, bedrock.invoke.nova",
        "/model/amazon.titan-embed-text-v2:0/invoke, bedrock.invoke.titan_embeddings",
        "/model/cohere.embed-multilingual-v3/invoke, bedrock.invoke.cohere_embeddings"
    })
    void tellsTheDialectAndWithAnInvokedModelItsFamily(String path, String dialect) {
        assertThat(Dialects.of(path)).map(Dialect::name).contains(dialect);
    }

    @ParameterizedTest
    @CsvSource({
        "anthropic.claude-sonnet-4-5-20250929-v1%3A0, anthropic.claude-sonnet-4-5-20250929-v1:0",
        "arn%3Aaws%3Abedrock%3Aus-east-1%3A1%3Ainference-profile%2Fus.x, arn:aws:bedrock:us-east-1:1:inference-profile/us.x",
        "a+b, a+b",
        "not%zzencoded, not%zzencoded"
    })
    void readsAModelThatStandsEncodedInThePath(String written, String model) {
        assertThat(new BedrockPath("/model/" + written + "/converse").model()).isEqualTo(model);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/model/converse",
                "/model//converse",
                "/model/any.thing/count-tokens",
                "/model/any.thing/async-invoke",
                "/model/amazon.nova-sonic-v1:0/invoke-with-bidirectional-stream",
                "/model/amazon.nova-canvas-v1:0/invoke",
                "/model/stability.image/invoke",
                "/model/arn:aws:bedrock:us-east-1:123456789012:application-inference-profile/abc/invoke",
                "/guardrail/g/version/1/apply"
            })
    void passesByWhatIsNoModelsRequestOrOfAnUnknownFamily(String path) {
        assertThat(Dialects.of(path)).isEmpty();
    }

    @Test
    void holdsTheModel() {
        BedrockPath path = new BedrockPath("/base/model/" + ARN + "/converse-stream");

        assertThat(path.model()).isEqualTo(ARN);
        assertThat(path.streamed()).isTrue();
        assertThat(path.to("amazon.nova-lite-v1:0")).isEqualTo("/base/model/amazon.nova-lite-v1:0/converse-stream");
    }

    @Test
    void tellsVectorsFromConversations() {
        assertThat(Dialects.of("/model/amazon.titan-embed-text-v2:0/invoke"))
                .map(Dialect::operation)
                .contains(Operation.EMBEDDINGS);
    }
}
