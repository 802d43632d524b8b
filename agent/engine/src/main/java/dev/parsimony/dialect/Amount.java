// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.dialect;

import dev.parsimony.exchange.Node;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** Amounts of money in answers. */
final class Amount {
    /** No exponent that would make a number of a million digits. */
    private static final Pattern SANE = Pattern.compile("\\d{1,12}(\\.\\d{1,40})?([eE][+-]?\\d{1,2})?");

    private Amount() {}

    /** An amount of 0 or more, exactly as it is written; empty if there is none. */
    static Optional<BigDecimal> of(Node amount) {
        return Optional.of(amount)
                .filter(node -> node.is(Node.Kind.NUMBER))
                .map(Node::raw)
                .filter(raw -> SANE.matcher(raw).matches())
                .map(BigDecimal::new);
    }
}
