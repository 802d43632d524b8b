// SPDX-License-Identifier: Apache-2.0
package com.acme.calls;

import java.io.OutputStream;

/** Takes bytes, counts them, and lets them go. */
final class Drain extends OutputStream {
    private long size;

    /** Bytes taken. */
    long size() {
        return size;
    }

    @Override
    public void write(int octet) {
        size++;
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
        size += length;
    }
}
