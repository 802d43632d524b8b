// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.doors;

import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A class file with a knock at the head of the methods that are doors; Java Virtual Machine Specification 17, 4.1. Written
 * by hand: a library for it would cost each application with an HTTP client more than the rest of us.
 */
final class Doorway {
    private static final int LAST_SHORT_SLOT = 3;

    private final ByteBuffer in;
    private final List<Door> doors;
    private final Bytes written = new Bytes();
    private final ConstantPool constants;
    private int knocks;

    private Doorway(byte[] classFile, List<Door> doors) throws IOException {
        this.in = ByteBuffer.wrap(classFile);
        this.doors = doors;
        Code.copy(in, written.out(), 8); // magic and version
        this.constants = new ConstantPool(in);
        constants.write(written.out(), "java/lang/ParsimonyDispatcher", "knock", "(Ljava/lang/Object;)V");
    }

    /**
     * The class file with knocks.
     *
     * @param classFile as the JVM is about to load it; not written to
     * @param doors of this class
     * @return null if it has no such method
     * @throws IllegalArgumentException if it cannot be done
     * @throws IndexOutOfBoundsException if that is no class file
     */
    static byte @Nullable [] in(byte[] classFile, List<Door> doors) throws IOException {
        Doorway doorway = new Doorway(classFile, doors);
        doorway.write();
        return doorway.knocks == 0 ? null : doorway.written.toArray();
    }

    private void write() throws IOException {
        DataOutputStream out = written.out();
        Code.copy(in, out, 6); // access, this, super
        Code.copy(in, out, 2 + 2 * Short.toUnsignedInt(in.getShort(in.position())));
        members(out, false);
        members(out, true);
        Code.copy(in, out, in.remaining());
    }

    private void members(DataOutputStream out, boolean areMethods) throws IOException {
        int count = count(out);
        for (int i = 0; i < count; i++) {
            int slot = areMethods ? slot(in.position()) : -1;
            Code.copy(in, out, 6); // access, name, descriptor
            int attributes = count(out);
            for (int j = 0; j < attributes; j++) {
                attribute(out, slot);
            }
        }
    }

    private int count(DataOutputStream out) throws IOException {
        int count = Short.toUnsignedInt(in.getShort());
        out.writeShort(count);
        return count;
    }

    /** Where a method has its request; -1 if it is no door, or has it too far back. */
    private int slot(int at) {
        boolean isStatic = Modifier.isStatic(in.getShort(at));
        String name = constants.text(Short.toUnsignedInt(in.getShort(at + 2)));
        String descriptor = constants.text(Short.toUnsignedInt(in.getShort(at + 4)));
        for (Door door : doors) {
            int slot = door.slot(name, descriptor, isStatic);
            if (slot >= 0 && slot <= LAST_SHORT_SLOT) {
                return slot;
            }
        }
        return -1;
    }

    private void attribute(DataOutputStream out, int slot) throws IOException {
        int name = Short.toUnsignedInt(in.getShort());
        out.writeShort(name);
        int length = in.getInt();
        if (slot < 0 || !constants.text(name).equals("Code")) {
            out.writeInt(length);
            Code.copy(in, out, length);
            return;
        }
        Bytes code = new Bytes();
        new Code(in, constants).write(code.out(), slot, constants.added());
        code.writeTo(out);
        knocks++;
    }
}
