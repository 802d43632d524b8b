// SPDX-License-Identifier: Apache-2.0
package com.acme.calls;

/** A chat with a model through an official SDK whose answers come out of memory. */
public interface Chat {
    /**
     * Puts a question, behind all that was said before; none of it is remembered for the next one.
     *
     * @param question the user's last message
     * @return the answer in the SDK's own type
     */
    Object ask(String question);

    /** Requests that reached the transport so far. */
    long sent();

    /** Bytes of the body sent last; 0 before the first. */
    long lastBody();
}
