// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.instrumentation.genai.inside;

import java.io.InputStream;
import okhttp3.MediaType;
import okhttp3.ResponseBody;
import okio.BufferedSource;
import okio.Okio;
import org.jspecify.annotations.Nullable;

/** A response's body out of a stream. */
final class Body extends ResponseBody {
    private final @Nullable MediaType type;
    private final long length;
    private final BufferedSource source;

    /**
     * A body.
     *
     * @param type its media type, or null if that is not known
     * @param length its bytes, or -1 if their number is not known
     * @param stream what it is read from, and closed with it
     */
    Body(@Nullable MediaType type, long length, InputStream stream) {
        this.type = type;
        this.length = length;
        this.source = Okio.buffer(Okio.source(stream));
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
