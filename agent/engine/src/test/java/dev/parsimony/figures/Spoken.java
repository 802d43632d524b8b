// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.figures;

import static dev.parsimony.exchange.TokenKind.AUDIO_CACHE_READ;
import static dev.parsimony.exchange.TokenKind.AUDIO_INPUT;
import static dev.parsimony.exchange.TokenKind.AUDIO_OUTPUT;
import static dev.parsimony.exchange.TokenKind.CACHE_WRITE;
import static dev.parsimony.exchange.TokenKind.CACHE_WRITE_LONG;
import static dev.parsimony.exchange.TokenKind.IMAGE_INPUT;
import static dev.parsimony.exchange.TokenKind.IMAGE_OUTPUT;
import static dev.parsimony.exchange.TokenKind.REASONING;

import dev.parsimony.exchange.TokenKind;
import dev.parsimony.exchange.Usage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A provider's answer to a call of so many tokens, in the shape that its documentation gives, autumn 2026: written from the
 * documents, not from our readers.
 *
 * @param vector the call
 */
record Spoken(Vector vector) {
    /**
     * An event of a stream.
     *
     * @param name its name; empty if it has none
     * @param data its data
     * @param isContent whether it may come in any order among its like
     */
    record Event(String name, String data, boolean isContent) {
        static Event of(String name, String singleQuoted) {
            return new Event(name, singleQuoted.replace('\'', '"'), false);
        }

        static Event content(String name, String singleQuoted) {
            return new Event(name, singleQuoted.replace('\'', '"'), true);
        }
    }

    /** The answer as one body. */
    String whole() {
        return (switch (vector.api()) {
                    case "openai.chat", "mistral.fim" ->
                        "{'id':'chatcmpl-1','object':'chat.completion','model':'" + vector.model() + "','choices':["
                                + "{'index':0,'message':{'role':'assistant','content':'Hi'},'finish_reason':'stop'}],"
                                + chatUsage() + tier("service_tier") + "}";
                    case "openai.responses" -> response();
                    case "openai.embeddings" -> embeddings();
                    case "anthropic.messages", "bedrock.invoke.claude" ->
                        "{'id':'msg_1','type':'message','role':'assistant','model':'" + claude()
                                + "','content':[{'type':'text','text':'Hi'}],'stop_reason':'end_turn','usage':"
                                + messagesUsage(output()) + "}";
                    case "gemini.generate" -> gemini("STOP", 1);
                    case "gemini.embed" ->
                        "{'embedding':{'values':[0.1]},'usageMetadata':{'promptTokenCount':" + input() + "}}";
                    case "bedrock.converse", "bedrock.invoke.nova" ->
                        "{'output':{'message':{'role':'assistant','content':[{'text':'Hi'}]}},'stopReason':'end_turn',"
                                + "'usage':" + converseUsage() + ",'metrics':{'latencyMs':9}"
                                + (vector.tier().isEmpty() ? "" : ",'serviceTier':{'type':'" + vector.tier() + "'}")
                                + "}";
                    case "bedrock.invoke.titan_embeddings" ->
                        "{'embedding':[0.1],'inputTextTokenCount':" + input() + "}";
                    case "bedrock.invoke.cohere_embeddings" ->
                        "{'embeddings':[[0.1]],'response_type':'embeddings_floats'}";
                    case "cohere.chat" ->
                        "{'id':'1','message':{'role':'assistant','content':[{'type':'text','text':'Hi'}]},"
                                + "'finish_reason':'COMPLETE','usage':" + cohereUsage() + "}";
                    case "cohere.embed" ->
                        "{'id':'1','embeddings':{'float':[[0.1]]},'meta':{'billed_units':{'input_tokens':" + input()
                                + "}}}";
                    case "ollama.chat" ->
                        "{'model':'" + vector.model() + "','message':{'role':'assistant','content':'Hi'},'done':true,"
                                + "'done_reason':'stop','total_duration':5,'prompt_eval_count':" + input()
                                + ",'eval_count':" + output() + "}";
                    default -> throw new IllegalArgumentException("nobody here speaks " + vector.api());
                })
                .replace('\'', '"');
    }

    private String embeddings() {
        return "{'object':'list','data':[{'object':'embedding','index':0,'embedding':[0.1]}],'model':'" + vector.model()
                + "','usage':{'prompt_tokens':" + input() + ",'total_tokens':" + input() + "}}";
    }

