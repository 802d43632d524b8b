// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parsimony.exchange.Json;
import dev.parsimony.exchange.Lens;
import dev.parsimony.exchange.Node;
import org.junit.jupiter.api.Test;

class TokenCountTest {
    private static final TokenCount COUNT = new TokenCount();

    @Test
    void countsByTheModelsOwnTokenizer() {
        // o200k_base and cl100k_base cut Chinese differently
        assertThat(COUNT.of("gpt-4o", "你好,世界")).hasValue(3L);
        assertThat(COUNT.of("gpt-4", "你好,世界")).hasValue(6L);
    }

    @Test
    void seesThroughAGatewaysPrefix() {
        assertThat(COUNT.of("openai/gpt-4o", "hello world")).hasValue(2L);
    }

    @Test
    void countsNothingWhereTheTokenizerIsNotPublic() {
        assertThat(COUNT.of("claude-opus-5", "hello")).isEmpty();
    }

    @Test
    void countsTheSameInPiecesAsInOne() {
        String sentence = "The quick brown fox jumps over the lazy dog.";
        long one = COUNT.of("gpt-4o", " " + sentence).orElseThrow();

        assertThat(COUNT.of("gpt-4o", (" " + sentence).repeat(2000))).hasValue(2000 * one);
    }

    @Test
    void cutsNoCharacterApart() {
        long one = COUNT.of("gpt-4o", "x" + "😀".repeat(4000)).orElseThrow();
        long two = COUNT.of("gpt-4o", "😀".repeat(8000)).orElseThrow();

        assertThat(two).isBetween(2 * one - 10, 2 * one + 10);
    }

    @Test
    void addsWhatFramesMessages() {
        // "hello" is one token, each message costs 3 more, the answer's opening 3
        assertThat(chat("{\"model\":\"gpt-4o\",\"messages\":[{\"role\":\"user\",\"content\":\"hello\"}]}"))
                .isEqualTo(7);
    }

    @Test
    void leavesMediaOut() {
        String image = "{\"type\":\"image_url\",\"image_url\":{\"url\":\"data:image/png;base64,AAAABBBBCCCCDDDD\"}}";
        String text = "{\"type\":\"text\",\"text\":\"hello\"}";

        assertThat(chat("{\"model\":\"gpt-4o\",\"messages\":[{\"role\":\"user\",\"content\":[" + text + "," + image
                        + "]}]}"))
                .isEqualTo(7);
    }

    @Test
    void countsWhatIsEmbedded() {
        Node body = Texts.json("{\"model\":\"text-embedding-3-small\",\"input\":[\"hello\",[1,2,3],\"world\"]}");

        assertThat(COUNT.of(lens(body), body.get("input"))).hasValue(5L);
    }

    private static long chat(String json) {
        Node body = Texts.json(json);
        return COUNT.of(lens(body), body.get("input")).orElseThrow();
    }

    private static Lens lens(Node body) {
        Shape shape = Shape.of(body).orElseThrow();
        return shape.dialect()
                .lens(shape.under("/v1"), Json.read(body.json().bytes()).orElseThrow());
    }
}
