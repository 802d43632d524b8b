// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.exchange;

/** Something that holds on this thread until closed, on the same thread. */
@FunctionalInterface
public interface Scope extends AutoCloseable {
    @Override
    void close();

    /** Both: the other one, which was entered within this one, is left first. */
    default Scope around(Scope inner) {
        return () -> {
            try {
                inner.close();
            } finally {
                close();
            }
        };
    }

    /** Nothing to hold or close. */
    static Scope none() {
        return () -> {};
    }
}
