// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class HashTest {
    private final Pepper pepper = Pepper.of(new Random(1));

    @Test
    void hashesTheSameContentToTheSameDigestInOneProcess() {
        assertThat(pepper.digest("a")).isEqualTo(pepper.digest("a")).isNotEqualTo(pepper.digest("b"));
    }

    @Test
    void hashesTheSameContentToAnotherDigestUnderAnotherSecret() {
        assertThat(pepper.digest("a")).isNotEqualTo(Pepper.of(new Random(2)).digest("a"));
    }

    @Test
    void beginsANewHashBehindADigest() {
        Hash hash = pepper.hash();
        Digest first = hash.text("a").digest();

        assertThat(hash.text("a").digest()).isEqualTo(first);
    }

    @Test
    void keepsTextsApartThatReadTheSameJoined() {
        assertThat(pepper.hash().text("ab").text("c").digest())
                .isNotEqualTo(pepper.hash().text("a").text("bc").digest());
        assertThat(pepper.hash().texts(List.of("a")).texts(List.of()).digest())
                .isNotEqualTo(pepper.hash().texts(List.of()).texts(List.of("a")).digest());
    }

    @Test
    void doesNotDependOnTheSizeOfThePiecesItIsGiven() {
        byte[] bytes = new byte[5000];
        new Random(3).nextBytes(bytes);
        Digest whole = pepper.hash().bytes(bytes, 0, bytes.length).digest();

        for (int seed = 0; seed < 50; seed++) {
            assertThat(inPieces(bytes, new Random(seed))).isEqualTo(whole);
        }
    }

    private Digest inPieces(byte[] bytes, RandomGenerator random) {
        Hash hash = pepper.hash();
        int from = 0;
        while (from < bytes.length) {
            int to = Math.min(bytes.length, from + random.nextInt(600));
            hash.bytes(bytes, from, to);
            from = to;
        }
        return hash.digest();
    }

    @Test
    void leavesWhiteSpaceBetweenTokensOut() {
        assertThat(json("{ \"a\" :\n[ 1 , \"x y\" , { } ] }")).isEqualTo(json("{\"a\":[1,\"x y\",{}]}"));
    }

    @Test
    void keepsWhiteSpaceInsideTexts() {
        assertThat(json("[\"x y\"]")).isNotEqualTo(json("[\"xy\"]"));
    }

    @Test
    void keepsTheOrderOfMembersAndItems() {
        assertThat(json("{\"a\":1,\"b\":2}")).isNotEqualTo(json("{\"b\":2,\"a\":1}"));
        assertThat(json("[1,2]")).isNotEqualTo(json("[2,1]")).isNotEqualTo(json("[12]"));
    }

    @Test
    void tellsAStructureInATextFromAStructure() {
        assertThat(json("[\"a\",\"b\"]")).isNotEqualTo(json("[\"a\\\",\\\"b\"]"));
        assertThat(json("[\"a\\\\\",\"b\"]")).isNotEqualTo(json("[\"a\\\\,b\"]"));
    }

    @Test
    void leavesAMemberOutWhereverItStands() {
        Digest bare = json("{\"a\":1,\"b\":{}}");

        assertThat(json("{\"x\":9,\"a\":1,\"b\":{}}")).isEqualTo(bare);
        assertThat(json("{\"a\":1,\"x\":{\"y\":[1,2]},\"b\":{}}")).isEqualTo(bare);
        assertThat(json("{\"a\":1,\"b\":{\"x\":\"}\"}}")).isEqualTo(bare);
        assertThat(json("{\"a\":1,\"b\":{},\"x\":null}")).isEqualTo(bare);
        assertThat(json("{\"x\":1}")).isEqualTo(json("{}"));
    }

    @Test
    void hashesWhatIsLeftOfAnyTextAsIfTheRestHadNeverBeen() {
        for (int seed = 0; seed < 2000; seed++) {
            String with = Sample.json(new Random(seed), true);
            String without = Sample.json(new Random(seed), false);

            assertThat(json(with)).as(with).isEqualTo(json(without));
        }
    }

    private Digest json(String text) {
        Json json = Json.read(text.getBytes(StandardCharsets.UTF_8)).orElseThrow();
        List<Node> without = new ArrayList<>();
        collect(json.root(), without);
        return pepper.hash().json(json.root(), without).digest();
    }

    private static void collect(Node node, List<Node> into) {
        if (node.name().equals("x")) {
            into.add(0, node); // in no order
        } else {
            node.children().forEach(child -> collect(child, into));
        }
    }

    /** JSON at random, the same twice but for white space and members named x. */
    private record Sample(Random shape, Random noise, StringBuilder out) {
        static String json(Random shape, boolean noisy) {
            Sample sample = new Sample(shape, noisy ? new Random(7) : new Silence(), new StringBuilder());
            sample.value(3);
            return sample.out.toString();
        }

        private void value(int depth) {
            space();
            switch (depth == 0 ? shape.nextInt(3) : shape.nextInt(5)) {
                case 0 -> out.append(shape.nextInt(1000));
                case 1 -> out.append("\"a, b} \\\"").append(shape.nextInt(10)).append("\\\\\"");
                case 2 -> out.append(shape.nextBoolean() ? "true" : "null");
                case 3 -> array(depth);
                default -> object(depth);
            }
            space();
        }

        private void array(int depth) {
            out.append('[');
            int items = shape.nextInt(4);
            for (int i = 0; i < items; i++) {
                out.append(i == 0 ? "" : ",");
                value(depth - 1);
            }
            out.append(']');
        }

        private void object(int depth) {
            out.append('{');
            int members = shape.nextInt(4);
            int noisyAt = noise.nextInt(5); // one of at most four places, or none
            boolean first = true;
            for (int i = 0; i <= members; i++) {
                if (noise instanceof Silence ? false : i == noisyAt) {
                    out.append(first ? "" : ",").append("\"x\" : [1, {\"x\":2}, \"]\"]");
                    first = false;
                }
                if (i < members) {
                    out.append(first ? "" : ",").append("\"m").append(i).append("\":");
                    value(depth - 1);
                    first = false;
                }
            }
            out.append('}');
        }

        private void space() {
            out.append(" \n".repeat(noise.nextInt(2)));
        }
    }

    /** No noise. */
    private static final class Silence extends Random {
        @Override
        public int nextInt(int bound) {
            return 0;
        }
    }
}
