// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.doors;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * The code of a method with a call put at its head; Java Virtual Machine Specification 17, 4.7.3. What is put there is four
 * bytes long, so that the tables of a {@code switch} keep the alignment they have, and no jump crosses it.
 */
final class Code {
    private static final int HEAD = 4;
    private static final int LONGEST = 65535;
    private static final int ALOAD_0 = 0x2a;
    private static final int INVOKESTATIC = 0xb8;

    private final ByteBuffer in;
    private final ConstantPool names;

    /**
     * The code of a method.
     *
     * @param in a class file, at what stands behind the length of a {@code Code} attribute
     * @param names its constants
     */
    Code(ByteBuffer in, ConstantPool names) {
        this.in = in;
        this.names = names;
    }

    /**
     * Writes it, what stands behind the attribute's length.
     *
     * @param slot the local variable to hand over, 0 to 3
     * @param method the constant of the method called, which takes an object and returns nothing
     * @throws IllegalArgumentException if that makes the code too long
     */
    void write(DataOutputStream out, int slot, int method) throws IOException {
        out.writeShort(Math.max(1, unsigned(in.getShort())));
        out.writeShort(in.getShort());
        int length = in.getInt();
        if (length + HEAD > LONGEST) {
            throw new IllegalArgumentException("the method is too long");
        }
        out.writeInt(length + HEAD);
        out.writeByte(ALOAD_0 + slot);
        out.writeByte(INVOKESTATIC);
        out.writeShort(method);
        copy(in, out, length);
        handlers(out);
        int attributes = unsigned(in.getShort());
        out.writeShort(attributes);
        for (int i = 0; i < attributes; i++) {
            attribute(out);
        }
    }

    private void handlers(DataOutputStream out) throws IOException {
        int count = unsigned(in.getShort());
        out.writeShort(count);
        for (int i = 0; i < count; i++) {
            moved(out);
            moved(out);
            moved(out);
            out.writeShort(in.getShort());
        }
    }

    private void attribute(DataOutputStream out) throws IOException {
        int name = unsigned(in.getShort());
        out.writeShort(name);
        int length = in.getInt();
        switch (names.text(name)) {
            case "StackMapTable" -> frames(out);
            case "LineNumberTable" -> places(out, length, 2);
            case "LocalVariableTable", "LocalVariableTypeTable" -> places(out, length, 8);
            default -> {
                out.writeInt(length);
                copy(in, out, length);
            }
        }
    }

    private void frames(DataOutputStream out) throws IOException {
        Bytes moved = new Bytes();
        new Frames(in, moved.out(), HEAD).move();
        moved.writeTo(out);
    }

    /** Entries that begin with a place in the code. */
    private void places(DataOutputStream out, int length, int rest) throws IOException {
        out.writeInt(length);
        int count = unsigned(in.getShort());
        out.writeShort(count);
        for (int i = 0; i < count; i++) {
            moved(out);
            copy(in, out, rest);
        }
    }

    private void moved(DataOutputStream out) throws IOException {
        out.writeShort(unsigned(in.getShort()) + HEAD);
    }

    /** Takes so many bytes over as they are. */
    static void copy(ByteBuffer in, DataOutputStream out, int count) throws IOException {
        out.write(in.array(), in.arrayOffset() + in.position(), count);
        in.position(in.position() + count);
    }

    private static int unsigned(short value) {
        return Short.toUnsignedInt(value);
    }
}
