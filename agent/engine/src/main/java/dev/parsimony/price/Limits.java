// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.price;

import java.util.OptionalLong;

/**
 * Limits of a model, in tokens; each absent where no source gives it.
 *
 * @param context all that fits into one request, output included
 * @param input all that fits in as input
 * @param output all that can come out
 * @param dimensions length of an embedding vector
 * @param cacheable the shortest prefix that is cached, as the provider states it
 * @param cacheableAtMost the largest figure that any source gives for it
 */
public record Limits(
        OptionalLong context,
        OptionalLong input,
        OptionalLong output,
        OptionalLong dimensions,
        OptionalLong cacheable,
        OptionalLong cacheableAtMost) {
    /** The shortest prefix that can be relied on to be cached: where sources disagree, the largest of their figures. */
    public OptionalLong minimumCacheable() {
        return cacheableAtMost.isPresent() ? cacheableAtMost : cacheable;
    }
}
