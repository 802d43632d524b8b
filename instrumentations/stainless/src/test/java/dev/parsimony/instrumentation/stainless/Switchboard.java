// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.instrumentation.stainless;

import dev.parsimony.exchange.Call;
import dev.parsimony.exchange.Caller;
import dev.parsimony.exchange.Client;
import dev.parsimony.exchange.Gate;
import dev.parsimony.exchange.Passage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The gate of one application's loader; behind it stands the prompter of whichever test is running. */
record Switchboard(Supplier<Prompter> prompter) implements Gate {
    @Override
    public Caller caller() {
        return prompter.get().caller();
    }

    @Override
    public Passage open(Call call, Client client, @Nullable Caller caller) {
        return prompter.get().open(call, client, caller);
    }

    @Override
    public boolean hurries(String method, String path) {
        return prompter.get().hurries(method, path);
    }

    @Override
    public boolean wants(String method, String path) {
        return prompter.get().wants(method, path);
    }
}
