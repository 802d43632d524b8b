// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.instrumentation.spring.web;

import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.StreamingHttpOutputMessage;
import org.springframework.http.StreamingHttpOutputMessage.Body;
import org.springframework.http.client.ClientHttpRequest;

/** What an application writes into a request, and how: at once, or later when it is asked to. */
sealed interface Content {
    /** Hands it to a request, in the way in which the application did. */
    void into(ClientHttpRequest request) throws IOException;

    /** The bytes; null where they are not to be had without the application noticing. */
    byte @Nullable [] bytes();

    /** Other bytes in the same way. */
    Content with(byte[] other);

    /** Nothing. */
    static Content none() {
        return new Nothing();
    }

    /** Bytes written at once. */
    static Content of(byte[] written) {
        return new Bytes(written);
    }

    /** What is written when it is asked to; asked here, and from here on known. */
    static Content of(Body body) {
        Copy copy = new Copy();
        try {
            body.writeTo(copy);
            return new Known(copy.bytes(), body.repeatable());
        } catch (Throwable failed) {
            boolean again = copy.isTooLong() && body.repeatable();
            return again ? new Unseen(body) : new Broken(copy.beginning(), failed, body.repeatable());
        }
    }

    /** No body. */
    record Nothing() implements Content {
        @Override
        public void into(ClientHttpRequest request) {}

        @Override
        public byte @Nullable [] bytes() {
            return null;
        }

        @Override
        public Content with(byte[] other) {
            return new Bytes(other);
        }
    }

    /** Written into the request's stream. */
    record Bytes(byte[] bytes) implements Content {
        @Override
        public void into(ClientHttpRequest request) throws IOException {
            request.getBody().write(bytes);
        }

        @Override
        public Content with(byte[] other) {
            return new Bytes(other);
        }
    }

    /** Set as the request's body. */
    record Known(byte[] bytes, boolean repeatable) implements Content, Body {
        @Override
        public void into(ClientHttpRequest request) {
            ((StreamingHttpOutputMessage) request).setBody(this);
        }

        @Override
        public void writeTo(OutputStream output) throws IOException {
            output.write(bytes);
        }

        @Override
        public Content with(byte[] other) {
            return new Known(other, repeatable);
        }
    }

    /** Set as the request's body: what the application wrote before it failed, as it fails again where it expects to. */
    record Broken(byte[] beginning, Throwable failure, boolean repeatable) implements Content, Body {
        @Override
        public void into(ClientHttpRequest request) {
            ((StreamingHttpOutputMessage) request).setBody(this);
        }

        @Override
        public void writeTo(OutputStream output) throws IOException {
            output.write(beginning);
            throw Broken.<IOException>asItIs(failure);
        }

        @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // whatever it is, declared or not
        private static <T extends Throwable> T asItIs(Throwable failure) throws T {
            throw (T) failure;
        }

        @Override
        public byte @Nullable [] bytes() {
            return null;
        }

        @Override
        public Content with(byte[] other) {
            return new Bytes(other);
        }
    }

    /** Set as the request's body, and not looked at. */
    record Unseen(Body body) implements Content {
        @Override
        public void into(ClientHttpRequest request) {
            ((StreamingHttpOutputMessage) request).setBody(body);
        }

        @Override
        public byte @Nullable [] bytes() {
            return null;
        }

        @Override
        public Content with(byte[] other) {
            return new Bytes(other);
        }
    }
}
