// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parsimony.exchange.Lens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EmbeddingsLensTest {
    @Test
    void readsARequestForVectors() {
        Lens lens = lens("{'model':'text-embedding-3-small','input':['first','second'],'dimensions':512,"
                + "'encoding_format':'base64','user':'u-1'}");

        assertThat(lens.model()).isEqualTo("text-embedding-3-small");
        assertThat(lens.messages()).isEqualTo(2);
        assertThat(lens.firstUserText()).isEqualTo("first");
        assertThat(lens.lastUserText()).isEqualTo("second");
        assertThat(lens.parameters().dimensions()).hasValue(512);
        assertThat(lens.parameters().encodings()).containsExactly("base64");
        assertThat(lens.promptBytes()).isBetween(11L, 18L);
        assertThat(lens.cap()).isEmpty();
        assertThat(lens.streamed()).isFalse();
        assertThat(lens.blocks()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {"'one' | 1", "[1,2,3] | 1", "[[1,2],[3]] | 2", "['a','b','c'] | 3"})
    void countsItsInputs(String input, int count) {
        assertThat(lens("{'input':" + input + "}").messages()).isEqualTo(count);
    }

    @Test
    void isReusableWithAllItsFieldsInTheKey() {
        Lens lens = lens("{'model':'m','input':'x','user':'u-1'}");

        assertThat(lens.whyNotReusable()).isEmpty();
        assertThat(lens.fieldsBesideTheAnswer()).isEmpty();
        assertThat(lens.marksBesideTheAnswer()).isEmpty();
    }

    @Test
    void takesNoOtherModelCapOrMark() {
        Lens lens = lens("{'model':'text-embedding-3-small','input':'x'}");

        assertThat(lens.withModel("text-embedding-3-large")).hasToString("Refuse[reason=other_vectors]");
        assertThat(Samples.made("{}", lens.withModel("text-embedding-3-small"))).isEqualTo("{}");
        assertThat(lens.withCap(10, "m")).hasToString("Refuse[reason=no_output]");
    }

    private static Lens lens(String singleQuoted) {
        return Dialects.named("openai.embeddings").orElseThrow().lens("/v1/embeddings", Samples.json(singleQuoted));
    }
}
