// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.dialect;

import dev.parsimony.exchange.Lens;
import dev.parsimony.exchange.Node;
import java.util.Optional;
import java.util.OptionalDouble;

/** A request that holds a conversation; what is read of that alike, whatever the API. */
interface TalkLens extends Lens {
    /** The request. */
    Node request();

    /** What was said so far. */
    Transcript transcript();

    @Override
    default String model() {
        return request().get("model").text();
    }

    @Override
    default boolean streamed() {
        return request().get("stream").isTrue();
    }

    @Override
    default OptionalDouble temperature() {
        return request().get("temperature").asDouble();
    }

    @Override
    default int messages() {
        return transcript().size();
    }

    @Override
    default boolean usesTools() {
        return !request().get("tools").items().isEmpty();
    }

    @Override
    default boolean hasImages() {
        return transcript().hasImages();
    }

    @Override
    default String systemText() {
        return transcript().systemText();
    }

    @Override
    default String firstUserText() {
        return transcript().firstUserText();
    }

    @Override
    default String lastUserText() {
        return transcript().lastUserText();
    }

    @Override
    default Optional<String> conversationId() {
        return Optional.empty();
    }

    @Override
    default long promptBytes() {
        return Prefix.bytes(blocks());
    }
}
