// SPDX-License-Identifier: Apache-2.0
package com.acme.sdk;

import java.util.concurrent.Callable;

/** A framework's retries. */
public final class Patience {
    private Patience() {}

    /** Runs something until it does not fail. */
    public static <T> T insist(Callable<T> task, int times) throws Exception {
        for (int i = 1; ; i++) {
            try {
                return task.call();
            } catch (IllegalStateException failed) {
                if (i == times) {
                    throw failed;
                }
            }
        }
    }
}
