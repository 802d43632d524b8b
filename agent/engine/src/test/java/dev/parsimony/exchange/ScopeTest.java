// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScopeTest {
    private final List<String> left = new ArrayList<>();

    @Test
    void whatWasEnteredLastIsLeftFirst() {
        Scope outer = () -> left.add("outer");

        outer.around(() -> left.add("inner")).close();

        assertThat(left).containsExactly("inner", "outer");
    }

    @Test
    void isLeftEvenWhereTheOtherCannotBe() {
        Scope both = ((Scope) () -> left.add("outer")).around(() -> {
            throw new IllegalStateException("inner");
        });

        assertThatIllegalStateException().isThrownBy(both::close);
        assertThat(left).containsExactly("outer");
    }
}
