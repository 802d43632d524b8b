// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.instrumentation.okhttp.inside;

import java.io.IOException;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;

/** Other bytes of the same type. */
final class OtherRequestBody extends RequestBody {
    private final RequestBody original;
    private final byte[] bytes;

    OtherRequestBody(RequestBody original, byte[] bytes) {
        this.original = original;
        this.bytes = bytes;
    }

    @Override
    public @Nullable MediaType contentType() {
        return original.contentType();
    }

    @Override
    public long contentLength() {
        return bytes.length;
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
        sink.write(bytes);
    }
}
