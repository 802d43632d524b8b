// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.endtoend;

import dev.parsimony.simulator.http.Simulator;
import dev.parsimony.testkit.Jdk;
import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/**
 * A row of the matrix.
 *
 * @param sdk the SDK
 * @param release its version
 * @param jdk what it runs on
 */
record Row(Sdk sdk, Release release, Jdk jdk) {
    /**
     * All of them: each version on the JDK that runs the tests, and the newest on the newest JDK found too. The system
     * property {@code matrix.of} leaves one SDK of them.
     */
    static Stream<Row> all() {
        return Stream.of(Sdk.values())
                .filter(sdk -> System.getProperty("matrix.of", sdk.toString()).equals(sdk.toString()))
                .flatMap(Row::of);
    }

    private static Stream<Row> of(Sdk sdk) {
        List<Release> releases = sdk.releases();
        Release newest = releases.get(releases.size() - 1);
        return Stream.concat(
                        releases.stream().map(release -> new Row(sdk, release, Jdk.current())),
                        Stream.of(new Row(sdk, newest, Jdk.newest())))
                .distinct();
    }

    /** The SDK's application, with this version and all it needs on its class path, and nothing else. */
    Application application(Simulator simulator) throws IOException, InterruptedException {
        String libraries = Resolved.libraries(sdk, release).resolve("*").toString();
        return Application.of(simulator, jdk, sdk.program().classes() + File.pathSeparator + libraries);
    }

    /** Makes calls; what came of each. */
    List<String> run(Application application, List<String> calls) {
        return sdk.program()
                .told(application
                        .run(sdk.program().main(), calls.toArray(String[]::new))
                        .out());
    }

    @Override
    public String toString() {
        return sdk + " " + release + ", " + jdk;
    }
}
