// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.evidence;

import dev.parsimony.exchange.Edits;
import java.util.List;

/**
 * What became of a request's prompt-cache marks.
 *
 * @param edits the splices that set them; none if there is nothing to set
 * @param skipped why no mark was set, as words with underscores; empty if one was, or if there was nothing to do
 * @param course to be told what becomes of the request
 * @param news whether marks do not pay at this call site, for the first time
 */
public record Marks(Edits edits, List<String> skipped, Course course, boolean news) {
    /** Nothing to mark and nothing to say. */
    static Marks none() {
        return new Marks(Edits.none(), List.of(), Course.none(), false);
    }

    /** No mark, for this reason. */
    static Marks skipped(String reason) {
        return new Marks(Edits.none(), List.of(reason), Course.none(), false);
    }
}
