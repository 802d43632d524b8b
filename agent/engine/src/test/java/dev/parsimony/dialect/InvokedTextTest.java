// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parsimony.exchange.Answer;
import dev.parsimony.exchange.Answer.Ending;
import dev.parsimony.exchange.AnswerReader;
import dev.parsimony.exchange.Change;
import dev.parsimony.exchange.Chunk;
import dev.parsimony.exchange.Framing;
import dev.parsimony.exchange.Lens;
import dev.parsimony.exchange.Reading;
import dev.parsimony.exchange.Usage;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Llamas and Mistral's models, as Bedrock invokes them. */
class InvokedTextTest {
    private static final String LLAMA = "/model/us.meta.llama3-3-70b-instruct-v1:0/invoke";
    private static final String PROMPT =
            "{'prompt':'<|begin_of_text|>How long?','max_gen_len':400,'temperature':0.5,'top_p':0.9}";
    private static final String MISTRAL = "/model/mistral.mistral-large-2407-v1:0/invoke";
    private static final String CHAT = "{'messages':[{'role':'system','content':'Be terse.'},"
            + "{'role':'user','content':'How long?'}],'max_tokens':400,'temperature':0.1}";

    @Test
    void readsALlamasRequest() {
        Lens lens = Samples.at(LLAMA + "-with-response-stream", PROMPT);

        assertThat(lens.model()).isEqualTo("us.meta.llama3-3-70b-instruct-v1:0");
        assertThat(lens.streamed()).isTrue();
        assertThat(lens.cap()).hasValue(400);
        assertThat(lens.temperature()).hasValue(0.5);
        assertThat(lens.parameters().topP()).hasValue(0.9);
        assertThat(lens.lastUserText()).isEqualTo("<|begin_of_text|>How long?");
        assertThat(lens.promptBytes()).isPositive();
        assertThat(lens.whyNotReusable()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"100, 100", "400, 400", "900, 400"})
    void lowersALlamasCapAndNeverRaisesIt(long wanted, long sent) {
        assertThat(Samples.made(PROMPT, Samples.at(LLAMA, PROMPT).withCap(wanted, "")))
                .contains("'max_gen_len':" + sent);
    }

    @ParameterizedTest
    @CsvSource({"100, true", "511, true", "512, false", "4000, false"})
    void capsALlamaThatNamesNoCapOnlyBelowWhatItHasByDefault(long wanted, boolean changed) {
        String bare = "{'prompt':'Hi'}";

        assertThat(Samples.made(bare, Samples.at(LLAMA, bare).withCap(wanted, "")))
                .isEqualTo(changed ? "{'prompt':'Hi','max_gen_len':" + wanted + "}" : bare);
    }

    @ParameterizedTest
    @CsvSource({"meta.llama3-1-8b-instruct-v1:0, prompt_format", "amazon.nova-lite-v1:0, other_body"})
    void staysWithALlamaWhosePromptItIsWrittenFor(String model, String reason) {
        assertThat(Samples.at(LLAMA, PROMPT).withModel(model)).isEqualTo(Change.refuse(reason));
    }

    @Test
    void readsAndChangesAChatOfMistralsAsAnyChat() {
        Lens lens = Samples.at(MISTRAL, CHAT);

        assertThat(lens.model()).isEqualTo("mistral.mistral-large-2407-v1:0");
        assertThat(lens.systemText()).isEqualTo("Be terse.");
        assertThat(lens.lastUserText()).isEqualTo("How long?");
        assertThat(Samples.made(CHAT, lens.withCap(100, ""))).isEqualTo(CHAT.replace("400", "100"));
        assertThat(lens.withModel("mistral.mistral-small-2402-v1:0"))
                .isInstanceOfSatisfying(
                        Change.Make.class,
                        make -> assertThat(make.path()).contains("/model/mistral.mistral-small-2402-v1:0/invoke"));
        assertThat(lens.withModel("meta.llama3-1-8b-instruct-v1:0")).isEqualTo(Change.refuse("other_body"));
    }

