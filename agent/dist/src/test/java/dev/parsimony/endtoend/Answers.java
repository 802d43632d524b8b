// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.endtoend;

import java.util.regex.Pattern;

/** What an application printed of its answers, made comparable. */
final class Answers {
    private static final Pattern CHANGING = Pattern.compile(
            "(chatcmpl-|resp_|msg_|req_)[A-Za-z0-9_]+|\"?(created|createdAt|completedAt)(=|\": ?)[0-9.E]+");

    private Answers() {}

    /** The text without ids and times, which differ from answer to answer. */
    static String withoutIds(String printed) {
        return CHANGING.matcher(printed).replaceAll("*");
    }
}
