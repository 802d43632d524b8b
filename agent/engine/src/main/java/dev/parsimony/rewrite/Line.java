// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.rewrite;

/**
 * A line of a text as it stands in JSON, escapes and all, so that its bytes never change.
 *
 * @param bytes the array it stands in
 * @param from its first byte
 * @param to behind its last, the line feed not included
 */
record Line(byte[] bytes, int from, int to) {
    private static final int LONGEST_KEY = 40;
    private static final int MOST_SPACES = 4;

    int length() {
        return to - from;
    }

    /** Whether nothing but white space stands in it. */
    boolean isBlank() {
        return end() == from;
    }

    /** Behind the last byte that is no white space. */
    int end() {
        int end = to;
        while (end > from) {
            if (bytes[end - 1] == ' ') {
                end--;
            } else if (isEscape(end - 2, 'r') || isEscape(end - 2, 't')) {
                end -= 2;
            } else {
                return end;
            }
        }
        return end;
    }

    private boolean isEscape(int at, char name) {
        if (at < from || bytes[at] != '\\' || bytes[at + 1] != name) {
            return false;
        }
        int slashes = 0;
        while (at - slashes > from && bytes[at - slashes - 1] == '\\') {
            slashes++;
        }
        return slashes % 2 == 0;
    }

    /** Whether it begins with a text in ASCII. */
    boolean begins(String text) {
        if (length() < text.length()) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (bytes[from + i] != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Whether a text in ASCII stands in it. */
    boolean contains(String text) {
        for (int at = from; at <= to - text.length(); at++) {
            if (new Line(bytes, at, to).begins(text)) {
                return true;
            }
        }
        return false;
    }

    /** Whether it ends with a colon, and so leads to what follows. */
    boolean leads() {
        return end() > from && bytes[end() - 1] == ':';
    }

    /** Whether it is prose that does not end with a sentence. */
    boolean breaksOff() {
        return !isBlank() && !isEntry() && !begins("<") && !begins("```") && ".!?".indexOf(bytes[end() - 1]) < 0;
    }

    /** Whether it is prose that begins in lower case. */
    boolean isContinuation() {
        return !isBlank() && !isEntry() && bytes[from] >= 'a' && bytes[from] <= 'z';
    }

    /** Whether it begins with a space or a tab. */
    boolean isIndented() {
        return begins(" ") || begins("\\t");
    }

    /** Whether it begins a section, or parts two of them. */
    boolean isHeading() {
        return begins("#") || begins("**") || begins("---") || begins("===");
    }

    /** Whether it is an item of a list, a row of a table or a quotation. */
    boolean isItem() {
        return begins("- ") || begins("* ") || begins("+ ") || begins("|") || begins(">") || isBullet() || isNumbered();
    }

    /** Whether it begins like {@code 12.}, {@code 3)} or {@code b)}. */
    private boolean isNumbered() {
        int at = from;
        while (at < to && at < from + 4 && bytes[at] > 0 && Character.isLetterOrDigit(bytes[at])) {
            at++;
        }
        boolean ended = at > from && at < to && (bytes[at] == '.' || bytes[at] == ')');
        return ended && (Character.isDigit(bytes[from]) || at == from + 1);
    }

    /** The sign {@code U+2022}, in UTF-8. */
    private boolean isBullet() {
        return length() > 3
                && bytes[from] == (byte) 0xE2
                && bytes[from + 1] == (byte) 0x80
                && bytes[from + 2] == (byte) 0xA2;
    }

    /** Whether it reads {@code Current time: 12:05}: a short name, a colon, a space, a value. */
    boolean isEntry() {
        int at = from;
        int spaces = 0;
        while (at < to && at - from <= LONGEST_KEY && bytes[at] != ':') {
            spaces += bytes[at] == ' ' ? 1 : 0;
            if (!mayStandInKey(bytes[at])) {
                return false;
            }
            at++;
        }
        boolean named =
                at > from && !Character.isDigit(bytes[from]) && at - from <= LONGEST_KEY && spaces <= MOST_SPACES;
        return named && at + 2 < end() && bytes[at + 1] == ' ';
    }

    private static boolean mayStandInKey(byte b) {
        return b < 0 || Character.isLetterOrDigit(b) || " _-./()".indexOf(b) >= 0;
    }

    @Override
    public String toString() {
        return length() + " bytes"; // never the content
    }
}
