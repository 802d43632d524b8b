// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.simulator.http;

import dev.parsimony.simulator.billing.Bill;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;

/**
 * The providers' HTTP APIs on a port of this machine. It answers until it is closed; every method may be called from any thread.
 *
 * <p>What an application was sent is invented, what it is billed is not: {@link #bill()} follows the providers' own rules.
 */
public final class Simulator implements AutoCloseable {

    private final Options options;
    private final Deque<Received> received = new ConcurrentLinkedDeque<>();
    private final Faults faults = new Faults();
    private final Control control = new Control(this);
    private final InstantSource clock;
    private final Listener listener;
    private volatile Duration offset = Duration.ZERO;
    private volatile Pace pace;
    private volatile Site site;
    private volatile Desk desk;

    private Simulator(Options options) throws IOException {
        this.options = options;
        this.clock = () -> options.clock().instant().plus(offset);
        this.pace = options.pace();
        this.site = Site.of(options, clock);
        this.desk = new Desk(site, faults);
        this.listener = Listener.open(options.host(), options.port(), this::answer, clock);
    }

    /**
     * Starts a simulator; it listens when this returns.
     *
     * @throws UncheckedIOException when the address cannot be listened on
     */
    public static Simulator start(Options options) {
        try {
            return new Simulator(options);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "cannot listen on " + options.host() + ":" + options.port() + "; is another process using it?", e);
        }
    }

    /** Starts a simulator on a free port of this machine. */
    public static Simulator start() {
        return start(Options.defaults());
    }

    /** The port it listens on. */
    public int port() {
        return listener.port();
    }

    /** The address to give a client; OpenAI's SDK wants {@code /v1} after it, Anthropic's does not. */
    public String baseUrl() {
        return "http://" + options.host() + ":" + port();
    }

    /** Every request so far, as it came, in the order they had been read. Requests to {@code /_simulator/} are not among them. */
    public List<Received> received() {
        return List.copyOf(received);
    }

    /** What all requests so far cost. An answer is on the bill once it has been sent. */
    public Bill bill() {
        return site.account().bill();
    }

    /** What is to go wrong. */
    public Faults faults() {
        return faults;
    }

    /** The answers to give next. */
    public Script script() {
        return site.script();
    }

    /** The simulator's time: that of its options and what {@link #advance} added. */
    public InstantSource clock() {
        return clock;
    }

    /** Moves the simulator's time on. */
    public synchronized Instant advance(Duration by) {
        offset = offset.plus(by);
        return clock.instant();
    }

    /** Changes how fast answers come from now on. */
    public void pace(Pace other) {
        pace = other;
    }

    /** Forgets everything: requests, bill, caches, faults, script. Time and pace stay. */
    public void reset() {
        faults.clear();
        site = Site.of(options, clock);
        desk = new Desk(site, faults);
        received.clear();
    }

    private Connection.Response answer(Received request) {
        if (request.path().startsWith(Control.PATH)) {
            return new Connection.Response(Optional.of(control.answer(request)), Pace.IMMEDIATE);
        }
        received.add(request);
        return desk.answer(request, pace);
    }

    /** Stops listening and breaks every connection. */
    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot stop listening", e);
        }
    }

    @Override
    public String toString() {
        return "simulator on " + baseUrl();
    }
}
