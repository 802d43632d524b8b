// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class QueryTest {
    @Test
    void namesTheMetricInsideAggregationsAndFunctions() {
        assertThat(query("histogram_quantile(0.5, sum by (le) (rate(time_bucket{job=~\"a\"}[5m])))")
                        .metrics())
                .containsExactly("time_bucket");
    }

    @Test
    void namesTheMetricsOnBothSidesOfAnOperator() {
        assertThat(query("(sum (a_total) or vector(0)) - on (job) group_left (x) b:c unless bool2")
                        .metrics())
                .containsExactly("a_total", "b:c", "bool2");
    }

    @Test
    void namesTheLabelsOfMatchersAndGroupings() {
        assertThat(query("sum without (a, b) (m{c=\"x\", d!~\"y|z\",e =~ \"\"}) / on(f) n")
                        .labels())
                .containsExactly("a", "b", "c", "d", "e", "f");
    }

    @Test
    void takesNothingOutOfTexts() {
        Query query = query("m{a=\"n{b=\\\"c\\\"} by (d)\"}");

        assertThat(query.metrics()).containsExactly("m");
        assertThat(query.labels()).containsExactly("a");
    }

    @Test
    void findsNoLabelInEmptyBraces() {
        assertThat(query("m{}").labels()).isEmpty();
    }

    private static Query query(String text) {
        return new Query("test", text, Set.of());
    }
}
