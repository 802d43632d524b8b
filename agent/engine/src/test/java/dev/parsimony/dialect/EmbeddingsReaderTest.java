// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.dialect;

import static dev.parsimony.dialect.Samples.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parsimony.exchange.Answer;
import dev.parsimony.exchange.Answer.Ending;
import dev.parsimony.exchange.Json;
import dev.parsimony.exchange.Reading;
import dev.parsimony.exchange.Usage;
import org.junit.jupiter.api.Test;

class EmbeddingsReaderTest {
    @Test
    void readsVectors() {
        Answer answer = whole(json("{'object':'list','data':[{'object':'embedding','index':0,'embedding':[0.1,-0.2]}],"
                + "'model':'text-embedding-3-small','usage':{'prompt_tokens':8,'total_tokens':8}}"));

        assertThat(answer.model()).isEqualTo("text-embedding-3-small");
        assertThat(answer.usage()).isEqualTo(Usage.text(8, 0, 0, 0, 0, 0));
        assertThat(answer.ending()).isEqualTo(Ending.NATURAL);
        assertThat(answer.finishReasons()).isEmpty();
    }

    @Test
    void seesAnError() {
        Answer answer = whole(json("{'error':{'type':'invalid_request_error','code':null}}"));

        assertThat(answer.ending()).isEqualTo(Ending.FAILED);
        assertThat(answer.errorType()).isEqualTo("invalid_request_error");
    }

    @Test
    void leavesAnAnswerWithoutVectorsOpen() {
        assertThat(whole(json("{'object':'list','data':[]}")).ending()).isEqualTo(Ending.OPEN);
    }

    private static Answer whole(Json body) {
        EmbeddingsReader reader = new EmbeddingsReader(Reading.PLAIN);
        reader.whole(body);
        return reader.answer();
    }
}
