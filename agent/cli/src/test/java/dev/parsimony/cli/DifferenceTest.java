// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DifferenceTest {
    @Test
    void findsNoneBetweenEqualRequests() {
        assertThat(between("{\"a\":[1,{\"b\":2}]}", "{\"a\":[1,{\"b\":2}]}")).isEmpty();
    }

    @Test
    void namesThePathOfWhatChanged() {
        assertThat(between("{\"a\":{\"b\":1},\"c\":2}", "{\"a\":{\"b\":3},\"c\":2}"))
                .containsExactly("- a.b: 1", "+ a.b: 3");
    }

    @Test
    void showsMembersThatCameAndWent() {
        assertThat(between("{\"a\":1}", "{\"b\":2}")).containsExactly("- a: 1", "+ b: 2");
    }

    @Test
    void comparesItemsThatStandInTheSamePlace() {
        assertThat(between(
                        "[{\"t\":\"x\"},{\"t\":\"y\"},{\"t\":\"z\"}]", "[{\"t\":\"x\"},{\"t\":\"n\"},{\"t\":\"z\"}]"))
                .containsExactly("- [1].t: \"y\"", "+ [1].t: \"n\"");
    }

    @Test
    void showsAnItemThatWasPutInBetween() {
        assertThat(between("[1,2,3]", "[1,9,2,3]")).containsExactly("+ [1]: 9");
    }

    @Test
    void comparesLongTextsLineByLine() {
        assertThat(between("{\"s\":\"one\\ntwo\\nthree\"}", "{\"s\":\"one\\n2\\nthree\"}"))
                .containsExactly("- s: two", "+ s: 2");
    }

    @Test
    void showsATextThatBecameAList() {
        assertThat(between("{\"s\":\"one\"}", "{\"s\":[{\"text\":\"one\"}]}"))
                .containsExactly("- s: \"one\"", "+ s: [{\"text\":\"one\"}]");
    }

    @Test
    void cutsLongValuesShort() {
        String text = "x".repeat(200);

        assertThat(between("{}", "{\"s\":\"" + text + "\"}").get(0))
                .endsWith("... (102 more characters)")
                .hasSizeLessThan(150);
    }

    private static List<String> between(String before, String after) {
        return Difference.between(Texts.json(before), Texts.json(after)).stream()
                .map(Difference.Line::toString)
                .toList();
    }
}
