// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.endtoend;

import dev.parsimony.simulator.http.Simulator;
import dev.parsimony.testkit.Variants;
import java.util.stream.Stream;

/** The versions of OkHttp that are on the application's class path. */
enum OkHttpVersion {
    /** 3.14. */
    OLDEST("okhttp-3", "okio-jvm"),
    /** 4.12, which the SDKs bring with them. */
    USUAL(""),
    /** 5. */
    NEWEST("okhttp-5", "okhttp");

    private final String directory;

    @SuppressWarnings("ImmutableEnumChecker") // never written to
    private final String[] others;

    OkHttpVersion(String directory, String... others) {
        this.directory = directory;
        this.others = others;
    }

    /** The newer two, and in the matrix the oldest. */
    static Stream<OkHttpVersion> all() {
        return Variants.of(Stream.of(USUAL, NEWEST), Stream.of(OLDEST));
    }

    /** An application with this version. */
    Application at(Simulator simulator) {
        Application application = Application.at(simulator);
        return directory.isEmpty() ? application : application.withLibraries(directory, others);
    }
}
