// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class EditsTest {
    private static final byte[] BODY = bytes("{ \"a\" : 1, \"b\":[true] , \"c\":{} }");

    @Test
    void handsBackTheVeryArrayWhenNothingChanges() {
        assertThat(Edits.none().apply(BODY)).isSameAs(BODY);
        assertThat(Edits.none().isEmpty()).isTrue();
    }

    @Test
    void leavesEveryOtherByteAsItWas() {
        Edits edits = Edits.none()
                .replace(root().get("a"), "22")
                .replace(root().get("b").items().get(0), "false");

        assertThat(made(edits)).isEqualTo("{ \"a\" : 22, \"b\":[false] , \"c\":{} }");
    }

    @Test
    void takesSplicesInAnyOrder() {
        Edits edits = Edits.none()
                .append(root(), "d", "4")
                .replace(root().get("b"), "2")
                .replace(root().get("a"), "1");

        assertThat(made(edits)).isEqualTo("{ \"a\" : 1, \"b\":2 , \"c\":{} ,\"d\":4}");
    }

    @Test
    void appendsSeveralMembersToAnEmptyObject() {
        Edits edits = Edits.none().append(root().get("c"), "x", "1").append(root().get("c"), "y", "2");

        assertThat(made(edits)).endsWith("\"c\":{\"x\":1,\"y\":2} }");
    }

    @Test
    void renamesAMemberAndKeepsItsValue() {
        assertThat(made(Edits.none().rename(root().get("a"), "z"))).startsWith("{ \"z\" : 1,");
    }

    @Test
    void insertsBeforeWhatIsReplacedAtTheSameOffset() {
        int at = root().get("a").start();
        Edits edits = Edits.none()
                .replace(root().get("a"), "9")
                .splice(at, at, bytes("-"))
                .splice(at, at, bytes("8"));

        assertThat(made(edits)).startsWith("{ \"a\" : -89,");
    }

    @Test
    void joinsTwoSetsOfEdits() {
        Edits edits =
                Edits.none().replace(root().get("a"), "3").and(Edits.none().replace(root().get("b"), "4"));

        assertThat(made(edits)).startsWith("{ \"a\" : 3, \"b\":4 ");
    }

    @Test
    void refusesSplicesThatOverlap() {
        Edits edits = Edits.none().splice(2, 8, bytes("")).splice(4, 5, bytes(""));

        assertThatIllegalArgumentException().isThrownBy(() -> edits.apply(BODY)).withMessageContaining("4..5");
    }

    @Test
    void refusesASpliceOutsideTheBody() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Edits.none().splice(0, 1000, bytes("")).apply(BODY));
        assertThatIllegalArgumentException().isThrownBy(() -> Edits.none().splice(-1, 0, bytes("")));
        assertThatIllegalArgumentException().isThrownBy(() -> Edits.none().replace(root().get("missing"), "1"));
    }

    private static Node root() {
        return Json.read(BODY).orElseThrow().root();
    }

    private static String made(Edits edits) {
        byte[] result = edits.apply(BODY);
        assertThat(Json.read(result)).isPresent();
        return new String(result, StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
