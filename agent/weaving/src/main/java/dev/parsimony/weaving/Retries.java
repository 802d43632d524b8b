// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.weaving;

import java.util.List;

/**
 * A framework that makes failed calls again, above the seam of whichever SDK it calls. Without it, each attempt would be a
 * call of its own.
 */
public interface Retries extends Instrumentation {
    /** The methods that run something and, where it fails, run it again on the same thread. */
    List<Symbol> methods();

    @Override
    default List<Weave> weaves() {
        return methods().stream()
                .map(method -> new Weave(method, "dev.parsimony.weaving.retry.Retry"))
                .toList();
    }

    @Override
    default List<Symbol> requires() {
        return List.of();
    }

    @Override
    default List<String> inside() {
        return List.of("dev.parsimony.weaving.retry");
    }
}
