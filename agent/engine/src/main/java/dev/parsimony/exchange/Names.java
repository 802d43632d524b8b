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

    private Names() {}

    /** Whether no name stands twice; a small object is compared pair by pair, a large one through a set. */
    static boolean distinct(byte[] bytes, Json.Tape tape, int object) {
        int[] members = new int[FEW];
        int count = 0;
        boolean escaped = false;
        for (int i = object + 1; i < tape.size(); i = tape.after(i)) {
            escaped |= escaped(bytes, tape, i);
            if (count == members.length) {
                members = Arrays.copyOf(members, count * 2);
            }
            members[count++] = i;
        }
        return count > FEW || escaped
                ? distinctTexts(bytes, tape, members, count)
                : pairwise(bytes, tape, members, count);
    }

    private static boolean pairwise(byte[] bytes, Json.Tape tape, int[] members, int count) {
        for (int i = 1; i < count; i++) {
            for (int j = 0; j < i; j++) {
                if (same(bytes, tape, members[i], members[j])) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean distinctTexts(byte[] bytes, Json.Tape tape, int[] members, int count) {
        CharsetEncoder text = StandardCharsets.UTF_8.newEncoder();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < count; i++) {
            String name = Quotation.decode(bytes, tape.nameStart(members[i]), tape.nameEnd(members[i]));
            if (!text.canEncode(name) || !seen.add(name)) {
                return false; // a lone surrogate is no text, and readers differ about it: Jackson refuses it in a name
            }
        }
        return true;
    }

    private static boolean same(byte[] bytes, Json.Tape tape, int a, int b) {
        return Arrays.equals(bytes, tape.nameStart(a), tape.nameEnd(a), bytes, tape.nameStart(b), tape.nameEnd(b));
    }

    private static boolean escaped(byte[] bytes, Json.Tape tape, int member) {
        for (int i = tape.nameStart(member); i < tape.nameEnd(member); i++) {
            if (bytes[i] == '\\') {
                return true;
            }
        }
        return false;
    }
}
