// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.endtoend;

import java.util.List;
import java.util.stream.Stream;

/**
 * A version of an SDK, as an application asks for it.
 *
 * @param version as the SDK names it
 * @param libraries what the application's build file names, each {@code group:artifact:version}
 */
record Release(String version, List<String> libraries) {
    /** Releases whose artifacts all have the release's own version. */
    static Stream<Release> of(List<String> artifacts, String... versions) {
        return Stream.of(versions)
                .map(version -> new Release(
                        version,
                        artifacts.stream()
                                .map(artifact -> artifact + ":" + version)
                                .toList()));
    }

    /** The same release beside another library. */
    Release with(String library) {
        return new Release(
                version, Stream.concat(libraries.stream(), Stream.of(library)).toList());
    }

    @Override
    public String toString() {
        return version;
    }
}
