// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.instrumentation.okhttp.inside;

import dev.parsimony.exchange.Client;
import dev.parsimony.weaving.WeakIdentityMap;
import java.lang.reflect.Field;
import java.util.concurrent.atomic.AtomicLong;
import okhttp3.Call;
import org.jspecify.annotations.Nullable;

/** Tells the clients that calls are made with from one another. */
final class Clients {
    private final String name;
    private final AtomicLong last = new AtomicLong();
    private final WeakIdentityMap<Object, Long> numbers = new WeakIdentityMap<>();
    private volatile @Nullable Field field;

    Clients(String name) {
        this.name = name;
    }

    /** A call's client. Where that cannot be seen each call is one of its own, so that nothing is taken for shared. */
    Client client(Call call) {
        return new Client(name, numbers.get(holder(call), any -> last.incrementAndGet()), () -> null);
    }

    private Object holder(Call call) {
        try {
            Field known = field;
            if (known == null || known.getDeclaringClass() != call.getClass()) {
                known = call.getClass().getDeclaredField("client");
                known.setAccessible(true);
                field = known;
            }
            return known.get(call);
        } catch (ReflectiveOperationException | RuntimeException unseen) {
            return call;
        }
    }
}
