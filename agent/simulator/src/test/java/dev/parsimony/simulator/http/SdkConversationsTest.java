// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.simulator.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.anthropic.client.AnthropicClient;
import com.anthropic.client.okhttp.AnthropicOkHttpClient;
import com.anthropic.core.JsonValue;
import com.anthropic.models.messages.Base64ImageSource;
import com.anthropic.models.messages.CacheControlEphemeral;
import com.anthropic.models.messages.ContentBlockParam;
import com.anthropic.models.messages.ImageBlockParam;
import com.anthropic.models.messages.Message;
import com.anthropic.models.messages.MessageCreateParams;
import com.anthropic.models.messages.ThinkingConfigAdaptive;
import com.anthropic.models.messages.Tool;
import com.anthropic.models.messages.ToolChoiceAny;
import com.anthropic.models.messages.ToolResultBlockParam;
import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.models.Reasoning;
import com.openai.models.ReasoningEffort;
import com.openai.models.chat.completions.ChatCompletionContentPart;
import com.openai.models.chat.completions.ChatCompletionContentPartImage;
import com.openai.models.chat.completions.ChatCompletionContentPartText;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.chat.completions.ChatCompletionMessage;
import com.openai.models.chat.completions.ChatCompletionToolChoiceOption;
import com.openai.models.chat.completions.ChatCompletionToolMessageParam;
import com.openai.models.responses.EasyInputMessage;
import com.openai.models.responses.Response;
import com.openai.models.responses.ResponseCreateParams;
import com.openai.models.responses.ResponseInputItem;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the newest SDKs send in longer conversations passes the simulator's strictness: tools, images, schemas, marks, thinking. */
class SdkConversationsTest {

    private final Simulator simulator = Simulator.start();
    private final OpenAIClient openAi = OpenAIOkHttpClient.builder()
            .baseUrl(simulator.baseUrl() + "/v1")
            .apiKey("sk-test")
            .maxRetries(0)
            .build();
    private final AnthropicClient anthropic = AnthropicOkHttpClient.builder()
            .baseUrl(simulator.baseUrl())
            .apiKey("sk-ant-test")
            .maxRetries(0)
            .build();

    @AfterEach
    void close() {
        openAi.close();
        anthropic.close();
        simulator.close();
    }

    /** A tool, and the shape of an answer. */
    @JsonClassDescription("Finds an order.")
    static final class FindOrder {
        public String number = "";
        public int year;
    }

    private static ChatCompletionCreateParams.Builder chat(String model) {
        return ChatCompletionCreateParams.builder().model(model).addSystemMessage("You help.");
    }

    @Test
    void goesThroughAToolLoopOfChat() {
        ChatCompletionCreateParams asked = chat("gpt-4o")
                .addUserMessage("Where is order 7?")
                .addTool(FindOrder.class)
                .toolChoice(ChatCompletionToolChoiceOption.Auto.REQUIRED)
                .build();
        ChatCompletionMessage message =
                openAi.chat().completions().create(asked).choices().get(0).message();
        String id = message.toolCalls().orElseThrow().get(0).asFunction().id();

        var answer = openAi.chat()
                .completions()
                .create(asked.toBuilder()
                        .toolChoice(ChatCompletionToolChoiceOption.Auto.AUTO)
                        .addMessage(message)
                        .addMessage(ChatCompletionToolMessageParam.builder()
                                .toolCallId(id)
                                .content("on its way")
                                .build())
                        .build());

        assertThat(answer.choices().get(0).message().content()).isPresent();
    }

    @Test
    void takesImagesAndBreakpointsInChat() {
        ChatCompletionContentPart text = ChatCompletionContentPart.ofText(ChatCompletionContentPartText.builder()
                .text("What is this?")
                .promptCacheBreakpoint(ChatCompletionContentPartText.PromptCacheBreakpoint.builder()
                        .build())
                .build());
        ChatCompletionContentPart image = ChatCompletionContentPart.ofImageUrl(ChatCompletionContentPartImage.builder()
                .imageUrl(ChatCompletionContentPartImage.ImageUrl.builder()
                        .url("data:image/png;base64,AAAA")
                        .build())
                .build());
        ChatCompletionCreateParams params = chat("gpt-6-sol")
                .addUserMessageOfArrayOfContentParts(List.of(text, image))
                .promptCacheKey("k")
                .promptCacheOptions(ChatCompletionCreateParams.PromptCacheOptions.builder()
                        .mode(ChatCompletionCreateParams.PromptCacheOptions.Mode.EXPLICIT)
                        .build())
                .reasoningEffort(ReasoningEffort.LOW)
                .maxCompletionTokens(500)
                .build();

        var usage = openAi.chat().completions().create(params).usage().orElseThrow();

        assertThat(usage.promptTokens()).isGreaterThan(765);
        assertThat(usage.completionTokensDetails().orElseThrow().reasoningTokens())
                .hasValueSatisfying(tokens -> assertThat(tokens).isPositive());
    }

