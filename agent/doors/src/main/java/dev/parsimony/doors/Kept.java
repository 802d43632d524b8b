// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.doors;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** A few objects of the application, each once, for as long as the application has them itself. */
final class Kept implements Iterable<Object> {
    private static final int MOST = 16;

    private final List<WeakReference<Object>> kept = new ArrayList<>();

    /** Keeps one more in mind, unless there are too many. */
    @SuppressWarnings("ReferenceEquality") // what the application says of its objects does not count
    synchronized void add(Object one) {
        for (Iterator<WeakReference<Object>> all = kept.iterator(); all.hasNext(); ) {
            Object other = all.next().get();
            if (other == one) {
                return;
            }
            if (other == null) {
                all.remove();
            }
        }
        if (kept.size() < MOST) {
            kept.add(new WeakReference<>(one));
        }
    }

    /** Those that live. */
    @Override
    public synchronized Iterator<Object> iterator() {
        List<Object> alive = new ArrayList<>();
        for (WeakReference<Object> one : kept) {
            Object object = one.get();
            if (object != null) {
                alive.add(object);
            }
        }
        return alive.iterator();
    }
}
