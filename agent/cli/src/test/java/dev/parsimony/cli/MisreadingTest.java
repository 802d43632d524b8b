// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parsimony.exchange.Json;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MisreadingTest {
    private static String of(byte[] bytes) {
        assertThat(Json.read(bytes)).isEmpty();
        Misreading misreading = Misreading.of(bytes);
        return misreading.position() + " " + misreading.reason();
    }

    private static String of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"a\": 1, \"a\": 2} | Duplicate",
                "{\"a\": 1,} | was expecting",
                "{\"a\": tru} | Unrecognized token",
                "{\"a\": 1 \"b\": 2} | was expecting",
                "{'a': 1} | was expecting",
                "[1, 2 | ends in the middle",
                "{\"a\": \"open | ends in the middle",
                "{} {} | text goes on behind it",
                "\"a\" 5 | text goes on behind it"
            })
    void saysWhatIsWrong(String text, String reason) {
        assertThat(of(text)).startsWith("1:").contains(reason).doesNotContain("Source:");
    }

    @Test
    void saysWhere() {
        assertThat(of("{\n  \"name\": \"\u00fc\",\n  \"a\": oops\n}")).startsWith("3:");
        assertThat(of("{}\n[]")).startsWith("2:1 ");
    }

    @Test
    void saysThatNothingIsThere() {
        assertThat(of("")).isEqualTo("1:1 it is empty");
        assertThat(of(" \n ")).isEqualTo("1:1 it is empty");
    }

    @Test
    void saysThatAByteOrderMarkStandsBeforeIt() {
        assertThat(of("\ufeff{}")).startsWith("1:1 a byte-order mark");
    }

    @Test
    void saysWhereItIsNoUtf8() {
        assertThat(of("{\"a\":\n\"\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1)))
                .isEqualTo("2:2 it is not text in UTF-8 from here on");
    }

    @Test
    void saysThatItIsTooDeep() {
        assertThat(of("[".repeat(600) + "]".repeat(600))).isEqualTo("1:513 it is nested deeper than 512 levels");
    }

    @Test
    void saysThatANameIsHalfACharacter() {
        assertThat(of("{\"\\ud800\": 1}")).contains("surrogate");
    }
}
