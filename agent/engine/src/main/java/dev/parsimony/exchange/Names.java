// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.exchange;

import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/** The names of one object's members, compared as they stand in the text or, where one is escaped, as they read. */
final class Names {
    private static final int FEW = 16;

    /** So many names of one hash come by no accident: somebody chose them to keep a core busy. */
    private static final int MOST_PROBES = 64;

    private Names() {}

    /**
     * Whether no name stands twice; a small object is compared pair by pair, a large one through a table.
     *
     * @param escaped whether a name may be written with escapes, so that two may read alike that do not look it
     */
    static boolean distinct(byte[] bytes, Json.Tape tape, int object, boolean escaped) {
        if (escaped) {
            return distinctTexts(bytes, tape, object);
        }
        int count = 0;
        for (int member = object + 1; member < tape.size(); member = tape.after(member)) {
            if (++count <= FEW && repeats(bytes, tape, object, member)) {
                return false;
            }
        }
        return count <= FEW || distinctBytes(bytes, tape, object, count);
    }

    private static boolean repeats(byte[] bytes, Json.Tape tape, int object, int member) {
        for (int earlier = object + 1; earlier < member; earlier = tape.after(earlier)) {
            if (same(bytes, tape, earlier, member)) {
                return true;
            }
        }
        return false;
    }

    private static boolean distinctBytes(byte[] bytes, Json.Tape tape, int object, int count) {
        int[] slots = new int[4 * Integer.highestOneBit(count)]; // 0 is free: no member is the first value of a text
        for (int member = object + 1; member < tape.size(); member = tape.after(member)) {
            int slot = hash(bytes, tape.nameStart(member), tape.nameEnd(member)) & slots.length - 1;
            for (int probes = 0; slots[slot] != 0; slot = slot + 1 & slots.length - 1) {
                if (same(bytes, tape, slots[slot], member)) {
                    return false;
                }
                if (++probes == MOST_PROBES) {
                    return distinctTexts(bytes, tape, object);
                }
            }
            slots[slot] = member;
        }
        return true;
    }

    private static int hash(byte[] bytes, int from, int to) {
        int hash = to - from;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + bytes[i];
        }
        return hash ^ hash >>> 15;
    }

    private static boolean distinctTexts(byte[] bytes, Json.Tape tape, int object) {
        CharsetEncoder text = StandardCharsets.UTF_8.newEncoder();
        Set<String> seen = new HashSet<>();
        for (int member = object + 1; member < tape.size(); member = tape.after(member)) {
            String name = Quotation.decode(bytes, tape.nameStart(member), tape.nameEnd(member));
            if (!text.canEncode(name) || !seen.add(name)) {
                return false; // a lone surrogate is no text, and readers differ about it: Jackson refuses it in a name
            }
        }
        return true;
    }

    private static boolean same(byte[] bytes, Json.Tape tape, int a, int b) {
        return Arrays.equals(bytes, tape.nameStart(a), tape.nameEnd(a), bytes, tape.nameStart(b), tape.nameEnd(b));
    }
}
