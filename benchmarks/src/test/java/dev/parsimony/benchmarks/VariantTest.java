// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class VariantTest {
    @ParameterizedTest
    @EnumSource(names = "HIT", mode = EnumSource.Mode.EXCLUDE)
    void sendsEveryCallUnlessItIsAHit(Variant variant) {
        assertThat(variant.differs()).isTrue();
        assertThat(variant.fits(100, 100)).isTrue();
        assertThat(variant.fits(100, 99)).isFalse();
    }

    @Test
    void sendsTheFirstOfAllCallsThatAreHits() {
        assertThat(Variant.HIT.differs()).isFalse();
        assertThat(Variant.HIT.fits(100, 1)).isTrue();
        assertThat(Variant.HIT.fits(100, 2)).isFalse();
    }

    @Test
    void asksForReuseWhereThereIsSomethingToReuse() {
        assertThat(Variant.OBSERVE.settings()).isEqualTo("version: 1\nmode: observe\n");
        assertThat(Variant.HIT.settings())
                .isEqualTo(Variant.MISS.settings())
                .contains("cache: {ttl: 10m, scope: shared}");
    }
}