    @Test
    void leavesAPromptOfMistralsWithoutACapToTheModelsOwn() {
        String bare = "{'prompt':'<s>[INST] Hi [/INST]'}";
        String capped = "{'prompt':'<s>[INST] Hi [/INST]','max_tokens':400}";

        assertThat(Samples.at(MISTRAL, bare).withCap(100, "")).isEqualTo(Change.refuse("cap_by_default"));
        assertThat(Samples.made(capped, Samples.at(MISTRAL, capped).withCap(100, "")))
                .isEqualTo(capped.replace("400", "100"));
    }

    @Test
    void readsWhatALlamaAnswers() {
        Answer answer = whole(
                "bedrock.invoke.llama",
                "{'generation':'Two weeks.','prompt_token_count':12,'generation_token_count':4,'stop_reason':'stop'}");

        assertThat(answer.usage()).isEqualTo(Usage.text(12, 0, 0, 0, 4, 0));
        assertThat(answer.ending()).isEqualTo(Ending.NATURAL);
    }

    @Test
    void countsALlamasStreamWhenItHasEnded() {
        AnswerReader reader = reader("bedrock.invoke.llama");
        stream(
                reader,
                "{'generation':'Two','prompt_token_count':12,'generation_token_count':1,'stop_reason':null}",
                "{'generation':' weeks','prompt_token_count':null,'generation_token_count':2,'stop_reason':null}");

        assertThat(reader.answer().usage()).isNull();
        assertThat(reader.isOver()).isFalse();
        stream(
                reader,
                "{'generation':'.','prompt_token_count':null,'generation_token_count':3,'stop_reason':'length',"
                        + "'amazon-bedrock-invocationMetrics':{'inputTokenCount':12,'outputTokenCount':3}}");

        assertThat(reader.isOver()).isTrue();
        assertThat(reader.answer().usage()).isEqualTo(Usage.text(12, 0, 0, 0, 3, 0));
        assertThat(reader.answer().ending()).isEqualTo(Ending.TRUNCATED);
    }

    @Test
    void readsWhatMistralsModelsAnswerCountedOrNot() {
        Answer text = whole("bedrock.invoke.mistral", "{'outputs':[{'text':'Two weeks.','stop_reason':'length'}]}");
        Answer chat = whole(
                "bedrock.invoke.mistral",
                "{'id':'c1','model':'pixtral-large-2502','choices':[{'index':0,'message':{'role':'assistant',"
                        + "'content':'Two.'},'stop_reason':'stop'}],"
                        + "'usage':{'prompt_tokens':9,'completion_tokens':2,'total_tokens':11}}");

        assertThat(text.usage()).isNull();
        assertThat(text.ending()).isEqualTo(Ending.TRUNCATED);
        assertThat(chat.usage()).isEqualTo(Usage.text(9, 0, 0, 0, 2, 0));
        assertThat(chat.ending()).isEqualTo(Ending.NATURAL);
    }

    @Test
    void countsAStreamOfMistralsByBedrocksOwnCounts() {
        AnswerReader reader = reader("bedrock.invoke.mistral");
        stream(
                reader,
                "{'outputs':[{'text':'Two','stop_reason':null}]}",
                "{'outputs':[{'text':' weeks.','stop_reason':'stop'}],"
                        + "'amazon-bedrock-invocationMetrics':{'inputTokenCount':11,'outputTokenCount':4}}");

        assertThat(reader.answer().usage()).isEqualTo(Usage.text(11, 0, 0, 0, 4, 0));
        assertThat(reader.answer().ending()).isEqualTo(Ending.NATURAL);
    }

    private static Answer whole(String dialect, String answer) {
        AnswerReader reader = Dialects.named(dialect).orElseThrow().reader(Reading.PLAIN);
        reader.whole(Samples.json(answer));
        return reader.answer();
    }

    private static AnswerReader reader(String dialect) {
        return Dialects.named(dialect).orElseThrow().reader(Reading.PLAIN);
    }

    private static void stream(AnswerReader reader, String... chunks) {
        EventStream events = new EventStream(Framing.AWS_MESSAGES, reader, false, Samples.STRICT);
        for (String chunk : chunks) {
            byte[] bytes = chunk.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
            events.pass(Chunk.of(Frames.event(
                    "chunk", "{\"bytes\":\"" + Base64.getEncoder().encodeToString(bytes) + "\",\"p\":\"abc\"}")));
        }
    }
}
