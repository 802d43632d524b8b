// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MembersTest {
    private final Members members = of("{\"a\":1,\"b\":\"two\",\"c\\u0064\":3}");

    @Test
    void findsMembersInWhateverOrderTheyAreAskedFor() {
        assertThat(Stream.of("a", "b", "cd", "b", "a", "a", "cd")
                        .map(name -> members.get(name).raw()))
                .containsExactly("1", "\"two\"", "3", "\"two\"", "1", "1", "3");
    }

    @Test
    void hasNothingUnderOtherNames() {
        assertThat(members.get("d").exists()).isFalse();
        assertThat(members.get("").exists()).isFalse();
        assertThat(members.get("a").exists()).isTrue();
    }

    @Test
    void hasNoneOfWhatIsNoObject() {
        assertThat(of("[{\"a\":1}]").get("a").exists()).isFalse();
        assertThat(of("{}").get("a").exists()).isFalse();
        assertThat(new Members(of("{}").get("a")).get("a").exists()).isFalse();
    }

    private static Members of(String text) {
        return new Members(
                Json.read(text.getBytes(StandardCharsets.UTF_8)).orElseThrow().root());
    }
}
