// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.doors;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * The stack map of a method whose code has moved. A frame tells its place as the distance from the one before, so that only
 * the first one changes; what is not initialised yet is named by the place of its {@code new}. Java Virtual Machine
 * Specification 17, 4.7.4.
 */
final class Frames {
    private static final int ONE_ITEM = 64;
    private static final int RESERVED = 128;
    private static final int ONE_ITEM_FAR = 247;
    private static final int SAME_FAR = 251;
    private static final int FULL = 255;
    private static final int OBJECT = 7;
    private static final int UNINITIALISED = 8;

    private final ByteBuffer in;
    private final DataOutputStream out;
    private final int shift;

    /**
     * Frames to be moved.
     *
     * @param in where they are read, behind the attribute's length
     * @param out where they go
     * @param shift by how many bytes the code has moved
     */
    Frames(ByteBuffer in, DataOutputStream out, int shift) {
        this.in = in;
        this.out = out;
        this.shift = shift;
    }

    void move() throws IOException {
        int count = unsigned(in.getShort());
        out.writeShort(count);
        for (int i = 0; i < count; i++) {
            frame(i == 0 ? shift : 0);
        }
    }

    private void frame(int more) throws IOException {
        int type = Byte.toUnsignedInt(in.get());
        if (type < RESERVED) {
            near(type, more);
        } else {
            out.writeByte(type);
            out.writeShort(unsigned(in.getShort()) + more);
            rest(type);
        }
    }

    /** A frame whose type holds its distance, which may no longer fit. */
    private void near(int type, int more) throws IOException {
        boolean hasItem = type >= ONE_ITEM;
        int base = hasItem ? ONE_ITEM : 0;
        int distance = type - base + more;
        if (distance < ONE_ITEM) {
            out.writeByte(base + distance);
        } else {
            out.writeByte(hasItem ? ONE_ITEM_FAR : SAME_FAR);
            out.writeShort(distance);
        }
        items(hasItem ? 1 : 0);
    }

    private void rest(int type) throws IOException {
        if (type == ONE_ITEM_FAR) {
            items(1);
        } else if (type == FULL) {
            items(count());
            items(count());
        } else {
            items(Math.max(0, type - SAME_FAR));
        }
    }

    private int count() throws IOException {
        int count = unsigned(in.getShort());
        out.writeShort(count);
        return count;
    }

    private void items(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            int tag = in.get();
            out.writeByte(tag);
            if (tag == OBJECT) {
                out.writeShort(in.getShort());
            } else if (tag == UNINITIALISED) {
                out.writeShort(unsigned(in.getShort()) + shift);
            }
        }
    }

    private static int unsigned(short value) {
        return Short.toUnsignedInt(value);
    }
}
