// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.telemetry.jul;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** The constant pool of a class file, by The Java Virtual Machine Specification (Java SE 25), section 4.4. */
final class ConstantPool {
    private static final int MAGIC = 0xCAFEBABE;
    private static final int UTF8 = 1;
    private static final int LONG = 5;
    private static final int DOUBLE = 6;
    private static final int CLASS = 7;
    private static final int METHOD = 10;

    private final List<Constant> constants = new ArrayList<>();
    private final int version;
    private final byte[] rest;

    /**
     * One entry.
     *
     * @param tag its kind; 0 for the entry that stands for none
     * @param text of a text, else empty
     * @param body of any other kind, what follows the tag
     */
    private record Constant(int tag, String text, byte[] body) {
        static final Constant NONE = new Constant(0, "", new byte[0]);

        static Constant ofText(String text) {
            return new Constant(UTF8, text, new byte[0]);
        }

        static Constant ofIndices(int tag, int... indices) {
            byte[] body = new byte[indices.length * 2];
            for (int i = 0; i < indices.length; i++) {
                body[2 * i] = (byte) (indices[i] >> 8);
                body[2 * i + 1] = (byte) indices[i];
            }
            return new Constant(tag, "", body);
        }

        int index(int nth) {
            return (body[2 * nth] & 0xFF) << 8 | body[2 * nth + 1] & 0xFF;
        }
    }

    private ConstantPool(DataInputStream in) throws IOException {
        version = in.readInt();
        int count = in.readUnsignedShort();
        constants.add(Constant.NONE); // indices begin at 1
        while (constants.size() < count) {
            Constant constant = read(in);
            constants.add(constant);
            if (constant.tag == LONG || constant.tag == DOUBLE) {
                constants.add(Constant.NONE); // section 4.4.5: they take two entries
            }
        }
        rest = in.readAllBytes();
    }

    /**
     * Reads a class file.
     *
     * @throws IllegalArgumentException if it is none, or of a later form than is known here
     */
    static ConstantPool of(byte[] classFile) {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(classFile));
        try {
            if (in.readInt() != MAGIC) {
                throw new IllegalArgumentException("not a class file");
            }
            return new ConstantPool(in);
        } catch (IOException cut) {
            throw new IllegalArgumentException("not a whole class file", cut);
        }
    }

    private static Constant read(DataInputStream in) throws IOException {
        int tag = in.readUnsignedByte();
        return tag == UTF8 ? Constant.ofText(in.readUTF()) : new Constant(tag, "", in.readNBytes(length(tag)));
    }

    /** Bytes of a constant behind its tag. */
    private static int length(int tag) {
        return switch (tag) {
            case CLASS, 8, 16, 19, 20 -> 2; // String, MethodType, Module, Package
            case 15 -> 3; // MethodHandle
            case 3, 4, 9, METHOD, 11, 12, 17, 18 ->
                4; // Integer, Float, references, NameAndType, Dynamic, InvokeDynamic
            case LONG, DOUBLE -> 8;
            default -> throw new IllegalArgumentException("unknown kind of constant: " + tag);
        };
    }

    /** Renames types: replaces the begin of their names wherever one stands. */
    void rename(String from, String to) {
        constants.replaceAll(
                constant -> constant.tag == UTF8 ? Constant.ofText(constant.text.replace(from, to)) : constant);
    }

    /** Has calls of a method go to the method of the same name and shape in another class. */
    void moveMethod(String from, String method, String to) {
        int owner = constants.size() + 1;
        boolean moved = false;
        for (int i = 0; i < constants.size(); i++) {
            Constant constant = constants.get(i);
            if (constant.tag == METHOD
                    && owner(constant).equals(from)
                    && name(constant).equals(method)) {
                constants.set(i, Constant.ofIndices(METHOD, owner, constant.index(1)));
                moved = true;
            }
        }
        if (moved) {
            constants.add(Constant.ofText(to));
            constants.add(Constant.ofIndices(CLASS, owner - 1));
        }
    }

    private String owner(Constant method) {
        return constants.get(constants.get(method.index(0)).index(0)).text;
    }

    private String name(Constant method) {
        return constants.get(constants.get(method.index(1)).index(0)).text;
    }

    /** The class file as it is now. */
    byte[] classFile() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(rest.length * 2);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(MAGIC);
            out.writeInt(version);
            out.writeShort(constants.size());
            for (Constant constant : constants) {
                write(constant, out);
            }
            out.write(rest);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static void write(Constant constant, DataOutputStream out) throws IOException {
        if (constant.tag == UTF8) {
            out.writeByte(UTF8);
            out.writeUTF(constant.text);
        } else if (constant.tag != 0) {
            out.writeByte(constant.tag);
            out.write(constant.body);
        }
    }
}
