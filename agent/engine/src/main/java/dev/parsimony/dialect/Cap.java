// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.dialect;

import dev.parsimony.exchange.Change;
import dev.parsimony.exchange.Edits;
import dev.parsimony.exchange.Node;
import dev.parsimony.exchange.Node.Kind;
import java.util.List;
import java.util.OptionalLong;

/**
 * The cap on output tokens in a request, in whichever of an API's fields it stands.
 *
 * @param request the request
 * @param fields the names of the API's fields
 */
record Cap(Node request, List<String> fields) {
    /** The cap; the smaller one where a request sets two. */
    OptionalLong tokens() {
        return fields.stream()
                .map(field -> request.get(field).asLong())
                .flatMapToLong(OptionalLong::stream)
                .min();
    }

    /** Whether more than one field is there, a {@code null} one included: then none can be renamed. */
    boolean isAmbiguous() {
        return present().size() > 1;
    }

    /** The field that is there; this one where none is. */
    String fieldOr(String other) {
        return present().isEmpty() ? other : present().get(0).name();
    }

    /**
     * Lowers the cap, never raises it.
     *
     * @param tokens the cap wanted
     * @param field the field in which it is to stand
     */
    Change lowered(long tokens, String field) {
        if (isAmbiguous()) {
            return Change.refuse("two_caps");
        }
        if (present().isEmpty()) {
            return Change.make(Edits.none().append(request, field, Long.toString(tokens)));
        }
        Node cap = present().get(0);
        if (cap.asLong().isEmpty() && !cap.is(Kind.NULL)) {
            return Change.refuse("cap_unreadable");
        }
        Edits edits = renamed(field);
        boolean low = cap.asLong().orElse(Long.MAX_VALUE) <= tokens;
        return Change.make(low ? edits : edits.replace(cap, Long.toString(tokens)));
    }

    /** Moves a cap that is not ambiguous into this field; no edits if there is none or it stands there. */
    Edits renamed(String field) {
        Edits edits = Edits.none();
        return present().isEmpty() || request.get(field).exists()
                ? edits
                : edits.rename(present().get(0), field);
    }

    private List<Node> present() {
        return fields.stream().map(request::get).filter(Node::exists).toList();
    }
}
