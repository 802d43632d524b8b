// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TariffReaderTest {
    private static final String TABLE = """
            {
              "version": "2026-01-01",
              "providers": [{"id": "acme", "name": "Acme"}],
              "sources": {"page": {"name": "Acme's price page", "date": "2026-01"}},
              "models": [
                {"provider": "acme", "id": "acme-1", "kind": "chat", "status": "active",
                 "prices": [
                   {"from": "2026-02-01", "input": 2, "output": 8},
                   {"input": 0.3, "output": 1,
                    "above": [{"input_tokens": 2000, "input": 3}, {"input_tokens": 1000, "input": 2}]}],
                 "factors": {"batch": 0.5},
                 "min_cacheable": 1024,
                 "confidence": "high", "sources": ["page"]}
              ]
            }
            """;

    @Test
    void readsMoneyExactly() {
        Prices prices = only(TABLE).at(Instant.EPOCH).orElseThrow().base();

        assertThat(prices.of(Part.INPUT).orElseThrow().toPlainString()).isEqualTo("0.3");
    }

    @Test
    void ordersPeriodsByTheirBeginning() {
        assertThat(only(TABLE).periods()).extracting(Period::from).isSorted();
    }

    @ParameterizedTest
    @CsvSource({"1000, 0.3", "1001, 2", "2000, 2", "2001, 3"})
    void takesTheHighestThresholdThatARequestIsAbove(long inputTokens, String price) {
        Period period = only(TABLE).at(Instant.EPOCH).orElseThrow();

        assertThat(period.prices(inputTokens, Instant.EPOCH).of(Part.INPUT))
                .hasValueSatisfying(p -> assertThat(p).isEqualByComparingTo(price));
    }

    @Test
    void writesOutWhereAFigureIsFrom() {
        assertThat(only(TABLE).provenance().sources()).containsExactly("Acme's price page, 2026-01");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"input\": 2,          | \"input\": 2500000,  | t.json:8: | input is 2500000, outside 0.0001 to 2000",
                "\"input\": 2,          | \"input\": 0,        | t.json:8: | input is 0, outside 0.0001 to 2000",
                "\"input\": 2,          | \"input\": -2,       | t.json:8: | input is -2, outside 0.0001 to 2000",
                "\"input\": 2,          | \"input\": \"2\",    | t.json:8: | input is \"2\", outside 0.0001 to 2000",
                "\"input\": 2,          | \"inputs\": 2,       | t.json:8: | inputs is no price that is known here",
                "\"input_tokens\": 1000 | \"input_tokens\": -1 | t.json:10: | input_tokens is -1, not a number of tokens",
                "\"batch\": 0.5         | \"batch\": 50        | t.json:11: | batch is 50, outside 0.01 to 20",
                "2026-02-01             | 2026-02-31           | t.json:8: | \"2026-02-31\" is no such date or time",
                "[\"page\"]             | [\"book\"]           | t.json:13: | the source book is not described under sources",
                "\"id\": \"acme-1\",    | ''                   | t.json:6: | id is missing",
                "\"kind\": \"chat\"     | \"kin\": \"chat\"      | t.json:6: | id, kind, max_input, max_output, min_cacheable, min_cacheable_at_most, notes, prices, provider, provisioned, regional, snapshots, sources, status",
            })
    void refusesAWrongFigureAndSaysWhere(String right, String wrong, String line, String what) {
        assertThatThrownBy(() -> read(TABLE.replace(right, wrong)))
                .isInstanceOf(Misprint.class)
                .hasMessageStartingWith(line)
                .hasMessageEndingWith(what);
    }

    @Test
    void refusesWhatIsNoJson() {
        assertThatThrownBy(() -> read("version: 1")).hasMessage("t.json: this is no JSON");
    }

    private static Tariff only(String table) {
        return read(table).tariffs().get(0);
    }

    private static TariffTable read(String table) {
        return TariffReader.read("t.json", table.getBytes(StandardCharsets.UTF_8));
    }
}