    /** The answer as a stream; empty where the API has none. */
    Optional<List<Event>> stream() {
        return Optional.ofNullable(
                switch (vector.api()) {
                    case "openai.chat", "mistral.fim" -> chatStream();
                    case "openai.responses" ->
                        List.of(
                                Event.of("response.created", event("created", "{'id':'r','status':'in_progress'}")),
                                Event.content("response.output_text.delta", "{'type':'response.output_text.delta'}"),
                                Event.content("response.in_progress", event("in_progress", "{'usage':null}")),
                                Event.of("response.completed", event("completed", response())));
                    case "anthropic.messages", "bedrock.invoke.claude" -> messagesStream();
                    case "gemini.generate" ->
                        List.of(
                                Event.of("", gemini("", 0)),
                                Event.of("", gemini("", 1)),
                                Event.of("", gemini("STOP", 1)));
                    case "bedrock.converse", "bedrock.invoke.nova" -> converseStream();
                    case "cohere.chat" ->
                        List.of(
                                Event.of("", "{'type':'message-start','id':'1'}"),
                                Event.content("", "{'type':'content-delta'}"),
                                Event.of(
                                        "",
                                        "{'type':'message-end','delta':{'finish_reason':'COMPLETE','usage':"
                                                + cohereUsage() + "}}"),
                                Event.of("", "[DONE]"));
                    case "ollama.chat" ->
                        List.of(
                                Event.content("", "{'model':'m','message':{'content':'H'},'done':false}"),
                                Event.of("", whole()));
                    default -> null;
                });
    }

    private long n(TokenKind kind) {
        return vector.usage().of(kind);
    }

    private long input() {
        return vector.usage().totalInput();
    }

    private long output() {
        return vector.usage().totalOutput();
    }

    private long read() {
        return vector.usage().cacheRead();
    }

    private String tier(String field) {
        return vector.tier().isEmpty() ? "" : ",'" + field + "':'" + vector.tier() + "'";
    }

    private static String event(String type, String response) {
        return "{'type':'response." + type + "','response':" + response + "}";
    }

    /** Input includes what was cached, output includes reasoning; at xAI it does not; DeepSeek tells hits and misses. */
    private String chatUsage() {
        boolean apart = vector.host().equals("api.x.ai");
        long completion = output() - (apart ? n(REASONING) : 0);
        String cached = vector.host().equals("api.deepseek.com") ? "" : "'cached_tokens':" + read() + ",";
        String hits = cached.isEmpty()
                ? ",'prompt_cache_hit_tokens':" + read() + ",'prompt_cache_miss_tokens':" + (input() - read())
                : "";
        return "'usage':{'prompt_tokens':" + input() + ",'completion_tokens':" + completion + ",'total_tokens':"
                + (input() + output()) + ",'prompt_tokens_details':{" + cached + "'cache_write_tokens':"
                + n(CACHE_WRITE) + ",'audio_tokens':" + n(AUDIO_INPUT) + ",'image_tokens':" + n(IMAGE_INPUT)
                + "},'completion_tokens_details':{'reasoning_tokens':" + n(REASONING) + ",'audio_tokens':"
                + n(AUDIO_OUTPUT) + ",'accepted_prediction_tokens':0,'rejected_prediction_tokens':0}" + hits
                + vector.told()
                        .map(usd -> ",'cost':" + usd + ",'is_byok':false")
                        .orElse("") + "}";
    }

    private List<Event> chatStream() {
        String head = "{'id':'chatcmpl-1','object':'chat.completion.chunk','model':'" + vector.model() + "'"
                + tier("service_tier") + ",";
        boolean groq = vector.host().equals("api.groq.com");
        String counts = groq ? "'x_groq':{" + chatUsage() + "}" : chatUsage();
        return List.of(
                Event.of("", head + "'choices':[{'index':0,'delta':{'role':'assistant'}}],'usage':null}"),
                Event.content("", head + "'choices':[{'index':0,'delta':{'content':'H'}}],'usage':null}"),
                Event.content("", head + "'choices':[{'index':0,'delta':{'content':'i'}}],'usage':null}"),
                Event.content("", head + "'choices':[{'index':0,'delta':{},'finish_reason':'stop'}],'usage':null}"),
                Event.content("", head + "'choices':[]," + counts + "}"),
                Event.of("", "[DONE]"));
    }

    private String response() {
        List<String> items = new ArrayList<>(List.of("{'type':'message','content':[]}"));
        vector.usage().tools().forEach((tool, uses) -> {
            for (long i = 0; i < uses; i++) {
                items.add("{'type':'" + tool + "_call','status':'completed'}");
            }
        });
        boolean hours = n(CACHE_WRITE_LONG) > 0;
        return "{'id':'resp_1','object':'response','status':'completed','model':'" + vector.model() + "','output':"
                + items + (hours ? ",'prompt_cache_options':{'ttl':'12h'}" : "") + tier("service_tier")
                + ",'usage':{'input_tokens':" + input() + ",'input_tokens_details':{'cached_tokens':" + read()
                + ",'cache_write_tokens':" + vector.usage().cacheWrite() + "},'output_tokens':" + output()
                + ",'output_tokens_details':{'reasoning_tokens':" + n(REASONING) + "},'total_tokens':"
                + (input() + output()) + "}}";
    }

    /** Bedrock's answers name the model as Anthropic does. */
    private String claude() {
        return vector.model().replaceFirst("^(\\w+\\.)?anthropic\\.", "");
    }

