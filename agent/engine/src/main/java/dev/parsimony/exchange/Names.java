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

    /**
     * Whether no name stands twice; a small object is compared pair by pair, a large one through a set.
     *
     * @param escaped whether a name may be written with escapes, so that two may read alike that do not look it
     */
    static boolean distinct(byte[] bytes, Json.Tape tape, int object, boolean escaped) {
        int count = 0;
        for (int member = object + 1; member < tape.size(); member = tape.after(member)) {
            if (++count <= FEW && !escaped && repeats(bytes, tape, object, member)) {
                return false;
            }
        }
        return count <= FEW && !escaped || distinctTexts(bytes, tape, object);
    }

    private static boolean repeats(byte[] bytes, Json.Tape tape, int object, int member) {
        for (int earlier = object + 1; earlier < member; earlier = tape.after(earlier)) {
            if (same(bytes, tape, earlier, member)) {
                return true;
            }
        }
        return false;
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
