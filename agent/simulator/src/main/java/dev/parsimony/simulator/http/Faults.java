// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.simulator.http;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.ListIterator;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What is to go wrong. Of several faults that match a request the first added befalls it. Safe for use by several threads at once. */
public final class Faults {

    private final List<Fault> faults = new ArrayList<>();

    Faults() {}

    /** Adds a fault. */
    public synchronized Faults add(Fault fault) {
        faults.add(fault);
        return this;
    }

    /** Refuses with this status every request, from now on, whose body is not byte for byte one of these. */
    public Faults refuseChanged(int status, Collection<byte[]> announced) {
        Set<String> known = announced.stream().map(Faults::text).collect(Collectors.toUnmodifiableSet());
        return add(Fault.always(Fault.Effect.status(status)).when(request -> !known.contains(text(request.body()))));
    }

    /** Bytes as a key, one character each. */
    private static String text(byte[] body) {
        return new String(body, StandardCharsets.ISO_8859_1);
    }

    /** Forgets all faults. */
    public synchronized void clear() {
        faults.clear();
    }

    /** The effect that befalls this request, if any; counts it. */
    synchronized Optional<Fault.Effect> befalling(Received request) {
        for (ListIterator<Fault> each = faults.listIterator(); each.hasNext(); ) {
            Fault fault = each.next();
            if (fault.matches().test(request)) {
                spend(fault, each);
                return Optional.of(fault.effect());
            }
        }
        return Optional.empty();
    }

    private static void spend(Fault fault, ListIterator<Fault> each) {
        if (fault.times() == 1) {
            each.remove();
        } else if (fault.times() != Fault.FOR_EVER) {
            each.set(fault.times(fault.times() - 1));
        }
    }
}