    /** Input leaves out what was read and written; output includes thinking. */
    private String messagesUsage(long so) {
        return "{'input_tokens':" + n(TokenKind.INPUT) + ",'cache_read_input_tokens':" + read()
                + ",'cache_creation_input_tokens':" + vector.usage().cacheWrite()
                + ",'cache_creation':{'ephemeral_5m_input_tokens':" + n(CACHE_WRITE) + ",'ephemeral_1h_input_tokens':"
                + n(CACHE_WRITE_LONG) + "},'output_tokens':" + so + ",'output_tokens_details':{'thinking_tokens':"
                + Math.min(so, n(REASONING)) + "}"
                + (vector.tier().isEmpty() ? ",'service_tier':'standard'" : tier("service_tier"))
                + ",'inference_geo':'" + (vector.names("geo_us") ? "us" : "global") + "'"
                + (vector.names("fast") ? ",'speed':'fast'" : "") + ",'server_tool_use':{'web_search_requests':"
                + vector.tool("web_search") + ",'web_fetch_requests':" + vector.tool("web_fetch") + "}}";
    }

    private List<Event> messagesStream() {
        return List.of(
                Event.of(
                        "message_start",
                        "{'type':'message_start','message':{'id':'msg_1','model':'" + claude() + "','usage':"
                                + messagesUsage(1) + "}}"),
                Event.content("ping", "{'type':'ping'}"),
                Event.content("content_block_start", "{'type':'content_block_start','index':0}"),
                Event.content("content_block_delta", "{'type':'content_block_delta','index':0}"),
                Event.of(
                        "message_delta",
                        "{'type':'message_delta','delta':{},'usage':{'output_tokens':" + output() / 2 + "}}"),
                Event.of(
                        "message_delta",
                        "{'type':'message_delta','delta':{'stop_reason':'end_turn'},'usage':" + messagesUsage(output())
                                + "}"),
                Event.of("message_stop", "{'type':'message_stop'}"));
    }

    /** Every piece tells all counts so far. */
    private String gemini(String finish, int part) {
        long candidates = (output() - n(REASONING)) * part;
        StringBuilder queries = new StringBuilder();
        for (long i = 0; i < vector.tool("web_search") * part; i++) {
            queries.append(i == 0 ? "'q'" : ",'q'");
        }
        return "{'candidates':[{'content':{'parts':[{'text':'Hi'}]}"
                + (finish.isEmpty() ? "" : ",'finishReason':'" + finish + "'")
                + ",'groundingMetadata':{'webSearchQueries':["
                + queries + "]}}],'modelVersion':'" + vector.model() + "','usageMetadata':{'promptTokenCount':"
                + input()
                + ",'cachedContentTokenCount':" + read() + ",'candidatesTokenCount':" + candidates
                + ",'thoughtsTokenCount':" + n(REASONING) * part + ",'promptTokensDetails':["
                + modality("AUDIO", n(AUDIO_INPUT) + n(AUDIO_CACHE_READ)) + "," + modality("IMAGE", n(IMAGE_INPUT))
                + "],'cacheTokensDetails':[" + modality("AUDIO", n(AUDIO_CACHE_READ)) + "],'candidatesTokensDetails':["
                + modality("IMAGE", n(IMAGE_OUTPUT) * part) + "," + modality("AUDIO", n(AUDIO_OUTPUT) * part) + "]"
                + tier("serviceTier") + "}}";
    }

    private static String modality(String name, long tokens) {
        return "{'modality':'" + name + "','tokenCount':" + tokens + "}";
    }

    private String converseUsage() {
        Usage usage = vector.usage();
        return "{'inputTokens':" + n(TokenKind.INPUT) + ",'outputTokens':" + output() + ",'totalTokens':"
                + (input() + output()) + ",'cacheReadInputTokens':" + read() + ",'cacheWriteInputTokens':"
                + usage.cacheWrite() + ",'cacheDetails':[{'ttl':'5m','inputTokens':" + n(CACHE_WRITE)
                + "},{'ttl':'1h','inputTokens':" + n(CACHE_WRITE_LONG) + "}]}";
    }

    private List<Event> converseStream() {
        return List.of(
                Event.of("messageStart", "{'role':'assistant'}"),
                Event.content("contentBlockDelta", "{'contentBlockIndex':0,'delta':{'text':'H'}}"),
                Event.content("contentBlockDelta", "{'contentBlockIndex':1,'delta':{'text':'i'}}"),
                Event.of("messageStop", "{'stopReason':'end_turn'}"),
                Event.of("metadata", "{'usage':" + converseUsage() + ",'metrics':{'latencyMs':9}}"));
    }

    private String cohereUsage() {
        return "{'billed_units':{'input_tokens':" + input() + ",'output_tokens':" + output()
                + "},'tokens':{'input_tokens':" + (input() + 66) + ",'output_tokens':" + (output() + 2) + "}}";
    }
}
