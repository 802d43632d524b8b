// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RouteGlobTest {
    @ParameterizedTest
    @CsvSource({
        "/api/orders, /api/orders, true",
        "/api/orders, /api/orders/, true",
        "/api/orders, api/orders, true",
        "/api/orders, /api/orders/{id}, false",
        "/api/orders/*, /api/orders/{id}, true",
        "/api/orders/{id}, /api/orders/{id}, true",
        "/api/*, /api/orders/{id}, false",
        "/api/**, /api/orders/{id}, true",
        "/api/**, /api, true",
        "/api/**, /apis, false",
        "/v1.0/*, /v1.0/faq, true",
        "/**/answer, /shop/faq/answer, true",
        "/**, /, true"
    })
    void oneStarStaysWithinASegmentAndTwoSpanAnyNumber(String glob, String route, boolean fits) {
        assertThat(RouteGlob.of(glob).matches(route)).isEqualTo(fits);
    }

    @Test
    void nothingFitsARouteThatIsNotKnown() {
        assertThat(RouteGlob.of("/**").matches("")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "api", "/api//x", "/api/", "/a b", "/api**", "/***"})
    void refusesWhatCannotBeMeant(String glob) {
        assertThatIllegalArgumentException().isThrownBy(() -> RouteGlob.of(glob));
    }

    @Test
    void knowsWhichPatternsItEncloses() {
        assertThat(RouteGlob.of("/api/**").encloses(RouteGlob.of("/api/orders/**")))
                .isTrue();
        assertThat(RouteGlob.of("/api/orders/**").encloses(RouteGlob.of("/api/**")))
                .isFalse();
    }

    @Test
    void isEqualToOneThatAsksTheSameAndPrintsItself() {
        assertThat(RouteGlob.of("/api/*/x"))
                .isEqualTo(RouteGlob.of("/api/*/x"))
                .hasSameHashCodeAs(RouteGlob.of("/api/*/x"));
        assertThat(RouteGlob.of("/api/*/x"))
                .isNotEqualTo(RouteGlob.of("/api/*"))
                .hasToString("/api/*/x");
    }
}
