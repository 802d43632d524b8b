// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class QuickHashTest {
    private final QuickHash.Key key = QuickHash.Key.of(new Random(1));
    private final QuickHash hash = key.hash();

    @Test
    void dependsOnTheKey() {
        assertThat(hash.text("a").digest())
                .isNotEqualTo(QuickHash.Key.of(new Random(2)).hash().text("a").digest());
        assertThat(key).hasToString("key");
    }

    @Test
    void beginsAnewBehindADigest() {
        Digest first = hash.text("a").digest();

        assertThat(hash.text("a").digest()).isEqualTo(first);
    }

    @Test
    void doesNotDependOnHowBytesAreCut() {
        byte[] bytes = new byte[1000];
        new Random(4).nextBytes(bytes);
        Digest whole = hash.bytes(bytes, 0, bytes.length).digest();
        Random random = new Random(5);
        for (int i = 0; i < 200; i++) {
            int at = 0;
            while (at < bytes.length) {
                int to = Math.min(bytes.length, at + random.nextInt(40));
                hash.bytes(bytes, at, to);
                at = to;
            }
            assertThat(hash.digest()).isEqualTo(whole);
        }
    }

    @Test
    void tellsTextsApartThatDifferInOneBitOrInLength() {
        Set<Digest> digests = new HashSet<>();
        byte[] bytes = new byte[64];
        for (int bit = 0; bit < 8 * bytes.length; bit++) {
            bytes[bit / 8] ^= (byte) (1 << bit % 8);
            digests.add(hash.bytes(bytes, 0, bytes.length).digest());
            bytes[bit / 8] ^= (byte) (1 << bit % 8);
        }
        for (int length = 0; length <= bytes.length; length++) {
            digests.add(hash.bytes(bytes, 0, length).digest());
        }

        assertThat(digests).hasSize(8 * bytes.length + bytes.length + 1);
    }

    @Test
    void tellsAChainFromItsParts() {
        assertThat(hash.text("a").text("b").digest())
                .isNotEqualTo(hash.text("ab").digest())
                .isNotEqualTo(hash.text("b").text("a").digest());
    }

    @Test
    void readsJsonWithoutWhiteSpaceAndMarks() {
        Node marked = json("{ \"a\": 1 , \"mark\" : {\"x\":2}}");

        assertThat(hash.json(marked, List.of(marked.get("mark"))).digest())
                .isEqualTo(hash.json(json("{\"a\":1}"), List.of()).digest());
    }

    private static Node json(String text) {
        return Json.read(text.getBytes(StandardCharsets.UTF_8)).orElseThrow().root();
    }
}
