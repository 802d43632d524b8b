// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.dialect;

import java.util.List;

/**
 * The path of a request.
 *
 * @param text the whole path, without query
 */
record Path(String text) {
    private static final String DEPLOYMENTS = "/deployments/";

    /** The name of the Azure deployment that the path addresses; empty if it addresses none. */
    String deployment() {
        int start = text.indexOf(DEPLOYMENTS);
        if (start < 0) {
            return "";
        }
        int from = start + DEPLOYMENTS.length();
        int to = text.indexOf('/', from);
        return to < 0 ? "" : text.substring(from, to);
    }

    /**
     * Whether the last segment belongs to one object of a collection, as in OpenAI's {@code /threads/{id}/messages}, which
     * looks like Anthropic's {@code /messages} from its end.
     */
    boolean belongsToAnother(String last) {
        List<String> segments = List.of(text.split("/", -1));
        int at = segments.lastIndexOf(last);
        return at >= 2 && List.of("threads", "completions", "conversations").contains(segments.get(at - 2));
    }
}
