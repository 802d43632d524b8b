// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.instrumentation.spring.flux;

/** The application fails to write its body, and is to fail where it expects to. */
final class Unwritable extends Exception {
    private static final long serialVersionUID = 1;

    Unwritable(Throwable cause) {
        super(cause);
    }
}
