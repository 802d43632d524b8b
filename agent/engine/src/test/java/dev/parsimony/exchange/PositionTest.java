// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PositionTest {
    private static final byte[] TEXT = "ab\nc\u00fc\ud83d\ude00d\n".getBytes(StandardCharsets.UTF_8);

    @ParameterizedTest
    @CsvSource({"-5, 1:1", "0, 1:1", "2, 1:3", "3, 2:1", "4, 2:2", "6, 2:3", "10, 2:4", "12, 3:1", "99, 3:1"})
    void countsLinesAndCharacters(int offset, String expected) {
        assertThat(Position.of(TEXT, offset)).hasToString(expected);
    }

    @Test
    void findsWhereATextIsNoneInUtf8() {
        byte[] latin = "ok\ncaf\u00e9 x".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(Position.ofIllFormed(latin)).contains(new Position(2, 4));
    }

    @Test
    void findsACharacterThatIsCutOff() {
        assertThat(Position.ofIllFormed(new byte[] {'a', (byte) 0xc3})).contains(new Position(1, 2));
    }

    @Test
    void findsNothingInUtf8() {
        assertThat(Position.ofIllFormed(TEXT)).isEmpty();
        assertThat(Position.ofIllFormed(new byte[0])).isEmpty();
    }
}
