// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.instrumentation.okhttp.inside;

import okhttp3.MediaType;
import okhttp3.ResponseBody;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/** A response's body that comes from elsewhere, or by another way. */
final class OtherResponseBody extends ResponseBody {
    private final @Nullable MediaType type;
    private final long length;
    private final BufferedSource source;

    /**
     * A body.
     *
     * @param type its type, or null if that is unknown
     * @param length in bytes; negative if that is unknown
     * @param source the bytes
     */
    OtherResponseBody(@Nullable MediaType type, long length, BufferedSource source) {
        this.type = type;
        this.length = length;
        this.source = source;
    }

    @Override
    public @Nullable MediaType contentType() {
        return type;
    }

    @Override
    public long contentLength() {
        return length;
    }

    @Override
    public BufferedSource source() {
        return source;
    }
}