    @Test
    void fillsTheClassThatChatIsToAnswerWith() {
        var params = chat("gpt-4o")
                .addUserMessage("Where is order 7?")
                .responseFormat(FindOrder.class)
                .build();

        FindOrder order = openAi.chat()
                .completions()
                .create(params)
                .choices()
                .get(0)
                .message()
                .content()
                .orElseThrow();

        assertThat(order.year).isEqualTo(1);
        assertThat(order.number).isEqualTo("sample");
    }

    @Test
    void goesOnWithTheItemsOfAResponse() {
        ResponseCreateParams asked = ResponseCreateParams.builder()
                .model("gpt-5")
                .inputOfResponse(List.of(ResponseInputItem.ofEasyInputMessage(EasyInputMessage.builder()
                        .role(EasyInputMessage.Role.USER)
                        .content("Where is order 7?")
                        .build())))
                .addTool(FindOrder.class)
                .reasoning(Reasoning.builder().effort(ReasoningEffort.LOW).build())
                .build();
        Response first = openAi.responses().create(asked);

        Response next = openAi.responses()
                .create(asked.toBuilder()
                        .input("And order 8?")
                        .previousResponseId(first.id())
                        .build());

        assertThat(first.output()).hasSize(2);
        assertThat(first.output().get(0).isReasoning()).isTrue();
        assertThat(next.usage().orElseThrow().inputTokens())
                .isGreaterThan(first.usage().orElseThrow().inputTokens());
    }

    private static final Tool FIND_ORDER = Tool.builder()
            .name("find_order")
            .description("Finds an order.")
            .inputSchema(Tool.InputSchema.builder()
                    .properties(Tool.InputSchema.Properties.builder()
                            .putAdditionalProperty("number", JsonValue.from(Map.of("type", "string")))
                            .build())
                    .addRequired("number")
                    .build())
            .strict(true)
            .build();

    private static MessageCreateParams.Builder messages(String model) {
        return MessageCreateParams.builder().model(model).maxTokens(1000).system("You help.");
    }

    @Test
    void goesThroughAToolLoopOfMessages() {
        MessageCreateParams asked = messages("claude-sonnet-4-5")
                .addUserMessage("Where is order 7?")
                .addTool(FIND_ORDER)
                .toolChoice(ToolChoiceAny.builder().build())
                .build();
        Message call = anthropic.messages().create(asked);
        ToolResultBlockParam result = ToolResultBlockParam.builder()
                .toolUseId(call.content().get(0).asToolUse().id())
                .content("on its way")
                .cacheControl(CacheControlEphemeral.builder()
                        .ttl(CacheControlEphemeral.Ttl.TTL_1H)
                        .build())
                .build();

        Message answer = anthropic
                .messages()
                .create(messages("claude-sonnet-4-5")
                        .addTool(FIND_ORDER)
                        .addUserMessage("Where is order 7?")
                        .addMessage(call)
                        .addUserMessageOfContentBlockParams(List.of(ContentBlockParam.ofToolResult(result)))
                        .build());

        assertThat(answer.content().get(0).isText()).isTrue();
    }

    @Test
    void takesImagesThinkingAndTheAutomaticMark() {
        ContentBlockParam image = ContentBlockParam.ofImage(ImageBlockParam.builder()
                .source(Base64ImageSource.builder()
                        .data("AAAA")
                        .mediaType(Base64ImageSource.MediaType.IMAGE_PNG)
                        .build())
                .build());
        MessageCreateParams params = messages("claude-opus-5-5")
                .addUserMessageOfContentBlockParams(List.of(image))
                .thinking(ThinkingConfigAdaptive.builder().build())
                .cacheControl(CacheControlEphemeral.builder().build())
                .build();

        Message answer = anthropic.messages().create(params);

        assertThat(answer.content().get(0).isThinking()).isTrue();
        assertThat(answer.content().get(1).isText()).isTrue();
        assertThat(answer.usage().cacheCreationInputTokens())
                .hasValueSatisfying(tokens -> assertThat(tokens).isGreaterThan(1600));
    }

    @Test
    void fillsTheClassThatMessagesIsToAnswerWith() {
        var params = messages("claude-opus-5")
                .addUserMessage("Where is order 7?")
                .outputConfig(FindOrder.class)
                .build();

        FindOrder order =
                anthropic.messages().create(params).content().get(0).asText().text();

        assertThat(order.number).isEqualTo("sample");
    }

    @Test
    void takesTheBetaService() {
        var params = com.anthropic.models.beta.messages.MessageCreateParams.builder()
                .model("claude-sonnet-4-5")
                .maxTokens(100)
                .addUserMessage("hi")
                .addBeta("context-management-2025-06-27")
                .build();

        assertThat(anthropic.beta().messages().create(params).content().get(0).isText())
                .isTrue();
    }
}
