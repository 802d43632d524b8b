// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.dialect;

/**
 * A pattern in which {@code *} stands for any text, the empty one included.
 *
 * @param pattern the pattern, compared with regard to case
 */
record Glob(String pattern) {
    /** Whether the whole of a text fits. Takes time in proportion to the product of both lengths at worst. */
    boolean matches(String text) {
        int p = 0;
        int star = -1;
        int retry = 0;
        for (int t = 0; t < text.length(); ) {
            if (p < pattern.length() && pattern.charAt(p) == '*') {
                star = p++;
                retry = t;
            } else if (p < pattern.length() && pattern.charAt(p) == text.charAt(t)) {
                p++;
                t++;
            } else if (star >= 0) {
                p = star + 1; // let the last star take one character more
                t = ++retry;
            } else {
                return false;
            }
        }
        return pattern.substring(p).chars().allMatch(c -> c == '*');
    }

    @Override
    public String toString() {
        return pattern;
    }
}
