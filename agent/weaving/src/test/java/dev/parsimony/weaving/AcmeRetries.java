// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.weaving;

import java.util.List;

/** The retries of the framework made for tests. */
final class AcmeRetries implements Retries {
    static final String PATIENCE = "com.acme.sdk.Patience";

    @Override
    public String name() {
        return "acme-framework";
    }

    @Override
    public List<Symbol> methods() {
        return List.of(Symbol.method(PATIENCE, "insist", "java.util.concurrent.Callable", "int"));
    }
}
