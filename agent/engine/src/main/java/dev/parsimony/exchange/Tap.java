// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.exchange;

/**
 * Stands where a response's body passes by. The driver shows it every byte in order and hands on what it returns; then it
 * tells the end, once, by exactly one of {@link #end}, {@link #closed}, {@link #failed} or {@link #abandoned}. None of them
 * throws.
 */
public interface Tap {
    /**
     * Bytes on their way to the application.
     *
     * @param chunk what the transport gave
     * @return what the application is to read now: nearly always the very same chunk; fewer bytes where part of an event is
     *     held back until its end is known, or where an event is kept from the application
     */
    Chunk pass(Chunk chunk);

    /** The body was read to its end; returns what had been held back. */
    Chunk end();

    /** The application closed the body before its end. */
    void closed();

    /**
     * Reading broke off.
     *
     * @param cause what the transport threw
     */
    void failed(Throwable cause);

    /** The application let go of the body without reading it to its end or closing it. */
    void abandoned();

    /** A tap that hands everything on and remembers nothing. */
    static Tap open() {
        return OpenTap.INSTANCE;
    }
}
