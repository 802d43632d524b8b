// SPDX-License-Identifier: Apache-2.0
package com.acme.calls;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** Answers as the providers' API references show them, with a text of some hundred bytes. */
final class Recorded {
    private Recorded() {}

    /**
     * The bytes of an answer.
     *
     * @param name its file's
     */
    static byte[] answer(String name) {
        try (InputStream file = Objects.requireNonNull(Recorded.class.getResourceAsStream(name), name)) {
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
