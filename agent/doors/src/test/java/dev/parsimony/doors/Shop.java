// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.doors;

import java.util.ArrayList;
import java.util.List;

/** An imagined HTTP client, whose methods are compiled into whatever makes moving code hard. */
public class Shop {
    private final List<Object> taken = new ArrayList<>();

    /** Begins with a jump back to its first instruction. */
    public String loops(Order order) {
        do {
            taken.add(order);
        } while (taken.size() < 3);
        return taken.size() + " taken";
    }

    /** Has the table of a dense switch and that of a sparse one. */
    public String chooses(long wide, Order order, int which) {
        String dense = switch (which) {
            case 1 -> "one";
            case 2 -> "two";
            case 3 -> "three";
            default -> "many";
        };
        String sparse = switch (which) {
            case 2 -> "a pair";
            case 1_000_000 -> "a million";
            default -> "some";
        };
        return wide + dense + sparse;
    }

    /** Has handlers, one within the other. */
    public String catches(Order order) {
        try {
            try {
                return String.valueOf(Integer.parseInt(order.method()));
            } catch (NumberFormatException word) {
                throw new IllegalStateException(word);
            } finally {
                taken.add(order);
            }
        } catch (IllegalStateException wrapped) {
            return "caught " + taken.size();
        }
    }

    /** Jumps while an object is made, so that its frames name the place of a {@code new}. */
    @SuppressWarnings("UnnecessaryStringBuilder") // a plus sign makes no object
    public String makes(Order order) {
        return new StringBuilder(
                        order.method().isEmpty() ? "nothing" : order.method().length() > 3 ? "long" : "short")
                .append(new String(taken.isEmpty() ? "!" : "?"))
                .toString();
    }

    /** Jumps so late that the distance of its first frame does not fit the short form. */
    public String hesitates(Order order) {
        int sum = 0;
        sum += 1000 + taken.size();
        sum += 2000 + taken.size();
        sum += 3000 + taken.size();
        sum += 4000 + taken.size();
        sum += 5000 + taken.size();
        return sum > 0 ? "late" : "never";
    }

    /** Has no {@code this}. */
    public static String stands(Order order) {
        return order.place().path();
    }

    /** Has its order too far back. */
    public String far(long one, double other, Order order) {
        return "far";
    }

    /** Has no code. */
    public native String loops(Order order, String how);

    /** Takes something else. */
    public String loops(Shop[] others, String order) {
        return "others";
    }
}
