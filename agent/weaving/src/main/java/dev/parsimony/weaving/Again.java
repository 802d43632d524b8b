// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.weaving;

/**
 * Calls the advised method again, on the same object and with the same other arguments.
 *
 * @param <Q> the SDK's request
 * @param <A> what the method returns
 */
@FunctionalInterface
public interface Again<Q, A> {
    /**
     * Sends.
     *
     * @param request what to send this time
     * @return what the method returns
     * @throws Throwable what the method throws
     */
    A send(Q request) throws Throwable;
}
