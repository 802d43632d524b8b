// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.dialect;

import static dev.parsimony.dialect.Samples.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parsimony.exchange.Answer;
import dev.parsimony.exchange.Answer.Ending;
import dev.parsimony.exchange.TokenKind;
import dev.parsimony.exchange.Usage;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GeminiReaderTest {
    private static final String FIRST =
            "{'candidates':[{'content':{'parts':[{'text':'In'}],'role':'model'},'index':0}],'usageMetadata':"
                    + "{'promptTokenCount':100,'totalTokenCount':100},'modelVersion':'gemini-2.5-flash','responseId':'r1'}";
    private static final String SECOND =
            "{'candidates':[{'content':{'parts':[{'text':' brief'}]},'index':0}],'usageMetadata':{'promptTokenCount':100,"
                    + "'candidatesTokenCount':4,'thoughtsTokenCount':30,'totalTokenCount':134},'responseId':'r1'}";
    private static final String LAST =
            "{'candidates':[{'content':{'parts':[{'text':'.'}]},'finishReason':'STOP','index':0}],'usageMetadata':"
                    + "{'promptTokenCount':100,'cachedContentTokenCount':64,'candidatesTokenCount':6,"
                    + "'thoughtsTokenCount':30,'totalTokenCount':136,'trafficType':'ON_DEMAND'},'responseId':'r1'}";

    @Test
    void readsAWholeAnswer() {
        Answer answer = whole(
                "{'candidates':[{'content':{'parts':[{'text':'Yes.'}],'role':'model'},'finishReason':'STOP','index':0}],"
                        + "'usageMetadata':{'promptTokenCount':120,'cachedContentTokenCount':100,'candidatesTokenCount':7,"
                        + "'thoughtsTokenCount':50,'toolUsePromptTokenCount':9,'totalTokenCount':186,'serviceTier':'flex'},"
                        + "'modelVersion':'gemini-2.5-flash','responseId':'r1'}");

        assertThat(answer.id()).isEqualTo("r1");
        assertThat(answer.model()).isEqualTo("gemini-2.5-flash");
        assertThat(answer.finishReasons()).containsExactly("STOP");
        assertThat(answer.usage()).isEqualTo(Usage.text(29, 100, 0, 0, 7, 50));
        assertThat(answer.tier()).isEqualTo("flex");
        assertThat(answer.ending()).isEqualTo(Ending.NATURAL);
    }

    @Test
    void takesTheLastCountsOfAStream() {
        Answer answer = stream(FIRST, SECOND, LAST);

        assertThat(answer.id()).isEqualTo("r1");
        assertThat(answer.model()).isEqualTo("gemini-2.5-flash");
        assertThat(answer.usage()).isEqualTo(Usage.text(36, 64, 0, 0, 6, 30));
        assertThat(answer.tier()).isEqualTo("on_demand");
        assertThat(answer.finishReasons()).containsExactly("STOP");
        assertThat(answer.ending()).isEqualTo(Ending.NATURAL);
    }

    @Test
    void takesNoCountForOneBeforeTheAnswerHasBegun() {
        assertThat(stream(FIRST).usage()).isNull();
        assertThat(stream(FIRST).ending()).isEqualTo(Ending.OPEN);
        assertThat(stream(FIRST, SECOND).usage()).isEqualTo(Usage.text(100, 0, 0, 0, 4, 30));
    }

    @Test
    void readsTheSameAnswersAsOneArray() {
        assertThat(whole("[" + FIRST + "," + SECOND + "," + LAST + "]")).isEqualTo(stream(FIRST, SECOND, LAST));
    }

    @Test
    void hearsAReasonOnceThatEveryPieceSays() {
        String piece = "{'candidates':[{'finishReason':'STOP'}]}";

        assertThat(stream(piece, piece, piece).finishReasons()).containsExactly("STOP");
    }

    @Test
    void readsEveryCandidatesEnd() {
        Answer answer = whole("{'candidates':[{'finishReason':'STOP'},{'index':1,'finishReason':'MAX_TOKENS'}]}");

        assertThat(answer.finishReasons()).containsExactly("STOP", "MAX_TOKENS");
        assertThat(answer.ending()).isEqualTo(Ending.TRUNCATED);
    }

    @ParameterizedTest
    @CsvSource({
        "STOP, NATURAL",
        "MAX_TOKENS, TRUNCATED",
        "SAFETY, REFUSED",
        "RECITATION, REFUSED",
        "BLOCKLIST, REFUSED",
        "PROHIBITED_CONTENT, REFUSED",
        "SPII, REFUSED",
        "IMAGE_SAFETY, REFUSED",
        "MALFORMED_FUNCTION_CALL, OPEN",
        "OTHER, OPEN",
        "NOVEL_REASON, OPEN"
    })
    void knowsWhatAReasonMeans(String reason, Ending ending) {
        assertThat(whole("{'candidates':[{'finishReason':'" + reason + "'}]}").ending())
                .isEqualTo(ending);
    }

    @Test
    void readsAPromptThatWasBlocked() {
        Answer answer = whole("{'promptFeedback':{'blockReason':'SAFETY'},'usageMetadata':{'promptTokenCount':12,"
                + "'totalTokenCount':12},'modelVersion':'gemini-2.5-flash'}");

        assertThat(answer.ending()).isEqualTo(Ending.REFUSED);
        assertThat(answer.usage()).isEqualTo(Usage.text(12, 0, 0, 0, 0, 0));
    }

    @Test
    void readsAnErrorByItsStatus() {
        String error = "{'error':{'code':503,'message':'The model is overloaded.','status':'UNAVAILABLE'}}";

        assertThat(whole(error).errorType()).isEqualTo("UNAVAILABLE");
        assertThat(whole("[" + error + "]").errorType()).isEqualTo("UNAVAILABLE");
        assertThat(stream(FIRST, error).ending()).isEqualTo(Ending.FAILED);
        assertThat(whole("{'error':{'code':503}}").errorType()).isEqualTo("503");
    }

    @ParameterizedTest
    @CsvSource({
        "ON_DEMAND, on_demand",
        "ON_DEMAND_FLEX, flex",
        "ON_DEMAND_PRIORITY, priority",
        "PROVISIONED_THROUGHPUT, provisioned_throughput",
        "TRAFFIC_TYPE_UNSPECIFIED, ''"
    })
    void namesTheTierAsRequestsDo(String traffic, String tier) {
        assertThat(whole("{'usageMetadata':{'trafficType':'" + traffic + "'}}").tier())
                .isEqualTo(tier);
    }

    @Test
    void takesSoundAndImagesOutOfTheText() {
        assertThat(whole("{'usageMetadata':{'promptTokenCount':1000,'cachedContentTokenCount':400,"
                                + "'toolUsePromptTokenCount':50,'candidatesTokenCount':70,'thoughtsTokenCount':5,"
                                + "'promptTokensDetails':[{'modality':'TEXT','tokenCount':500},"
                                + "{'modality':'AUDIO','tokenCount':300},{'modality':'IMAGE','tokenCount':200}],"
                                + "'cacheTokensDetails':[{'modality':'AUDIO','tokenCount':100},"
                                + "{'modality':'IMAGE','tokenCount':50},{'modality':'TEXT','tokenCount':250}],"
                                + "'candidatesTokensDetails':[{'modality':'AUDIO','tokenCount':20},"
                                + "{'modality':'IMAGE','tokenCount':30}]}}")
                        .usage())
                .isEqualTo(Usage.text(300, 300, 0, 0, 20, 5)
                        .with(TokenKind.AUDIO_INPUT, 200)
                        .with(TokenKind.IMAGE_INPUT, 150)
                        .with(TokenKind.AUDIO_CACHE_READ, 100)
                        .with(TokenKind.AUDIO_OUTPUT, 20)
                        .with(TokenKind.IMAGE_OUTPUT, 30));
    }

    @Test
    void countsTheSearchesThatGroundAnAnswerOnceHoweverOftenAStreamNamesThem() {
        String grounded = "{'candidates':[{'groundingMetadata':{'webSearchQueries':['a','b']},'finishReason':'STOP'}],"
                + "'usageMetadata':{'promptTokenCount':1,'candidatesTokenCount':1}}";

        assertThat(stream(grounded, grounded).usage())
                .isEqualTo(Usage.text(1, 0, 0, 0, 1, 0).withTool("web_search", 2))
                .isEqualTo(whole(grounded).usage());
    }

    @Test
    void readsNothingFromWhatIsNoAnswer() {
        assertThat(whole("[]")).isEqualTo(Answer.none());
        assertThat(whole("'text'")).isEqualTo(Answer.none());
        assertThat(whole("{'candidates':{},'usageMetadata':[]}")).isEqualTo(Answer.none());
    }

    private static Answer whole(String singleQuoted) {
        GeminiReader reader = new GeminiReader();
        reader.whole(json(singleQuoted));
        return reader.answer();
    }

    /** Reads a stream of events without names, as Google sends them. */
    private static Answer stream(String... answers) {
        String events = Stream.of(answers)
                .map(answer -> "data: " + answer.replace('\'', '"') + "\r\n\r\n")
                .collect(Collectors.joining());
        return Samples.read(new GeminiReader(), events.getBytes(StandardCharsets.UTF_8))
                .answer();
    }
}
