// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.doors;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/** Bytes whose count has to be written before them. */
final class Bytes {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final DataOutputStream out = new DataOutputStream(bytes);

    /** Where they are written. */
    DataOutputStream out() {
        return out;
    }

    /** Writes their count, in four bytes, and them. */
    void writeTo(DataOutputStream other) throws IOException {
        other.writeInt(bytes.size());
        bytes.writeTo(other);
    }

    byte[] toArray() {
        return bytes.toByteArray();
    }
}
