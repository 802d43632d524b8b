// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.dialect;

import static dev.parsimony.dialect.Samples.chat;
import static dev.parsimony.dialect.Samples.json;
import static dev.parsimony.dialect.Samples.made;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parsimony.exchange.Answer.Ending;
import dev.parsimony.exchange.AnswerReader;
import dev.parsimony.exchange.Block;
import dev.parsimony.exchange.Lens;
import dev.parsimony.exchange.Reading;
import dev.parsimony.exchange.Usage;
import org.junit.jupiter.api.Test;

/** Mistral's accent of OpenAI's chats. */
class MistralTest {
    @Test
    void takesTheOlderNameOfTheCap() {
        String request = "{'model':'mistral-large-latest'}";

        assertThat(made(request, chat(request).withCap(100, "mistral-large-latest")))
                .isEqualTo("{'model':'mistral-large-latest','max_tokens':100}");
    }

    @Test
    void hasAnotherNameForTheSeed() {
        assertThat(chat("{'random_seed':7}").parameters().seed()).hasValue(7);
    }

    @Test
    void tellsUsageUnaskedOnTheLastChunk() {
        AnswerReader reader = Samples.read(
                new ChatReader(Reading.PLAIN),
                "data: {\"id\":\"1\",\"model\":\"mistral-small-2603\",\"choices\":[{\"index\":0,\"delta\":{\"content\":\"Hi\"},"
                        + "\"finish_reason\":null}]}\n\n"
                        + "data: {\"id\":\"1\",\"model\":\"mistral-small-2603\",\"choices\":[{\"index\":0,\"delta\":{\"content\":\"\"},"
                        + "\"finish_reason\":\"model_length\"}],\"usage\":{\"prompt_tokens\":9,\"completion_tokens\":2,"
                        + "\"total_tokens\":11,\"prompt_tokens_details\":{\"cached_tokens\":4}}}\n\ndata: [DONE]\n\n");

        assertThat(reader.answer().usage()).isEqualTo(Usage.text(5, 4, 0, 0, 2, 0));
        assertThat(reader.answer().ending()).isEqualTo(Ending.TRUNCATED);
    }

    @Test
    void sendsATextBetweenTwo() {
        Lens lens = fim("{'model':'codestral-2508','prompt':'int a = ','suffix':';','max_tokens':20}");

        assertThat(lens.lastUserText()).isEqualTo("int a = ");
        assertThat(lens.messages()).isEqualTo(1);
        assertThat(lens.promptBytes()).isEqualTo(9);
        assertThat(lens.cap()).hasValue(20);
        assertThat(lens.blocks()).noneMatch(Block::movable);
    }

    @Test
    void reusesNoAnswerOfAnAgentWhoseToolsCannotBeSeen() {
        assertThat(chat("{'agent_id':'ag_1','messages':[]}").whyNotReusable()).hasValue("agent");
    }

    private static Lens fim(String request) {
        return Dialects.of("/v1/fim/completions").orElseThrow().lens("/v1/fim/completions", json(request));
    }
}
