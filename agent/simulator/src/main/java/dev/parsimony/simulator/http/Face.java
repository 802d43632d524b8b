// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.simulator.http;

/** One provider's API as a whole: its endpoints and its way to say no. */
interface Face {

    /** Whether this provider would be the one to answer the request. */
    boolean recognises(Received request);

    /**
     * Answers.
     *
     * @throws Rejection when the provider would refuse
     */
    Reply answer(Received request);

    /** The event that says in the middle of this request's stream that the server failed. */
    Reply.Part failure(Received request);

    /** What the provider says to a status when it has nothing more particular to say. */
    Rejection words(int status);

    /** A refusal in the provider's words. */
    Reply refuse(Rejection rejection);
}
