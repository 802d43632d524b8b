// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is in the file, reading it ends in settings and, if it is refused, in a reason. */
class AnyFileTest {
    private static final String FILE = """
            mode: optimize
            tenant: {from: ["mdc:tenantId"], trusted: []}
            log: &log {to: stderr, format: text}
            rules:
              - name: 'faq' # first
                when: {call_site: "com.acme.**", user: (a|b)+, sample: 10%}
                then: {cache: {ttl: 10m}, model: ${env:MODEL:-o3}}
                x-log: *log
            """;

    private static final byte[] MARKS =
            "\n\t {}[],:&*!|>'\"%@`#?-\\0$~<=.\u0001\u00ff".getBytes(StandardCharsets.ISO_8859_1);

    private static void read(byte[] bytes) {
        Loaded loaded = Written.bytes(bytes);
        assertThat(loaded.isAccepted() || loaded.settings().observe()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void aFileWithMarksStrewnInto(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 50; i++) {
            byte[] bytes = FILE.getBytes(StandardCharsets.UTF_8);
            for (int j = 0; j <= i % 5; j++) {
                bytes[random.nextInt(bytes.length)] = MARKS[random.nextInt(MARKS.length)];
            }
            read(bytes);
        }
    }

    @Test
    void aFileCutOffAnywhere() {
        byte[] whole = FILE.getBytes(StandardCharsets.UTF_8);
        for (int length = 0; length < whole.length; length++) {
            read(Arrays.copyOf(whole, length));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {50, 500, 1_000, 2_000, 4_000, 10_000})
    void aFileOfLists(int depth) {
        read(("rules: " + "[".repeat(depth) + "]".repeat(depth)).getBytes(StandardCharsets.UTF_8));
        read(("rules: " + "- ".repeat(depth)).getBytes(StandardCharsets.UTF_8));
        read("{a: ".repeat(depth).getBytes(StandardCharsets.UTF_8));
    }
}
