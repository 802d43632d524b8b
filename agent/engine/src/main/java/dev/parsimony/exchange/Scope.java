// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.exchange;

/** Something that holds on this thread until closed, on the same thread. */
@FunctionalInterface
public interface Scope extends AutoCloseable {
    @Override
    void close();

    /** Nothing to hold or close. */
    static Scope none() {
        return () -> {};
    }
}
