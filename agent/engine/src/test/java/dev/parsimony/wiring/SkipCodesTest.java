// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The reasons in {@code parsimony.skipped}, read from the code: a user who finds one looks it up in README. */
class SkipCodesTest {
    private static final Path CODE = Path.of("src", "main", "java", "dev", "parsimony");
    private static final Path README = Path.of("..", "..", "README.md");
    private static final String KEPT = "Reusable.java";

    private static final Pattern WORD = Pattern.compile("\"([a-z]+(?:_[a-z]+)*)\"");
    private static final Pattern SAID = Pattern.compile("new Objection<>\\(\\s*\"[^\"]*\""
            + "|Optional\\.of\\(\"[^\"]*\"\\)"
            + "|\\b(?:refuse|leave)\\([^;\\n]*"
            + "|\\bskip\\([^;]*"
            + "|new Marks\\([^;]*"
            + "|\\breason : \"[^\"]*\""
            + "|String (?:REASON|SAME_TRACE|NO_TENANT|NO_ADDRESS) = [^;]*");

    @Test
    void areAllExplainedToUsers() throws IOException {
        assertThat(explained()).containsAll(codes());
    }

    @Test
    void areNotExplainedWhereThereIsNoSuchReason() throws IOException {
        assertThat(codes()).containsAll(explained());
    }

    private static Set<String> codes() throws IOException {
        try (Stream<Path> sources = Stream.of("dialect", "evidence", "exchange", "recall", "rewrite", "wiring")
                .map(CODE::resolve)
                .flatMap(SkipCodesTest::files)) {
            return sources.flatMap(SkipCodesTest::codes).collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static Stream<String> codes(Path source) {
        String prefix = source.endsWith(KEPT) ? "not_kept_" : "";
        return found(SAID, text(source))
                .map(MatchResult::group)
                .flatMap(said -> found(WORD, said))
                .map(word -> prefix + word.group(1));
    }

    /** The first column of the table. */
    private static Set<String> explained() throws IOException {
        List<String> lines = Files.readAllLines(README);
        int head = lines.indexOf("| reason | what it says |");
        assertThat(head).isPositive();
        return lines.subList(head + 2, lines.size()).stream()
                .takeWhile(line -> line.startsWith("|"))
                .map(line -> line.split("\\|", -1)[1])
                .flatMap(column -> found(Pattern.compile("`([a-z_]+)`"), column))
                .map(code -> code.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<MatchResult> found(Pattern pattern, String text) {
        return pattern.matcher(text).results();
    }

    private static Stream<Path> files(Path directory) {
        return Stream.of(Objects.requireNonNull(directory.toFile().listFiles()))
                .map(File::toPath)
                .filter(file -> file.toString().endsWith(".java"));
    }

    private static String text(Path source) {
        try {
            return Files.readString(source);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
