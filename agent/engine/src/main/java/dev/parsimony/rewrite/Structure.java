// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.rewrite;

/**
 * Follows a text's lines from the first and tells which of them depend on their neighbours: those in a code fence, between
 * tags, in a list or table, indented, under a heading, or led to by a line that ends with a colon. In doubt a line depends.
 */
final class Structure {
    private boolean fenced;
    private int tags;
    private boolean torn;
    private boolean headed;
    private boolean listed;
    private Lead lead = Lead.NONE;

    /** What a line that ends with a colon leads to. */
    private enum Lead {
        NONE,
        NEXT_PARAGRAPH,
        THIS_PARAGRAPH;

        Lead said() {
            return this == NONE ? NONE : THIS_PARAGRAPH;
        }

        Lead paused() {
            return this == NEXT_PARAGRAPH ? NEXT_PARAGRAPH : NONE;
        }
    }

    /** Whether the text ends in the middle of something: a fence, a tag, a line that leads on. */
    boolean isOpen() {
        return fenced || tags > 0 || lead == Lead.NEXT_PARAGRAPH;
    }

    /** Whether the text ends something that it does not begin. */
    boolean isTorn() {
        return torn;
    }

    /** Takes the next line; whether it depends on its neighbours. */
    boolean binds(Line line) {
        if (line.isBlank()) {
            listed = false;
            lead = lead.paused();
            return true;
        }
        boolean inside = fenced || tags > 0 || headed || listed || lead != Lead.NONE;
        return takes(line) || inside;
    }

    private boolean takes(Line line) {
        if (line.begins("```") || line.begins("~~~")) {
            fenced = !fenced;
            return true;
        }
        if (fenced) {
            return true;
        }
        lead = line.leads() ? Lead.NEXT_PARAGRAPH : lead.said();
        headed |= line.isHeading();
        listed |= line.isItem() || line.isIndented();
        return tag(line) || headed || listed || line.leads();
    }

    private boolean tag(Line line) {
        if (!line.begins("<")) {
            return false;
        }
        boolean closes = line.contains("</") || line.contains("/>");
        int depth = tags + (line.begins("</") ? 0 : 1) - (closes ? 1 : 0);
        torn |= depth < 0;
        tags = Math.max(0, depth);
        return true;
    }
}
