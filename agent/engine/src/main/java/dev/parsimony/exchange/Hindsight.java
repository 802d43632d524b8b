// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.exchange;

import java.math.BigDecimal;

/**
 * What would have made a call cheaper, as far as the calls before it show. Amounts, times and places, of which nothing of the
 * request can be learnt.
 *
 * @param againMicros microseconds since the very same request was made, whose answer might have been given again; negative if
 *     it was not, or must not be answered so
 * @param cap the cap on output tokens that the application asked for; negative for none
 * @param standsFor how many calls of its site the rest is said for, since not every prompt is looked at; 0 if this one was not
 * @param unread what the call would have cost less had its prefix been marked for the provider's cache, in USD; negative where
 *     that would have written it
 * @param broken what it would have cost less had what varies in its prefix stood behind what does not, in USD
 * @param breaker what varies, in words: {@code system line 3 (a time)}; empty if nothing does
 */
public record Hindsight(
        long againMicros, long cap, int standsFor, BigDecimal unread, BigDecimal broken, String breaker) {}
