// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parsimony.exchange.Block;
import dev.parsimony.exchange.Change;
import dev.parsimony.exchange.Json;
import dev.parsimony.exchange.Lens;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StopsTest {
    private static final String CHAT = "/v1/chat/completions";
    private static final String RESPONSES = "/v1/responses";

    @Test
    void makesAStringAPartThatCarriesABreakpoint() {
        String body = chat("gpt-5.6-sol", "\"rules\"");

        assertThat(made(
                        body,
                        lens(CHAT, body).withMark(lens(CHAT, body).blocks().get(0), false)))
                .contains(
                        "\"content\":[{\"type\":\"text\",\"text\":\"rules\",\"prompt_cache_breakpoint\":{\"mode\":\"explicit\"}}]");
    }

    @Test
    void marksAPartAsItStands() {
        String body = chat("gpt-6.2-sol", "[{\"type\":\"text\",\"text\":\"rules\"}]");
        Block block = lens(CHAT, body).blocks().get(0);

        assertThat(made(body, lens(CHAT, body).withMark(block, false)))
                .contains("{\"type\":\"text\",\"text\":\"rules\",\"prompt_cache_breakpoint\":{\"mode\":\"explicit\"}}");
        assertThat(lens(CHAT, body).withMark(block, true)).hasToString("Refuse[reason=no_long_marks]");
    }

    @Test
    void callsATextAsTheResponsesApiDoes() {
        String body = "{\"model\":\"gpt-5.6-sol\",\"input\":[{\"role\":\"user\",\"content\":\"hi\"}]}";

        assertThat(made(
                        body,
                        lens(RESPONSES, body)
                                .withMark(lens(RESPONSES, body).blocks().get(0), false)))
                .contains("[{\"type\":\"input_text\",\"text\":\"hi\",\"prompt_cache_breakpoint\"");
    }

    @Test
    void marksNeitherToolsNorTheModelsOwnWordsNorOlderModels() {
        String newer = "{\"model\":\"gpt-5.6-sol\",\"tools\":[{\"type\":\"function\"}],\"messages\":["
                + "{\"role\":\"user\",\"content\":\"a\"},{\"role\":\"assistant\",\"content\":\"b\"}]}";

        assertThat(lens(CHAT, newer).blocks()).extracting(Block::markable).containsExactly(false, true, false);
        assertThat(lens(CHAT, chat("gpt-5.5", "\"a\"")).blocks()).noneMatch(Block::markable);
        assertThat(lens(CHAT, chat("gpt-4o", "\"a\"")).withOwnMarksOnly()).hasToString("Refuse[reason=no_marks]");
    }

    @Test
    void hasTheProviderSetNoBreakpointOfItsOwn() {
        String body = chat("gpt-5.6-sol", "\"a\"");

        assertThat(made(body, lens(CHAT, body).withOwnMarksOnly()))
                .endsWith(",\"prompt_cache_options\":{\"mode\":\"explicit\"}}");
    }

    @Test
    void leavesWhatTheApplicationSaysOfItsCache() {
        String options =
                chat("gpt-5.6-sol", "\"a\"").replaceFirst("\\{", "{\"prompt_cache_options\":{\"mode\":\"implicit\"},");
        String retention = chat("gpt-5.6-sol", "\"a\"").replaceFirst("\\{", "{\"prompt_cache_retention\":\"24h\",");

        assertThat(lens(CHAT, options).withOwnMarksOnly()).hasToString("Refuse[reason=already_told]");
        assertThat(lens(CHAT, retention).withOwnMarksOnly()).hasToString("Refuse[reason=already_told]");
    }

    @Test
    void makesAnInputThatIsATextAMessage() {
        String body = "{\"model\":\"gpt-5.6-sol\",\"input\":\"100 % hi\"}";
        Lens lens = lens(RESPONSES, body);

        assertThat(made(body, lens.withMark(lens.blocks().get(0), false)))
                .contains("\"input\":[{\"role\":\"user\",\"content\":[{\"type\":\"input_text\",\"text\":\"100 % hi\","
                        + "\"prompt_cache_breakpoint\":{\"mode\":\"explicit\"}}]}]");
    }

    @Test
    void leavesInstructionsATextSinceTheApiTakesNothingElse() {
        String body = "{\"model\":\"gpt-5.6-sol\",\"instructions\":\"rules\",\"input\":\"hi\"}";

        assertThat(lens(RESPONSES, body).blocks()).extracting(Block::markable).containsExactly(false, true);
        assertThat(lens(RESPONSES, body).blocks().get(0).movable()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"previous_response_id", "conversation", "prompt"})
    void tellsNothingWhereAPartOfThePromptIsHeldByTheProvider(String field) {
        String body = "{\"model\":\"gpt-5.6-sol\",\"" + field + "\":\"x_1\",\"input\":\"hi\"}";

        assertThat(lens(RESPONSES, body).withOwnMarksOnly()).hasToString("Refuse[reason=history_elsewhere]");
    }

    private static String chat(String model, String content) {
        return "{\"model\":\"" + model + "\",\"messages\":[{\"role\":\"system\",\"content\":" + content + "}]}";
    }

    private static Lens lens(String path, String body) {
        return Dialects.of(path)
                .orElseThrow()
                .lens(path, Json.read(body.getBytes(StandardCharsets.UTF_8)).orElseThrow());
    }

    private static String made(String body, Change change) {
        byte[] bytes = ((Change.Make) change).edits().apply(body.getBytes(StandardCharsets.UTF_8));
        assertThat(Json.read(bytes)).isPresent();
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
