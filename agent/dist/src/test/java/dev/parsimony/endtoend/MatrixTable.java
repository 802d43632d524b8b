// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.endtoend;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What came of the matrix, written anew with each row: what a run that is cut short has shown stands there. */
final class MatrixTable {
    private static final String HEAD = """
        # The matrix

        Every version of every SDK in the table [`Sdk`](src/test/java/dev/parsimony/endtoend/Sdk.java), each kind of call (plain,
        streamed, async, raw), in forked JVMs against the simulator with the packaged jar: seen alone (`observe`: the requests
        and answers are those without the agent, and each call is one span), capped (`rewrite`: so is every request at the
        provider, and every answer comes) and made twice (`hit`: what is held answers, event for event as before). A version has
        the kinds of call that stand before "of".

        Written on %s by `MatrixIT` on JDK %s, from `target/matrix.md`. It is repeated by

        ```
        mvn verify -Pmatrix -pl agent/dist -am -Dtest=none -Dsurefire.failIfNoSpecifiedTests=false \\
            -Dit.test=MatrixIT -Dfailsafe.failIfNoSpecifiedTests=false
        ```

        and with `-Dmatrix.of=openai-java` for one SDK. HTTP clients have tests of their own: `OkHttpIT` (4.12, 5.5; with
        `-Pmatrix` 3.14), `ApacheHttpIT` (the version that openai-java brings; with `-Pmatrix` 5.1) and `JdkHttpIT` (the JDK
        that builds; with `-Pmatrix` every newer one found).

        | SDK | version | JDK | kinds of call | observe | rewrite | hit |
        |---|---|--:|--:|---|---|---|
        """;

    private final Path file;
    private final List<String> lines = new ArrayList<>();

    MatrixTable(Path file) {
        this.file = file;
    }

    /** What is done with every kind of call of a row. */
    enum Mode {
        OBSERVE,
        REWRITE,
        HIT
    }

    /**
     * Adds a row.
     *
     * @param calls how many kinds of call the version has
     * @param shown the modes in which all went well
     */
    void add(Row row, int calls, Collection<Mode> shown) throws IOException {
        String results = Stream.of(Mode.values())
                .map(mode -> shown.contains(mode) ? "passed" : "failed")
                .collect(Collectors.joining(" | "));
        lines.add("%s %d | %d of %d | %s |\n"
                .formatted(
                        beginning(row.sdk(), row.release()),
                        row.jdk().feature(),
                        calls,
                        row.sdk().program().calls().size(),
                        results));
        Files.writeString(
                file,
                HEAD.formatted(LocalDate.now(ZoneOffset.UTC), Runtime.version()) + String.join("", lines),
                StandardCharsets.UTF_8);
    }

    /** How each line of a version begins. */
    static String beginning(Sdk sdk, Release release) {
        return "| %s | %s |".formatted(sdk, release);
    }
}
