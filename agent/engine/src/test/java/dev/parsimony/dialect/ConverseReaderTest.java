// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parsimony.exchange.Answer;
import dev.parsimony.exchange.Answer.Ending;
import dev.parsimony.exchange.AnswerReader;
import dev.parsimony.exchange.Chunk;
import dev.parsimony.exchange.Framing;
import dev.parsimony.exchange.Headers;
import dev.parsimony.exchange.Reading;
import dev.parsimony.exchange.Usage;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConverseReaderTest {
    private static final String CONVERSE = "bedrock.converse";
    private static final String CLAUDE = "bedrock.invoke.claude";
    private static final String NOVA = "bedrock.invoke.nova";

    @Test
    void readsAPlainAnswer() {
        Answer answer = whole(CONVERSE, """
                {'output':{'message':{'role':'assistant','content':[{'text':'Hi'}]}},'stopReason':'end_turn',
                 'usage':{'inputTokens':10,'outputTokens':3,'totalTokens':53,'cacheReadInputTokens':20,
                          'cacheWriteInputTokens':20,'cacheDetails':[{'ttl':'1h','inputTokens':15},{'ttl':'5m','inputTokens':5}]},
                 'serviceTier':{'type':'priority'}}""");

        assertThat(answer.usage()).isEqualTo(Usage.text(10, 20, 5, 15, 3, 0));
        assertThat(answer.finishReasons()).containsExactly("end_turn");
        assertThat(answer.ending()).isEqualTo(Ending.NATURAL);
        assertThat(answer.tier()).isEqualTo("priority");
    }

    @ParameterizedTest
    @CsvSource({
        "tool_use, NATURAL",
        "stop_sequence, NATURAL",
        "max_tokens, TRUNCATED",
        "model_context_window_exceeded, TRUNCATED",
        "guardrail_intervened, REFUSED",
        "content_filtered, REFUSED",
        "malformed_tool_use, FAILED",
        "something_new, OPEN"
    })
    void tellsHowFarAnAnswerGot(String reason, Ending ending) {
        assertThat(whole(CONVERSE, "{'stopReason':'" + reason + "'}").ending()).isEqualTo(ending);
    }

    @Test
    void readsAStreamWhoseCountsComeLast() {
        AnswerReader reader = reader(CONVERSE);
        stream(
                reader,
                event("messageStart", "{'role':'assistant'}"),
                event("contentBlockDelta", "{'delta':{'text':'Hi'},'contentBlockIndex':0}"),
                event("contentBlockStop", "{'contentBlockIndex':0}"),
                event("messageStop", "{'stopReason':'end_turn'}"));

        assertThat(reader.isOver()).isFalse();
        stream(reader, event("metadata", "{'usage':{'inputTokens':10,'outputTokens':3},'metrics':{'latencyMs':1}}"));

        assertThat(reader.isOver()).isTrue();
        assertThat(reader.answer().usage()).isEqualTo(Usage.text(10, 0, 0, 0, 3, 0));
        assertThat(reader.answer().ending()).isEqualTo(Ending.NATURAL);
    }

    @Test
    void tellsAnExceptionInTheStreamByItsType() {
        AnswerReader reader = reader(CONVERSE);
        stream(
                reader,
                event("messageStart", "{'role':'assistant'}"),
                Frames.exception("modelStreamErrorException", "{\"message\":\"broken\"}"));

        assertThat(reader.answer().errorType()).isEqualTo("modelStreamErrorException");
        assertThat(reader.answer().ending()).isEqualTo(Ending.FAILED);
    }

    @Test
    void readsTheEventsOfAnInvokedClaude() {
        AnswerReader reader = reader(CLAUDE);
        stream(
                reader,
                chunk(
                        "{'type':'message_start','message':{'id':'msg_1','usage':{'input_tokens':10,'output_tokens':1}}}"),
                chunk("{'type':'content_block_delta','index':0,'delta':{'type':'text_delta','text':'Hi'}}"),
                chunk("{'type':'message_delta','delta':{'stop_reason':'end_turn'},'usage':{'output_tokens':3}}"),
                chunk("{'type':'message_stop','amazon-bedrock-invocationMetrics':{'inputTokenCount':99}}"));

        assertThat(reader.isOver()).isTrue();
        assertThat(reader.answer().id()).isEqualTo("msg_1");
        assertThat(reader.answer().usage()).isEqualTo(Usage.text(10, 0, 0, 0, 3, 0));
        assertThat(reader.answer().ending()).isEqualTo(Ending.NATURAL);
    }

    @Test
    void readsTheEventsOfAnInvokedNovaAndBedrocksCountsWhereItToldNone() {
        AnswerReader reader = reader(NOVA);
        stream(
                reader,
                chunk("{'messageStart':{'role':'assistant'}}"),
                chunk("{'contentBlockDelta':{'delta':{'text':'Hi'}}}"),
                chunk("{'messageStop':{'stopReason':'max_tokens'}}"),
                chunk("{'amazon-bedrock-invocationMetrics':{'inputTokenCount':7,'outputTokenCount':2,"
                        + "'cacheReadInputTokenCount':5,'cacheWriteInputTokenCount':4}}"));

        assertThat(reader.answer().usage()).isEqualTo(Usage.text(7, 5, 4, 0, 2, 0));
        assertThat(reader.answer().ending()).isEqualTo(Ending.TRUNCATED);
    }

    @Test
    void readsThePlainAnswersOfInvokedModels() {
        assertThat(whole(CLAUDE, "{'stop_reason':'end_turn','usage':{'input_tokens':1,'output_tokens':2}}")
                        .usage())
                .isEqualTo(Usage.text(1, 0, 0, 0, 2, 0));
        assertThat(whole(NOVA, "{'stopReason':'end_turn','usage':{'inputTokens':1,'outputTokens':2}}")
                        .usage())
                .isEqualTo(Usage.text(1, 0, 0, 0, 2, 0));
    }

    @Test
    void countsTheTextsThatBecomeVectors() {
        Answer titan = whole("bedrock.invoke.titan_embeddings", "{'embedding':[0.1],'inputTextTokenCount':8}");

        assertThat(titan.usage()).isEqualTo(Usage.text(8, 0, 0, 0, 0, 0));
        assertThat(titan.ending()).isEqualTo(Ending.NATURAL);
        Answer cohere = whole("bedrock.invoke.cohere_embeddings", "{'id':'e1','embeddings':[[0.1]]}");
        assertThat(cohere.usage()).isNull();
        assertThat(cohere.ending()).isEqualTo(Ending.NATURAL);
    }

    @Test
    void countsByTheHeadersWhereTheBodyTellsNothing() {
        Headers headers = Headers.of(Map.of(
                "X-Amzn-Bedrock-Input-Token-Count", List.of("12"),
                "X-Amzn-Bedrock-Output-Token-Count", List.of("3"),
                "X-Amzn-Bedrock-Cache-Read-Input-Token-Count", List.of("100"),
                "X-Amzn-Bedrock-Cache-Write-Input-Token-Count", List.of("-1")));
        AnswerReader claude = reader("bedrock.invoke.claude");
        AnswerReader cohere = reader("bedrock.invoke.cohere_embeddings");

        claude.head(headers);
        cohere.head(headers);

        assertThat(claude.answer().usage()).isEqualTo(Usage.text(12, 100, 0, 0, 3, 0));
        assertThat(cohere.answer().usage()).isEqualTo(Usage.text(12, 100, 0, 0, 3, 0));
    }

    private static byte[] event(String name, String payload) {
        return Frames.event(name, payload.replace('\'', '"'));
    }

    private static byte[] chunk(String event) {
        byte[] bytes = event.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        return Frames.event("chunk", "{\"bytes\":\"" + Base64.getEncoder().encodeToString(bytes) + "\",\"p\":\"abc\"}");
    }

    private static void stream(AnswerReader reader, byte[]... messages) {
        EventStream events = new EventStream(Framing.AWS_MESSAGES, reader, false, Samples.STRICT);
        for (byte[] message : messages) {
            events.pass(Chunk.of(message));
        }
    }

    private static Answer whole(String dialect, String answer) {
        AnswerReader reader = Dialects.named(dialect).orElseThrow().reader(Reading.PLAIN);
        reader.whole(Samples.json(answer));
        return reader.answer();
    }

    private static AnswerReader reader(String dialect) {
        return Dialects.named(dialect).orElseThrow().reader(Reading.PLAIN);
    }
}
