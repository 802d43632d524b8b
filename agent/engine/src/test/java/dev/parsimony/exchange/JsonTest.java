// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                " [ ] ",
                "0",
                "-0.0",
                "1E5",
                "\"\"",
                "null",
                "[[[[]]],{}]",
                "{\"a\":{\"a\":{\"a\":1}}}",
                "{\"\":1,\"b\":[true,false,null]}",
                "[\"\\ud800\",\"\\udc00\\ud800\",\"\\uD83d\\uDe00\"]",
                "[123456789012345678901234567890,1e-400,1e400]",
                "\n{\"é\":\"日本\",\"\\u00e8\":\"😀\"}\r\n"
            })
    void readsWhatJacksonReads(String text) {
        byte[] bytes = bytes(text);

        assertThat(ours(bytes)).isPresent().isEqualTo(JacksonReading.of(bytes));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "}",
                "[",
                "]",
                "{]",
                "[}",
                "[1,]",
                "{\"a\":1,}",
                "{,}",
                "[,]",
                "{\"a\"}",
                "{\"a\":}",
                "{a:1}",
                "{'a':1}",
                "01",
                "-",
                "+1",
                "1.",
                ".5",
                "1e",
                "1e+",
                "0x1",
                "NaN",
                "Infinity",
                "tru",
                "truE",
                "nulll",
                "\"",
                "\"\\\"",
                "\"\\x\"",
                "\"\\u12g4\"",
                "\"\\u12\"",
                "\"\n\"",
                "\"\u0000\"",
                "[1 2]",
                "1 2",
                "{} {}",
                "[] x",
                "{\"a\":1 \"b\":2}",
                "// no\n1",
                "/* no */1",
                "[1]\u0000",
                "\u00a0[]",
                "\ufeff[]",
                "{\"a\":1,\"a\":2}",
                "{\"a\":1,\"\\u0061\":2}",
                "{\"\\ud800\":1}",
                "{\"a\":1,\"\\ude00\\ud83d\":2}",
                "{\"x\":{\"b\":1,\"c\":1,\"b\":3}}"
            })
    void refusesWhatJacksonRefuses(String text) {
        byte[] bytes = bytes(text);

        assertThat(JacksonReading.of(bytes)).isEmpty();
        assertThat(ours(bytes)).isEmpty();
    }

    @Test
    void agreesWithJacksonOnThousandsOfTexts() {
        Documents documents = new Documents(20261121);
        int accepted = 0;
        for (int i = 0; i < 5_000; i++) {
            byte[] bytes = documents.next();
            accepted += ours(bytes).isPresent() ? 1 : 0;
            assertAgreement(bytes);
        }

        assertThat(accepted).as("texts without a repeated name").isGreaterThan(4_000);
    }

    @Test
    void agreesWithJacksonOnThousandsOfDamagedTexts() {
        Documents documents = new Documents(42);
        int refused = 0;
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = documents.damaged(documents.next());
            refused += ours(bytes).isEmpty() ? 1 : 0;
            assertAgreement(bytes);
        }

        assertThat(refused).as("texts that the damage made invalid").isGreaterThan(10_000);
    }

    @Test
    void agreesWithJacksonOnEveryTwoBytesInsideAString() {
        for (int first = 0; first < 256; first++) {
            for (int second = 0; second < 256; second++) {
                assertAgreement(new byte[] {'"', (byte) first, (byte) second, '"'});
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "C080", // overlong
                "C1BF",
                "E08080",
                "E09FBF",
                "F0808080",
                "F08FBFBF",
                "EDA080", // a surrogate
                "EDBFBF",
                "F4908080", // above U+10FFFF
                "F5808080",
                "FF",
                "80",
                "BF",
                "C2",
                "E282",
                "F09F98",
                "E2",
                "C3C3"
            })
    void refusesIllFormedUtf8(String hex) {
        byte[] inside = new java.math.BigInteger(hex, 16).toByteArray();
        byte[] text = bytes("[\"a__________\"]");
        byte[] bad = Arrays.copyOfRange(inside, inside.length - hex.length() / 2, inside.length);
        System.arraycopy(bad, 0, text, 4, bad.length);

        assertThat(Json.read(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"C280", "DFBF", "E0A080", "ED9FBF", "EE8080", "EFBFBF", "F0908080", "F48FBFBF"})
    void readsTheFirstAndLastCharactersOfEachLength(String hex) {
        byte[] inside = new java.math.BigInteger(hex, 16).toByteArray();
        byte[] text = bytes("[\"a__________\"]");
        byte[] good = Arrays.copyOfRange(inside, inside.length - hex.length() / 2, inside.length);
        System.arraycopy(good, 0, text, 4, good.length);

        assertThat(ours(text)).isPresent().isEqualTo(JacksonReading.of(text));
    }

    @Test
    void reads512NestedContainersAndNoMore() {
        assertThat(Json.read(nested(512))).isPresent();
        assertThat(Json.read(nested(513))).isEmpty();
        assertThat(Json.read(nested(1_000_000))).isEmpty();
    }

    @Test
    void refusesARepeatedNameAmongMany() {
        StringBuilder members = new StringBuilder("{\"n0\":0");
        for (int i = 1; i < 100; i++) {
            members.append(",\"n").append(i).append("\":").append(i);
        }

        assertThat(Json.read(bytes(members + "}"))).isPresent();
        assertThat(Json.read(bytes(members + ",\"n7\":1}"))).isEmpty();
    }

    @Test
    void findsARepeatedNameAmongHundredsThatHashAlike() {
        String names = IntStream.range(0, 256)
                .mapToObj(JsonTest::alike)
                .map(name -> "\"" + name + "\":0")
                .collect(Collectors.joining(","));

        assertThat(Json.read(bytes("{" + names + "}"))).isPresent();
        assertThat(Json.read(bytes("{" + names + ",\"" + alike(200) + "\":0}"))).isEmpty();
    }

    /** One of the texts that differ and yet have the same hash: {@code Aa} and {@code BB} have, eight times over. */
    private static String alike(int number) {
        return IntStream.range(0, 8)
                .mapToObj(bit -> (number >> bit & 1) == 0 ? "Aa" : "BB")
                .collect(Collectors.joining());
    }

    @Test
    void readsATextInTheMiddleOfAnArrayAndNothingBesideIt() {
        byte[] bytes = bytes("data: {\"a\":[1]}\n");

        Json json = Json.read(bytes, 6, 15).orElseThrow();

        assertThat(json.root().get("a").start()).isEqualTo(11);
        assertThat(json.size()).isEqualTo(3);
        assertThat(Json.read(bytes, 6, 14)).isEmpty();
        assertThat(Json.read(bytes, 6, 16)).as("with the line feed").isPresent();
        assertThat(Json.read(bytes, 5, 5)).isEmpty();
    }

    @Test
    void neverPrintsContent() {
        Json json = Json.read(bytes("{\"secret\":\"word\"}")).orElseThrow();

        assertThat(json + " " + json.root() + " " + json.root().get("secret")).doesNotContain("secret", "word");
    }

    private static void assertAgreement(byte[] bytes) {
        assertThat(ours(bytes))
                .as(() -> new String(bytes, StandardCharsets.ISO_8859_1))
                .isEqualTo(JacksonReading.of(bytes));
    }

    private static Optional<List<String>> ours(byte[] bytes) {
        return Json.read(bytes).map(json -> JacksonReading.ours(json.root()));
    }

    private static byte[] nested(int depth) {
        return bytes("[".repeat(depth) + "]".repeat(depth));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
