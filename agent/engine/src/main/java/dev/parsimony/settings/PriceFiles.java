// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.settings;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;

/** The price file that the settings name: read with them, and looked at when they are. */
final class PriceFiles {
    private static final byte[] NONE = {};

    private final SettingsSource.Reading reading;
    private final String settings;
    private String name = "";
    private byte[] seen = NONE;

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
        seen = NONE;
    }

    /**
     * What is in the file.
     *
     * @param named as the settings name it
     * @throws IOException if it cannot be read
     */
    byte[] read(String named) throws IOException {
        name = beside(named);
        seen = NONE;
        seen = reading.read(name);
        return seen;
    }

    private String beside(String named) {
        Path folder = settings.isEmpty() ? null : Path.of(settings).getParent();
        return folder == null ? named : folder.resolve(named).toString();
    }

    /** Whether the file that was read last is another one now, or can be read now and could not, or the other way round. */
    boolean hasChanged() {
        return !name.isEmpty() && !Arrays.equals(now(), seen);
    }

    private byte[] now() {
        try {
            return reading.read(name);
        } catch (IOException unreadable) {
            return NONE;
        }
    }
}
