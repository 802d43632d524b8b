// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.exchange;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * Settings of a request that telemetry shows and that cost or caching depend on; each absent where the request does not say.
 *
 * @param topP nucleus sampling, 0 to 1
 * @param topK sampling among the k likeliest tokens
 * @param frequencyPenalty penalty on repetition
 * @param presencePenalty penalty on presence
 * @param seed the sampling seed
 * @param choices how many answers are asked for
 * @param stops texts that end the answer
 * @param outputType {@code text}, {@code json}, {@code image} or {@code speech}; empty where the request does not say
 * @param reasoning the reasoning level, in the API's word; empty where the request does not say
 * @param previousResponse id of the response that is continued; empty for none
 * @param tier the service tier asked for; empty where the request does not say
 * @param dimensions length of each embedding vector
 * @param encodings formats of embedding vectors
 */
public record Parameters(
        OptionalDouble topP,
        OptionalLong topK,
        OptionalDouble frequencyPenalty,
        OptionalDouble presencePenalty,
        OptionalLong seed,
        OptionalLong choices,
        List<String> stops,
        String outputType,
        String reasoning,
        String previousResponse,
        String tier,
        OptionalLong dimensions,
        List<String> encodings) {}
