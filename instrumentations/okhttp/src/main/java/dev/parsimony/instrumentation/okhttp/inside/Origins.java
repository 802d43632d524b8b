// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.instrumentation.okhttp.inside;

import dev.parsimony.exchange.Caller;
import dev.parsimony.weaving.WeakIdentityMap;
import okhttp3.Call;
import org.jspecify.annotations.Nullable;

/** What is noted of calls that run on another thread than their caller's, where that thread still runs. */
final class Origins {
    private final WeakIdentityMap<Call, Origin> noted = new WeakIdentityMap<>();

    private sealed interface Origin {}

    private record MadeBy(Caller caller) implements Origin {}

    private enum MetAbove implements Origin {
        ALREADY
    }

    /** The call passed a seam above this one. */
    void met(Call call) {
        noted.put(call, MetAbove.ALREADY);
    }

    /** Who makes the call. */
    void note(Call call, Caller caller) {
        noted.put(call, new MadeBy(caller));
    }

    /** Whether the call passed a seam above this one, as far as that was noted. */
    boolean isMet(Call call) {
        return noted.find(call) instanceof MetAbove;
    }

    /** Who makes the call; null where that is the thread itself. */
    @Nullable
    Caller caller(Call call) {
        return noted.find(call) instanceof MadeBy made ? made.caller() : null;
    }
}
