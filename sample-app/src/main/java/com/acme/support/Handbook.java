// SPDX-License-Identifier: Apache-2.0
package com.acme.support;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Objects;

/** What everybody at the desk must know; it goes along with every request. */
final class Handbook {
    private final String text;
    private final InstantSource clock;

    private Handbook(String text, InstantSource clock) {
        this.text = text;
        this.clock = clock;
    }

    /** Reads the handbook. */
    static Handbook read(InstantSource clock) {
        try (InputStream file = Objects.requireNonNull(Handbook.class.getResourceAsStream("handbook.txt"))) {
            return new Handbook(new String(file.readAllBytes(), StandardCharsets.UTF_8), clock);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The handbook. */
    String text() {
        return text;
    }

    /** The handbook under the time of day: handy for opening hours, and ruin for every prompt cache. */
    String textWithClock() {
        return "Current time: " + clock.instant() + "\n\n" + text;
    }
}
