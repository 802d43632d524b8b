// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.simulator.http;

import dev.parsimony.simulator.billing.Call;
import dev.parsimony.simulator.billing.Trait;
import dev.parsimony.simulator.billing.Usage;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An answer of Gemini's, whole or as a row of answers that each bring a piece of it and all counts so far.
 *
 * @param id its identifier
 * @param call the request
 * @param candidates how many times the answer is given
 * @param written what it says
 * @param input the prompt's tokens
 * @param traffic Vertex AI's word for how it was served; empty at the Gemini API
 * @param tier the service tier that served it
 */
record GeminiAnswer(String id, Call call, int candidates, Written written, Usage input, String traffic, String tier) {

    private static final int WORDS_A_PIECE = 8;

    /** Tokens of all candidates, thoughts counted once. */
    int outputTokens() {
        return written.reasoningTokens() + candidates * (written.outputTokens() - written.reasoningTokens());
    }

    Reply whole() {
        return Reply.json(200, answer(whole(written.content().words()), true, outputTokens()));
    }

    /** The answer as server-sent events. */
    Reply events() {
        Stream stream = new Stream();
        pieces().forEach(piece -> {
            stream.reached(piece.tokens);
            stream.answer(piece.answer);
        });
        return stream.reply();
    }

    /** The same answers as one array. */
    Reply array() {
        Stream stream = new Stream();
        List<Piece> pieces = pieces();
        for (int i = 0; i < pieces.size(); i++) {
            stream.reached(pieces.get(i).tokens);
            stream.piece((i == 0 ? "[" : ",\r\n") + pieces.get(i).answer);
        }
        stream.piece("]");
        return stream.json();
    }

    /** One answer of the row, and the tokens that have been sent with it. */
    private record Piece(ObjectNode answer, int tokens) {}

    private List<Piece> pieces() {
        List<String> words = written.pieces();
        boolean divided = written.content() instanceof Answer.Text && !isBlocked();
        List<Piece> pieces = new ArrayList<>();
        for (int from = 0; divided && from < words.size() - WORDS_A_PIECE; from += WORDS_A_PIECE) {
            int to = from + WORDS_A_PIECE;
            int tokens = written.tokensAfter(to, words.size());
            String text = String.join("", words.subList(from, to));
            pieces.add(new Piece(answer(whole(text), false, tokens), tokens));
        }
        int sent = pieces.size() * WORDS_A_PIECE;
        String rest = divided
                ? String.join("", words.subList(sent, words.size()))
                : written.content().words();
        pieces.add(new Piece(answer(whole(rest), true, outputTokens()), outputTokens()));
        return pieces;
    }

    /** Whether the prompt was blocked, so that there is no candidate at all. */
    private boolean isBlocked() {
        return written.finish() == Answer.Finish.FILTER;
    }

    private ObjectNode answer(ObjectNode content, boolean last, int tokens) {
        ObjectNode answer = Json.object();
        if (isBlocked()) {
            answer.putObject("promptFeedback")
                    .put("blockReason", written.finish().gemini());
        } else {
            ArrayNode list = answer.putArray("candidates");
            for (int index = 0; index < candidates; index++) {
                list.add(candidate(content, last, index));
            }
        }
        answer.set("usageMetadata", usage(isBlocked() ? 0 : tokens));
        return answer.put("modelVersion", call.model().id()).put("responseId", id);
    }

    private ObjectNode candidate(ObjectNode content, boolean last, int index) {
        ObjectNode candidate = Json.object();
        if (!(written.content() instanceof Answer.Refusal)) {
            candidate.set("content", content);
        }
        if (last) {
            candidate.put("finishReason", written.finish().gemini());
        }
        return candidate.put("index", index);
    }

    private ObjectNode whole(String words) {
        ObjectNode content = Json.object();
        ArrayNode parts = content.putArray("parts");
        if (written.content() instanceof Answer.Tool tool) {
            ObjectNode part = parts.addObject();
            part.putObject("functionCall").put("name", tool.name()).set("args", arguments(words));
            if (call.model().is(Trait.SIGNS_CALLS)) {
                part.put("thoughtSignature", "c2ltdWxhdGVk");
            }
        } else if (!words.isEmpty()) {
            parts.addObject().put("text", words);
        }
        return content.put("role", "model");
    }

    /** Arguments that the cap cut short are no JSON; the API then shows none. */
    private static JsonNode arguments(String words) {
        try {
            return Json.read(words);
        } catch (JacksonException e) {
            return Json.object();
        }
    }

    /** All tokens so far: thoughts come first, and a count of zero is not written. */
    private ObjectNode usage(int tokens) {
        int thoughts = Math.min(tokens, written.reasoningTokens());
        ObjectNode usage = Json.object().put("promptTokenCount", input.input());
        count(usage, "cachedContentTokenCount", input.read());
        count(usage, "candidatesTokenCount", tokens - thoughts);
        usage.put("totalTokenCount", input.input() + tokens);
        details(usage, "promptTokensDetails", input.input());
        details(usage, "cacheTokensDetails", input.read());
        count(usage, "thoughtsTokenCount", thoughts);
        return traffic.isEmpty() ? usage.put("serviceTier", tier) : usage.put("trafficType", traffic);
    }

    private static void count(ObjectNode usage, String name, long tokens) {
        if (tokens > 0) {
            usage.put(name, tokens);
        }
    }

    private static void details(ObjectNode usage, String name, long tokens) {
        if (tokens > 0) {
            usage.putArray(name).addObject().put("modality", "TEXT").put("tokenCount", tokens);
        }
    }
}
