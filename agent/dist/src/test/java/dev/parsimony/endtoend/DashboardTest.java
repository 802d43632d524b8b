// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class DashboardTest {
    @Test
    void findsTheQueriesOfPanelsInsideRowsToo() {
        assertThat(dashboard("""
                {"panels": [{"title": "row", "panels": [{"title": "in", "targets": [{"refId": "A", "expr": "a"}]}]},
                            {"title": "out", "targets": [{"refId": "A", "expr": "b"}, {"refId": "B", "expr": "c"}]}]}
                """).queries())
                .extracting(Query::toString)
                .containsExactly("in A: a", "out A: b", "out B: c");
    }

    @Test
    void fillsInVariablesAsWhenAllValuesAreChosen() {
        assertThat(dashboard("""
                {"templating": {"list": [{"name": "job", "type": "custom", "allValue": ".*"}]},
                 "panels": [{"targets": [{"expr": "rate(a{job=~\\"$job\\", b=~\\"${job:regex}\\"}[$__rate_interval])"}]}]}
                """).queries())
                .extracting(Query::text)
                .containsExactly("rate(a{job=~\".*\", b=~\".*\"}[5m])");
    }

    @Test
    void asksPrometheusForTheValuesOfAVariable() {
        assertThat(dashboard("""
                {"templating": {"list": [
                  {"name": "job", "type": "query", "allValue": ".*", "query": {"query": "label_values(up, job)"}}]}}
                """).queries())
                .extracting(Query::toString)
                .containsExactly("variable job: count by (job) (up)");
    }

    @Test
    void readsWhichLabelsALegendShows() {
        assertThat(dashboard("""
                {"panels": [{"targets": [{"expr": "a", "legendFormat": "{{b}} of {{ c }}"}]}]}
                """).queries())
                .singleElement()
                .satisfies(query -> assertThat(query.legend()).containsExactlyInAnyOrder("b", "c"));
    }

    @Test
    void refusesAVariableThatIsNotThere() {
        Dashboard dashboard = dashboard("""
                {"panels": [{"title": "cost", "targets": [{"refId": "A", "expr": "a{b=\\"$c\\"}"}]}]}
                """);

        assertThatThrownBy(dashboard::queries).hasMessage("cost A: the dashboard has no variable c");
    }

    private static Dashboard dashboard(String json) {
        return Dashboard.of(JsonMapper.shared().readTree(json));
    }
}
