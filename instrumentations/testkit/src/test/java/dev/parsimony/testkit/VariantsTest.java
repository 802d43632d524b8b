// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class VariantsTest {
    private static final String ALL = "parsimony.tests.variants";

    private final String before = System.getProperty(ALL, "");

    @AfterEach
    void restore() {
        System.setProperty(ALL, before);
    }

    @Test
    void areTheUsualOnesInABuildOfEveryDay() {
        System.setProperty(ALL, "");

        assertThat(Variants.of(Stream.of("newest"), Stream.of("oldest"))).containsExactly("newest");
    }

    @Test
    void areAllInTheMatrix() {
        System.setProperty(ALL, "true");

        assertThat(Variants.of(Stream.of("newest"), Stream.of("oldest"))).containsExactly("newest", "oldest");
    }
}
