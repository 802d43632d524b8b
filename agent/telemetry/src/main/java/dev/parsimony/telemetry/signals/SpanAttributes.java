// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.telemetry.signals;

import dev.parsimony.exchange.Address;
import dev.parsimony.exchange.Answer;
import dev.parsimony.exchange.CallSite;
import dev.parsimony.exchange.Cost;
import dev.parsimony.exchange.Draw;
import dev.parsimony.exchange.Exchange;
import dev.parsimony.exchange.Opening;
import dev.parsimony.exchange.Operation;
import dev.parsimony.exchange.Parameters;
import dev.parsimony.exchange.Recall;
import dev.parsimony.exchange.Saving;
import dev.parsimony.exchange.TokenKind;
import dev.parsimony.exchange.Usage;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;

/**
 * What a span says of a call: a pure function of its {@link Exchange}.
 *
 * @param convention the names it is said in
 */
record SpanAttributes(Convention convention) {
    /** {@code chat gpt-4o}, or the operation alone where no model is named. */
    static String name(Exchange exchange) {
        String operation = exchange.opening().operation().toString();
        return exchange.model().isEmpty() ? operation : operation + " " + exchange.model();
    }

    /** Why the call failed, in the provider's code, a status or an exception's class; empty if it did not. */
    static String error(Exchange exchange) {
        if (!exchange.error().isEmpty()) {
            return exchange.error();
        }
        String inAnswer = exchange.answer().errorType();
        return inAnswer.isEmpty() && exchange.status() >= 400 ? Integer.toString(exchange.status()) : inAnswer;
    }

    /** Whether the answer is text of the model's own, which is counted in output tokens. */
    static boolean hasOutput(Exchange exchange) {
        return exchange.opening().operation() != Operation.EMBEDDINGS;
    }

    /** Exactly what the conventions want known at the start, for samplers. */
    Attributes atStart(Exchange exchange) {
        Opening opening = exchange.opening();
        AttributesBuilder attributes = Attributes.builder();
        attributes.put(Keys.OPERATION, opening.operation().toString());
        text(attributes::put, Keys.PROVIDER, opening.provider());
        text(attributes::put, Keys.MODEL, exchange.model());
        server(attributes::put, opening.address());
        return attributes.build();
    }

    /**
     * All that is known at the end.
     *
     * @param exchange the call, over
     * @param span takes it
     */
    void atEnd(Exchange exchange, Sink span) {
        request(span, exchange);
        answer(span, exchange);
        code(span, exchange.opening().caller().site());
        ofOurs(exchange, span);
    }

    /**
     * What only Parsimony knows, for a span that somebody else opened for the call.
     *
     * @param exchange the call, over
     * @param span takes it
     */
    void ofOurs(Exchange exchange, Sink span) {
        text(span, Keys.CALL_SITE, exchange.opening().caller().site().function());
        text(span, Keys.ENDPOINT, exchange.opening().caller().endpoint());
        text(span, Keys.TENANT, exchange.opening().tenant());
        cost(span, exchange.cost());
        saved(span, exchange.savings());
        decisions(span, exchange);
    }

    private void request(Sink attributes, Exchange exchange) {
        text(attributes, Keys.MODEL, exchange.model()); // a revert may have changed it since the start
        if (exchange.opening().streamed()) {
            attributes.put(Keys.STREAM, true);
        }
        if (exchange.cap() >= 0) {
            attributes.put(Keys.MAX_TOKENS, exchange.cap());
        }
        if (!Double.isNaN(exchange.temperature())) {
            attributes.put(Keys.TEMPERATURE, exchange.temperature());
        }
        Parameters parameters = exchange.parameters();
        if (parameters != null) {
            parameters(attributes, parameters);
        }
        openAi(attributes, exchange);
    }

    private void parameters(Sink attributes, Parameters parameters) {
        parameters.topP().ifPresent(p -> attributes.put(Keys.TOP_P, p));
        parameters.topK().ifPresent(k -> convention.topK(attributes, k));
        parameters.frequencyPenalty().ifPresent(penalty -> attributes.put(Keys.FREQUENCY_PENALTY, penalty));
        parameters.presencePenalty().ifPresent(penalty -> attributes.put(Keys.PRESENCE_PENALTY, penalty));
        parameters.seed().ifPresent(seed -> attributes.put(Keys.SEED, seed));
        parameters.choices().stream().filter(n -> n != 1).forEach(n -> attributes.put(Keys.CHOICES, n));
        parameters.dimensions().ifPresent(length -> attributes.put(Keys.DIMENSIONS, length));
        texts(attributes, Keys.STOPS, parameters.stops());
        texts(attributes, Keys.ENCODINGS, parameters.encodings());
        text(attributes, Keys.OUTPUT_TYPE, parameters.outputType());
        if (!parameters.reasoning().isEmpty()) {
            convention.newer(attributes, Convention.REASONING_LEVEL, parameters.reasoning());
        }
        if (!parameters.previousResponse().isEmpty()) {
            convention.newer(attributes, Convention.PREVIOUS_RESPONSE, parameters.previousResponse());
        }
    }

    private static void openAi(Sink attributes, Exchange exchange) {
        String dialect = exchange.opening().dialect();
        if (!dialect.startsWith("openai.")) {
            return;
        }
        switch (dialect) {
            case "openai.chat" -> attributes.put(Keys.OPENAI_API, "chat_completions");
            case "openai.responses" -> attributes.put(Keys.OPENAI_API, "responses");
            default -> {} // the conventions have no word for the others
        }
        Parameters parameters = exchange.parameters();
        text(attributes, Keys.OPENAI_TIER_ASKED, parameters == null ? "" : parameters.tier());
        text(attributes, Keys.OPENAI_TIER_USED, exchange.answer().tier());
    }

