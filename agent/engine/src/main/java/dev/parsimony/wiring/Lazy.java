// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.wiring;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A value made when first asked for, by whichever thread asks first. */
final class Lazy<T> implements Supplier<T> {
    private final Supplier<T> maker;
    private volatile @Nullable T value;

    Lazy(Supplier<T> maker) {
        this.maker = maker;
    }

    @Override
    public T get() {
        T made = value;
        return made == null ? make() : made;
    }

    private synchronized T make() {
        T made = value;
        if (made == null) {
            made = maker.get();
            value = made;
        }
        return made;
    }
}
