// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.simulator.http;

import java.time.InstantSource;
import java.util.Map;

/**
 * How to start a simulator.
 *
 * @param host address to listen on
 * @param port port to listen on; 0 takes a free one
 * @param clock the time, which {@link Simulator#advance} adds to
 * @param pace how fast answers come
 * @param deployments Azure deployments by name, each with the model it runs; a deployment called like a model needs no entry
 */
public record Options(String host, int port, InstantSource clock, Pace pace, Map<String, String> deployments) {

    /** Options with these deployments. */
    public Options {
        deployments = Map.copyOf(deployments);
    }

    /** On a free port of this machine only, in real time, as fast as can be. */
    public static Options defaults() {
        return new Options("127.0.0.1", 0, InstantSource.system(), Pace.IMMEDIATE, Map.of());
    }

    /** The same at another address. */
    public Options host(String other) {
        return new Options(other, port, clock, pace, deployments);
    }

    /** The same on another port. */
    public Options port(int other) {
        return new Options(host, other, clock, pace, deployments);
    }

    /** The same by another clock. */
    public Options clock(InstantSource other) {
        return new Options(host, port, other, pace, deployments);
    }

    /** The same at another pace. */
    public Options pace(Pace other) {
        return new Options(host, port, clock, other, deployments);
    }

    /** The same with these Azure deployments, each with the model it runs. */
    public Options deployments(Map<String, String> other) {
        return new Options(host, port, clock, pace, other);
    }
}