    private void answer(Sink attributes, Exchange exchange) {
        Answer answer = exchange.answer();
        text(attributes, Keys.ANSWER_ID, answer.id());
        text(attributes, Keys.ANSWER_MODEL, answer.model());
        texts(attributes, Keys.FINISH_REASONS, answer.finishReasons());
        text(attributes, Keys.ERROR, error(exchange));
        if (exchange.recall().isLocal()) {
            return; // no model was asked: a stored answer's tokens and times are those of another call
        }
        long first = exchange.timeline().firstChunk();
        if (exchange.opening().streamed() && first >= 0) {
            attributes.put(Keys.FIRST_CHUNK, first / 1e9);
        }
        answer.reported()
                .ifPresentOrElse(usage -> usage(attributes, exchange, usage), () -> estimate(attributes, exchange));
    }

    private void usage(Sink attributes, Exchange exchange, Usage usage) {
        attributes.put(Keys.INPUT_TOKENS, usage.totalInput());
        if (hasOutput(exchange)) {
            attributes.put(Keys.OUTPUT_TOKENS, usage.totalOutput());
        }
        count(attributes, Keys.CACHE_READ_TOKENS, usage.cacheRead());
        count(attributes, convention.cacheWriteTokens(), usage.cacheWrite());
        count(attributes, Keys.REASONING_TOKENS, usage.of(TokenKind.REASONING));
    }

    private static void estimate(Sink attributes, Exchange exchange) {
        boolean accepted = exchange.status() >= 200 && exchange.status() < 300;
        if (accepted && exchange.estimatedInput() >= 0) {
            attributes.put(Keys.ESTIMATED_INPUT, exchange.estimatedInput());
        }
        if (accepted && exchange.estimatedOutput() >= 0 && hasOutput(exchange)) {
            attributes.put(Keys.ESTIMATED_OUTPUT, exchange.estimatedOutput());
        }
    }

    private static void code(Sink attributes, CallSite site) {
        text(attributes, Keys.FUNCTION, site.function());
        count(attributes, Keys.LINE, site.line());
    }

    private static void cost(Sink attributes, Cost cost) {
        if (cost instanceof Cost.Unknown unknown) {
            attributes.put(Keys.COST_UNKNOWN, unknown.reason());
        } else if (cost instanceof Cost.Known known) {
            attributes.put(Keys.COST, known.usd().doubleValue());
            attributes.put(Keys.COST_CURRENCY, "USD");
            attributes.put(Keys.COST_SOURCE, known.byProvider() ? "provider" : "local");
            if (known.disputed()) {
                attributes.put(Keys.COST_CONFIDENCE, "low");
            }
        }
    }

    private static void saved(Sink attributes, List<Saving> savings) {
        if (savings.isEmpty()) {
            return;
        }
        BigDecimal sum = savings.stream().map(Saving::usd).reduce(BigDecimal.ZERO, BigDecimal::add);
        attributes.put(Keys.SAVED, sum.doubleValue());
        attributes.put(Keys.SAVED_ESTIMATED, savings.stream().anyMatch(Saving::estimated));
    }

    private static void decisions(Sink attributes, Exchange exchange) {
        text(attributes, Keys.CACHE_OUTCOME, exchange.recall().toString());
        if (exchange.recall() != Recall.NOT_ASKED) {
            attributes.put(Keys.CACHE_KIND, "exact");
        }
        if (!exchange.model().equals(exchange.opening().model())) {
            text(attributes, Keys.REQUESTED_MODEL, exchange.opening().model());
        }
        Draw draw = exchange.draw();
        if (draw != null && draw.control()) {
            attributes.put(Keys.CONTROL, true);
        }
        texts(attributes, Keys.RULES, exchange.rules());
        texts(attributes, Keys.REWRITES, exchange.rewrites());
        texts(attributes, Keys.SKIPPED, exchange.skipped());
        texts(attributes, Keys.REVERTED, exchange.reverted());
        if (exchange.attempts() > 1) {
            attributes.put(Keys.ATTEMPTS, (long) exchange.attempts());
        }
        text(attributes, Keys.REQUEST_ID, exchange.requestId());
    }

    /** Adds where the API answers, the scheme's own port included. */
    static void server(Sink attributes, Address address) {
        if (!address.host().isEmpty()) {
            attributes.put(Keys.SERVER, address.host());
            attributes.put(Keys.PORT, (long) port(address));
        }
    }

    /** The port of an address, the scheme's own if it names none. */
    static int port(Address address) {
        return address.port() >= 0 ? address.port() : address.scheme().equals("http") ? 80 : 443;
    }

    /** Adds a text unless it is empty. */
    static void text(Sink attributes, AttributeKey<String> key, String value) {
        if (!value.isEmpty()) {
            attributes.put(key, value);
        }
    }

    private static void texts(Sink attributes, AttributeKey<List<String>> key, Collection<String> values) {
        if (!values.isEmpty()) {
            attributes.put(key, List.copyOf(values));
        }
    }

    private static void count(Sink attributes, AttributeKey<Long> key, long value) {
        if (value > 0) {
            attributes.put(key, value);
        }
    }
}
