// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.instrumentation.apache.inside;

import dev.parsimony.exchange.Tap;
import dev.parsimony.weaving.Edges;
import dev.parsimony.weaving.TappedStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.HttpEntityWrapper;

/** A response's body with a tap in it. */
final class TappedEntity extends HttpEntityWrapper {
    private static final long UNKNOWN = -1;

    private final TappedStream content;
    private final boolean stream;

    /**
     * Puts a tap into a body.
     *
     * @param entity the body
     * @param stream whether it is a stream of events, of which part may be kept from the application
     * @param tap what sees the bytes pass
     * @param edges to notice that it was let go of
     * @throws IOException what asking for the content throws
     */
    TappedEntity(HttpEntity entity, boolean stream, Tap tap, Edges edges) throws IOException {
        super(entity);
        this.content = new TappedStream(entity.getContent(), tap, edges);
        this.stream = stream;
    }

    @Override
    public InputStream getContent() {
        return content;
    }

    @Override
    public long getContentLength() {
        return stream ? UNKNOWN : super.getContentLength();
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        try (content) {
            content.transferTo(out);
        }
    }

    @Override
    public void close() throws IOException {
        content.tellClosed();
        super.close();
    }
}
