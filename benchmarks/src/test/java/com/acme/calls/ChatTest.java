// SPDX-License-Identifier: Apache-2.0
package com.acme.calls;

import static org.assertj.core.api.Assertions.assertThat;

import com.anthropic.models.messages.Message;
import com.openai.models.chat.completions.ChatCompletion;
import java.util.stream.Stream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ChatTest {
    private static final int SIZE = 40 * 1024;

    static Stream<Chat> chats() {
        return Stream.of(new OpenAiChat(SIZE), new AnthropicChat(SIZE));
    }

    @ParameterizedTest
    @MethodSource("chats")
    void sendsEachQuestionToItsTransport(Chat chat) {
        chat.ask("one");
        chat.ask("two");

        assertThat(chat.sent()).isEqualTo(2);
    }

    @ParameterizedTest
    @MethodSource("chats")
    void sendsABodyOfAboutTheSizeAskedFor(Chat chat) {
        chat.ask("one");

        assertThat(chat.lastBody()).isCloseTo(SIZE, Percentage.withPercentage(10));
    }

    @Test
    void readsTheAnswerAsTheSdksOwnType() {
        assertThat(((ChatCompletion) new OpenAiChat(SIZE).ask("one"))
                        .usage()
                        .orElseThrow()
                        .promptTokens())
                .isEqualTo(1024);
        assertThat(((Message) new AnthropicChat(SIZE).ask("one")).usage().inputTokens())
                .isEqualTo(1024);
    }
}
