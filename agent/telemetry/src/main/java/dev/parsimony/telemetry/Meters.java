// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.telemetry;

import java.util.List;

/** The registries of an application's Micrometer, where it has some. */
public interface Meters {
    /**
     * Tells them of a call, and shows in them what was found beside single calls.
     *
     * @param call what was measured of it
     * @param isTold whether the same is told by OpenTelemetry: then registries that hand over to that are left out
     */
    void record(List<Measurement> call, boolean isTold);

    /** There are none. */
    static Meters none() {
        return NoMeters.INSTANCE;
    }

    /** No registry. */
    enum NoMeters implements Meters {
        /** The only one. */
        INSTANCE;

        @Override
        public void record(List<Measurement> call, boolean isTold) {}
    }
}
