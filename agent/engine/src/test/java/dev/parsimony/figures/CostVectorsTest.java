// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.figures;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parsimony.exchange.Answer;
import dev.parsimony.exchange.Cost;
import dev.parsimony.exchange.TokenKind;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Our figures against those of {@code cost-vectors.txt}, which were reckoned by hand. */
class CostVectorsTest {
    static final List<Vector> VECTORS = Vector.all();

    @ParameterizedTest
    @FieldSource("VECTORS")
    void costsWhatThePocketCalculatorSays(Vector vector) {
        Answer answer = new Heard(vector).whole(new Spoken(vector).whole());

        assertThat(answer.usage()).isEqualTo(vector.usage());
        assertCost(vector, answer);
    }

    @ParameterizedTest
    @FieldSource("VECTORS")
    void costsTheSameAsAStream(Vector vector) {
        new Spoken(vector).stream().ifPresent(events -> {
            Answer answer = new Heard(vector).stream(events);

            assertThat(answer.usage()).isEqualTo(vector.usage());
            assertCost(vector, answer);
        });
    }

    private static void assertCost(Vector vector, Answer answer) {
        Cost cost = new Heard(vector).billed(answer);
        if (vector.hasAmount()) {
            assertThat(cost).isInstanceOfSatisfying(Cost.Known.class, known -> {
                assertThat(known.usd()).isEqualByComparingTo(vector.expected());
                assertThat(known.byProvider()).isEqualTo(vector.told().isPresent());
            });
        } else {
            assertThat(cost).isEqualTo(Cost.unknown(vector.expected()));
        }
    }

    @ParameterizedTest
    @FieldSource("VECTORS")
    void theFilesOwnArithmeticHolds(Vector vector) {
        if (vector.hasAmount() && vector.told().isEmpty()) {
            BigDecimal tokens = sum(vector, true);
            BigDecimal multiplied = vector.factors().stream().reduce(tokens, BigDecimal::multiply);

            assertThat(multiplied.add(sum(vector, false))).isEqualByComparingTo(vector.expected());
        }
    }

    private static BigDecimal sum(Vector vector, boolean tokens) {
        return vector.items().stream()
                .filter(item -> item.kind().isPresent() == tokens)
                .map(Vector.Item::usd)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Test
    void coversEveryKindOfTokenAndEveryProviderWithPrices() {
        assertThat(VECTORS).hasSizeGreaterThan(120);
        Set<String> used = VECTORS.stream()
                .flatMap(vector -> vector.items().stream())
                .map(Vector.Item::what)
                .collect(Collectors.toSet());
        assertThat(used)
                .containsAll(Arrays.stream(TokenKind.values())
                        .map(TokenKind::toString)
                        .toList());
        assertThat(VECTORS.stream().map(Vector::host).distinct()).hasSizeGreaterThanOrEqualTo(17);
    }
}
