// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.instrumentation.spring.web;

import dev.parsimony.instrumentation.spring.http.Messages;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** What an application writes, up to the length beyond which no call is. */
final class Copy extends OutputStream {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private boolean tooLong;

    /** All that was written; throws where that is too long, even if who wrote did not mind. */
    byte[] bytes() throws IOException {
        check(0);
        return beginning();
    }

    /** What was written before it became too long. */
    byte[] beginning() {
        return bytes.toByteArray();
    }

    /** Whether more was written than is kept. */
    boolean isTooLong() {
        return tooLong;
    }

    @Override
    public void write(int one) throws IOException {
        check(1);
        bytes.write(one);
    }

    @Override
    public void write(byte[] some, int from, int length) throws IOException {
        check(length);
        bytes.write(some, from, length);
    }

    private void check(int more) throws IOException {
        tooLong |= more > Messages.LARGEST - bytes.size();
        if (tooLong) {
            throw new IOException("longer than any call");
        }
    }
}
