// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.endtoend;

import dev.parsimony.testkit.Jdk;
import dev.parsimony.testkit.Variants;
import java.util.stream.Stream;

/**
 * What an application runs on.
 *
 * @param jdk the JDK
 * @param sdks the versions of the SDKs
 */
record Surroundings(Jdk jdk, Sdks sdks) {
    /** Which versions of the SDKs are on the class path. */
    enum Sdks {
        /** The oldest that are supported: openai-java 1.1.0, anthropic-java 1.0.0, google-genai 1.8.0. */
        OLDEST,
        /** Those the build names. */
        NEWEST
    }

    /** The JDK that builds, and the newest SDKs. */
    static Surroundings usual() {
        return new Surroundings(Jdk.current(), Sdks.NEWEST);
    }

    /** The JDK that builds, and the oldest SDKs. */
    static Surroundings old() {
        return new Surroundings(Jdk.current(), Sdks.OLDEST);
    }

    /** The JDK that builds, under the newest SDKs and the oldest; and in the matrix every newer one found, under the newest. */
    static Stream<Surroundings> all() {
        return Variants.of(
                Stream.of(usual(), old()), Jdk.newer().stream().map(jdk -> new Surroundings(jdk, Sdks.NEWEST)));
    }

    @Override
    public String toString() {
        return jdk + ", " + (sdks == Sdks.OLDEST ? "oldest" : "newest") + " SDKs";
    }
}
