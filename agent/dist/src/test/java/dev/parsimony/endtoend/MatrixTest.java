// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The last result of the matrix, as it is kept beside this module's sources. */
class MatrixTest {
    private static final Pattern ROW = Pattern.compile("(?m)^(\\| \\S+ \\| [0-9]\\S* \\|).*$");

    @Test
    void hasARowOfEveryVersionOfEverySdkAndOfNoOther() throws IOException {
        List<String> versions = Stream.of(Sdk.values())
                .flatMap(sdk -> sdk.releases().stream().map(release -> MatrixTable.beginning(sdk, release)))
                .toList();

        assertThat(rows().map(row -> row.group(1)).distinct()).isEqualTo(versions);
    }

    @Test
    void hasShownEveryRow() throws IOException {
        assertThat(rows().map(MatchResult::group)).allMatch(row -> row.endsWith("| passed | passed | passed |"));
    }

    private static Stream<MatchResult> rows() throws IOException {
        return ROW.matcher(Files.readString(Path.of("MATRIX.md"), StandardCharsets.UTF_8))
                .results();
    }
}
