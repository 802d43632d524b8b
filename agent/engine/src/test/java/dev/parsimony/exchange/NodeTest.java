// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NodeTest {
    @Test
    void findsMembersByTheNameAsItReads() {
        Node root = root("{\"ab\":1,\"a\":2,\"\\u0061c\":3,\"é\":4,\"\\\\\":5,\"\\n\":6,\"\":7}");

        assertThat(root.get("ab").raw()).isEqualTo("1");
        assertThat(root.get("a").raw()).isEqualTo("2");
        assertThat(root.get("ac").raw()).isEqualTo("3");
        assertThat(root.get("é").raw()).isEqualTo("4");
        assertThat(root.get("\\").raw()).isEqualTo("5");
        assertThat(root.get("\n").raw()).isEqualTo("6");
        assertThat(root.get("").raw()).isEqualTo("7");
    }

    @Test
    void doesNotTakeAnEscapeForTheTextItIsWrittenWith() {
        Node root = root("{\"\\n\":\"\\n\"}");

        assertThat(root.get("\\n").exists()).isFalse();
        assertThat(root.get("\n").is("\\n")).isFalse();
        assertThat(root.get("\n").is("\n")).isTrue();
    }

    @Test
    void doesNotTakeABeginningForTheWhole() {
        Node root = root("{\"model\":\"gpt-4o\"}");

        assertThat(root.get("mode").exists()).isFalse();
        assertThat(root.get("models").exists()).isFalse();
        assertThat(root.get("model").is("gpt-4")).isFalse();
        assertThat(root.get("model").is("gpt-4o-mini")).isFalse();
    }

    @Test
    void answersAMissingValueAlongAPathThatIsNotThere() {
        Node missing = root("{\"a\":[1]}").get("a").get("b").get("c");

        assertThat(missing.exists()).isFalse();
        assertThat(missing.isPresent()).isFalse();
        assertThat(missing.kind()).isEqualTo(Node.Kind.MISSING);
        assertThat(missing.text() + missing.raw() + missing.name()).isEmpty();
        assertThat(missing.children()).isEmpty();
        assertThat(missing.asLong()).isEmpty();
        assertThat(missing.start() + missing.end() + missing.nameStart() + missing.nameEnd())
                .isEqualTo(-4);
        assertThat(missing.length()).isZero();
    }

    @Test
    void takesNullForThereButNotPresent() {
        Node value = root("{\"a\":null}").get("a");

        assertThat(value.exists()).isTrue();
        assertThat(value.isPresent()).isFalse();
    }

    @Test
    void knowsWhereNamesAndValuesStand() {
        String text = "{ \"a\" : [ 1 ] }";
        Node member = root(text).get("a");

        assertThat(text.substring(member.nameStart(), member.nameEnd())).isEqualTo("\"a\"");
        assertThat(text.substring(member.start(), member.end())).isEqualTo("[ 1 ]");
        assertThat(member.items().get(0).nameStart()).isEqualTo(-1);
        assertThat(member.items().get(0).nameEnd()).isEqualTo(-1);
    }

    @Test
    void readsWholeNumbersHoweverTheyAreWritten() {
        assertThat(root("[1e3]").items().get(0).asLong()).hasValue(1000);
        assertThat(root("[5.0]").items().get(0).asLong()).hasValue(5);
        assertThat(root("[9007199254740993]").items().get(0).asLong()).hasValue(9007199254740993L);
        assertThat(root("[-9223372036854775808]").items().get(0).asLong()).hasValue(Long.MIN_VALUE);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 7, -1, 1024, 999_999_999_999_999_999L, 1_000_000_000_000_000_000L, Long.MAX_VALUE})
    void readsCountsOfAnyLength(long count) {
        assertThat(root("[" + count + "]").items().get(0).asLong()).hasValue(count);
    }

    @Test
    void takesNoFractionTextOrHugeNumberForAWholeOne() {
        assertThat(root("[5.5]").items().get(0).asLong()).isEmpty();
        assertThat(root("[9223372036854775808]").items().get(0).asLong()).isEmpty();
        assertThat(root("[1e999999999]").items().get(0).asLong()).isEmpty();
        assertThat(root("[1" + "0".repeat(5000) + "]").items().get(0).asLong()).isEmpty();
        assertThat(root("[\"5\"]").items().get(0).asLong()).isEqualTo(OptionalLong.empty());
    }

    @Test
    void readsFractions() {
        assertThat(root("[0.7]").items().get(0).asDouble()).hasValue(0.7);
        assertThat(root("[-1e-3]").items().get(0).asDouble()).hasValue(-0.001);
        assertThat(root("[1e999999999]").items().get(0).asDouble()).hasValue(Double.MAX_VALUE);
        assertThat(root("[true]").items().get(0).asDouble()).isEqualTo(OptionalDouble.empty());
    }

    @Test
    void givesMembersAndItemsInOrder() {
        Node root = root("{\"b\":{\"x\":[]},\"a\":[1,[2,3],4]}");

        assertThat(root.children()).extracting(Node::name).containsExactly("b", "a");
        assertThat(root.get("a").items()).extracting(Node::raw).containsExactly("1", "[2,3]", "4");
        assertThat(root.items()).as("an object has members, not items").isEmpty();
    }

    private static Node root(String text) {
        return Json.read(text.getBytes(StandardCharsets.UTF_8)).orElseThrow().root();
    }
}
