// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.evidence;

import dev.parsimony.exchange.Digest;
import dev.parsimony.exchange.Edits;
import java.util.List;

/**
 * What became of a request's prompt-cache marks.
 *
 * @param edits the splices that set them; none if there is nothing to set
 * @param skipped why no mark was set, as words with underscores; empty if one was, or if there was nothing to do
 * @param prefixes what to tell {@link Sightings#record} once the request has been sent
 */
public record Marks(Edits edits, List<String> skipped, List<Digest> prefixes) {
    /** Nothing to mark and nothing to say. */
    static Marks none() {
        return new Marks(Edits.none(), List.of(), List.of());
    }

    /** No mark, for this reason. */
    static Marks skipped(String reason, List<Digest> prefixes) {
        return new Marks(Edits.none(), List.of(reason), prefixes);
    }
}
