// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.instrumentation.bedrock.inside;

import dev.parsimony.exchange.Head;
import dev.parsimony.exchange.Headers;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import software.amazon.awssdk.core.Response;
import software.amazon.awssdk.core.http.HttpResponseHandler;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.SdkHttpFullResponse;

/** Stands before the SDK's handler, which is shown the response of each attempt, and keeps what the last one was shown. */
final class Hearing implements HttpResponseHandler<Response<Object>> {
    private final HttpResponseHandler<Response<Object>> handler;
    private Head head = new Head(0, Headers.none());
    private ByteArrayOutputStream body = new ByteArrayOutputStream(0);

    Hearing(HttpResponseHandler<Response<Object>> handler) {
        this.handler = handler;
    }

    @Override
    public Response<Object> handle(SdkHttpFullResponse response, ExecutionAttributes attributes) throws Exception {
        head = HttpTypes.head(response);
        body = new ByteArrayOutputStream();
        SdkHttpFullResponse heard = response.content()
                .map(content -> response.toBuilder().content(heard(content)).build())
                .orElse(response);
        return handler.handle(heard, attributes);
    }

    private AbortableInputStream heard(AbortableInputStream content) {
        return AbortableInputStream.create(new Overheard(content, body), content);
    }

    @Override
    public boolean needsConnectionLeftOpen() {
        return handler.needsConnectionLeftOpen();
    }

    /** What the call came to. */
    Heard heard(Object output) {
        return new Heard(output, head, body.toByteArray());
    }

    /** Copies what is read of a stream. */
    private static final class Overheard extends FilterInputStream {
        private final ByteArrayOutputStream copy;

        Overheard(InputStream source, ByteArrayOutputStream copy) {
            super(source);
            this.copy = copy;
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            if (one >= 0) {
                copy.write(one);
            }
            return one;
        }

        @Override
        public int read(byte[] buffer, int from, int length) throws IOException {
            int count = super.read(buffer, from, length);
            if (count > 0) {
                copy.write(buffer, from, count);
            }
            return count;
        }

        @Override
        public boolean markSupported() {
            return false; // what is read twice would be copied twice
        }
    }
}
