// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.doors;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** The constants of a class file, of which only names are of interest here; Java Virtual Machine Specification 17, 4.4. */
final class ConstantPool {
    private static final int UTF8 = 1;
    private static final int LONG = 5;
    private static final int DOUBLE = 6;
    private static final int CLASS = 7;
    private static final int METHOD = 10;
    private static final int NAME_AND_TYPE = 12;
    private static final int ADDED = 6;
    private static final int MOST = 65535;

    private final ByteBuffer file;
    private final int[] offsets;

    /**
     * Reads the constants.
     *
     * @param file a class file, its position where the count of constants stands; behind them when this returns
     * @throws IllegalArgumentException if there is a kind of constant that we do not know
     */
    ConstantPool(ByteBuffer file) {
        this.file = file;
        this.offsets = new int[Short.toUnsignedInt(file.getShort())];
        for (int i = 1; i < offsets.length; i++) {
            offsets[i] = file.position();
            int tag = file.get();
            file.position(file.position() + length(tag));
            if (tag == LONG || tag == DOUBLE) {
                i++; // they take two places
            }
        }
    }

    private int length(int tag) {
        return switch (tag) {
            case UTF8 -> 2 + Short.toUnsignedInt(file.getShort(file.position()));
            case CLASS, 8, 16, 19, 20 -> 2;
            case 15 -> 3;
            case 3, 4, 9, METHOD, 11, NAME_AND_TYPE, 17, 18 -> 4;
            case LONG, DOUBLE -> 8;
            default -> throw new IllegalArgumentException(Integer.toString(tag));
        };
    }

    /** The text of a constant that is one; of names alone, which in a class file are written as elsewhere. */
    String text(int index) {
        int at = offsets[index];
        byte[] bytes = new byte[Short.toUnsignedInt(file.getShort(at + 1))];
        file.get(at + 3, bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** Where the reference to a method stands that {@link #write} adds. */
    int added() {
        return offsets.length + ADDED - 1;
    }

    /**
     * Writes the constants and, behind them, a reference to one more method.
     *
     * @throws IllegalArgumentException if there is no room for it
     */
    void write(DataOutputStream out, String owner, String name, String descriptor) throws IOException {
        int next = offsets.length;
        if (next + ADDED > MOST) {
            throw new IllegalArgumentException("the constant pool is full");
        }
        out.writeShort(next + ADDED);
        out.write(file.array(), file.arrayOffset() + offsets[1], file.position() - offsets[1]);
        text(out, owner);
        pair(out, CLASS, next, -1);
        text(out, name);
        text(out, descriptor);
        pair(out, NAME_AND_TYPE, next + 2, next + 3);
        pair(out, METHOD, next + 1, next + 4);
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        out.writeByte(UTF8);
        out.writeUTF(text);
    }

    private static void pair(DataOutputStream out, int tag, int first, int second) throws IOException {
        out.writeByte(tag);
        out.writeShort(first);
        if (second >= 0) {
            out.writeShort(second);
        }
    }
}
