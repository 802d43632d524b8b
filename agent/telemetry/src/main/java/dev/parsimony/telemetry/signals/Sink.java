// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.telemetry.signals;

import io.opentelemetry.api.common.AttributeKey;

/** Takes attributes: a span, or the builder of a set of them. */
@FunctionalInterface
interface Sink {
    /**
     * Takes one attribute.
     *
     * @param key its name and kind
     * @param value its value
     * @param <T> its type
     */
    <T> void put(AttributeKey<T> key, T value);
}
