// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class QuotationTest {
    @Test
    void escapesOnlyWhatJsonDemands() {
        assertThat(quoted("a\"b\\c/d\n\r\t\u0001\u001f\u007fé日😀"))
                .isEqualTo("\"a\\\"b\\\\c/d\\n\\r\\t\\u0001\\u001f\u007fé日😀\"");
    }

    @Test
    void escapesALoneSurrogateWhichHasNoUtf8Form() {
        assertThat(quoted("\ud83d")).isEqualTo("\"\\ud83d\"");
        assertThat(quoted("\ude00\ud83d")).isEqualTo("\"\\ude00\\ud83d\"");
    }

    @Test
    void writesTheSameInEveryLocale() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-SA-u-nu-arab"));

            assertThat(quoted("\u0012")).isEqualTo("\"\\u0012\"");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void readsBackWhateverItWrote() {
        Random random = new Random(7);
        JsonMapper jackson = new JsonMapper();
        for (int i = 0; i < 2_000; i++) {
            String text = text(random);

            byte[] json = Json.quote(text);

            assertThat(Json.read(json).orElseThrow().root().text()).isEqualTo(text);
            assertThat(jackson.readTree(json).asString()).isEqualTo(text);
        }
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(12); i > 0; i--) {
            text.append((char) (random.nextBoolean() ? random.nextInt(0x80) : random.nextInt(0x10000)));
        }
        return text.toString();
    }

    private static String quoted(String text) {
        return new String(Json.quote(text), StandardCharsets.UTF_8);
    }
}
