// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.settings;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** The price file that the settings name: read with them, and looked at when they are. */
final class PriceFiles {
    private static final byte[] NONE = {};

    private final SettingsSource.Reading reading;
    private final String settings;
    private String name = "";
    private byte[] seen = NONE;
    private Optional<String> stamp = Optional.empty();

    /**
     * Reads price files.
     *
     * @param reading reads files
     * @param settings the settings file, beside which a relative name stands; empty for none
     */
    PriceFiles(SettingsSource.Reading reading, String settings) {
        this.reading = reading;
        this.settings = settings;
    }

    /** Forgets the file, before settings are read that may name another one or none. */
    void forget() {
        name = "";
        see(NONE, Optional.empty());
    }

    private void see(byte[] content, Optional<String> itsStamp) {
        seen = content;
        stamp = itsStamp;
    }

    /**
     * What is in the file.
     *
     * @param named as the settings name it
     * @throws IOException if it cannot be read
     */
    byte[] read(String named) throws IOException {
        name = beside(named);
        see(NONE, Optional.empty());
        Optional<String> before = reading.stamp(name); // so that a change meanwhile shows
        see(reading.read(name), before);
        return seen;
    }

    private String beside(String named) {
        Path folder = settings.isEmpty() ? null : Path.of(settings).getParent();
        return folder == null ? named : folder.resolve(named).toString();
    }

    /** Whether the file that was read last is another one now, or can be read now and could not, or the other way round. */
    boolean hasChanged() {
        if (name.isEmpty()) {
            return false;
        }
        Optional<String> now = reading.stamp(name);
        return (now.isEmpty() || !now.equals(stamp)) && hasOtherContent(now);
    }

    private boolean hasOtherContent(Optional<String> now) {
        byte[] content = content();
        if (!Arrays.equals(content, seen)) {
            return true;
        }
        if (content.length > 0) {
            stamp = now;
        }
        return false;
    }

    private byte[] content() {
        try {
            return reading.read(name);
        } catch (IOException unreadable) {
            return NONE;
        }
    }
}
