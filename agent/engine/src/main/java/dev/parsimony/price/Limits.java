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
    /** These limits, and another's where these say nothing. */
    Limits over(Limits before) {
        boolean saysCacheable = minimumCacheable().isPresent();
        return new Limits(
                either(context, before.context),
                either(input, before.input),
                either(output, before.output),
                either(dimensions, before.dimensions),
                saysCacheable ? cacheable : before.cacheable,
                saysCacheable ? cacheableAtMost : before.cacheableAtMost);
    }

    private static OptionalLong either(OptionalLong own, OptionalLong before) {
        return own.isPresent() ? own : before;
    }

    /** The shortest prefix that can be relied on to be cached: where sources disagree, the largest of their figures. */
    public OptionalLong minimumCacheable() {
        return cacheableAtMost.isPresent() ? cacheableAtMost : cacheable;
    }
}
