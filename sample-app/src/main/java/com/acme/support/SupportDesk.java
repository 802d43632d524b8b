// SPDX-License-Identifier: Apache-2.0
package com.acme.support;

import com.anthropic.client.AnthropicClient;
import com.anthropic.client.okhttp.AnthropicOkHttpClient;
import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import java.time.InstantSource;
import java.util.List;

/** One morning at the support desk: tickets are sorted, questions answered, customers talked to, letters written. */
public final class SupportDesk {
    private final Triage triage;
    private final Faq faq;
    private final Conversation conversation;
    private final Letters letters;

    SupportDesk(OpenAIClient openai, AnthropicClient anthropic, Handbook handbook) {
        this.triage = new Triage(anthropic);
        this.faq = new Faq(openai, handbook);
        this.conversation = new Conversation(anthropic, handbook);
        this.letters = new Letters(openai, handbook);
    }

    /**
     * Runs the morning. Keys and base URLs come from the environment, as both SDKs read them: {@code OPENAI_API_KEY}, {@code
     * OPENAI_BASE_URL}, {@code ANTHROPIC_API_KEY}, {@code ANTHROPIC_BASE_URL}.
     *
     * @param args none
     */
    public static void main(String[] args) {
        OpenAIClient openai = OpenAIOkHttpClient.fromEnv();
        AnthropicClient anthropic = AnthropicOkHttpClient.fromEnv();
        new SupportDesk(openai, anthropic, Handbook.read(InstantSource.system())).morning();
        openai.close();
        anthropic.close();
    }

    private void morning() {
        for (String ticket : Tickets.NEW) {
            say("ticket", ticket, triage.classify(ticket));
        }
        for (String question : Tickets.QUESTIONS) {
            say("question", question, faq.answer(question));
        }
        for (List<String> visit : Tickets.VISITS) {
            conversation.begin();
            for (String message : visit) {
                say("customer", message, conversation.reply(message));
            }
        }
        for (String occasion : Tickets.LETTERS) {
            say("letter", occasion, letters.write(occasion));
        }
    }

    private static void say(String kind, String asked, String answered) {
        System.out.println(kind + ": " + asked + "\n  -> "
                + answered.strip().lines().findFirst().orElse(""));
    }
}
