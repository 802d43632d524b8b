// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.benchmarks.traffic;

import java.util.Random;

/** Made-up texts of a wanted length: plain letters, spaces and full stops, so that they need no escaping in JSON. */
final class Words {
    private static final String LETTERS = "eeeaaiiooutnsrhldcmp";

    private final Random random;

    Words(Random random) {
        this.random = random;
    }

    /** A text of about so many bytes. */
    String text(int bytes) {
        StringBuilder text = new StringBuilder(bytes + 12);
        while (text.length() < bytes) {
            for (int letters = 2 + random.nextInt(8); letters > 0; letters--) {
                text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
            }
            text.append(random.nextInt(12) == 0 ? ". " : " ");
        }
        return text.toString();
    }

    /** A text of between one and two times so many bytes. */
    String about(int bytes) {
        return text(bytes + random.nextInt(bytes));
    }
}
