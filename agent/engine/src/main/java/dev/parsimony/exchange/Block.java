// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.exchange;

/**
 * A piece of what the model reads, as the provider's prompt cache sees it.
 *
 * @param level tools, system or messages: the order in which the cache compares
 * @param role who speaks, in the API's word; empty for a tool
 * @param message which message or input item it stands in, from 0; -1 for a tool or a system text outside the messages
 * @param node the whole block
 * @param text its text value, a JSON string; missing if it is no text
 * @param marked whether the application marked it as the end of a cached prefix
 * @param markable whether a mark may stand on it
 * @param movable whether its text may be moved within its role: plain text, not signed, not cited
 */
public record Block(
        Level level,
        String role,
        int message,
        Node node,
        Node text,
        boolean marked,
        boolean markable,
        boolean movable) {
    /** Where a block stands in the prefix. */
    public enum Level {
        /** A tool's definition. */
        TOOLS,
        /** A system text. */
        SYSTEM,
        /** A part of a message. */
        MESSAGES
    }
}
