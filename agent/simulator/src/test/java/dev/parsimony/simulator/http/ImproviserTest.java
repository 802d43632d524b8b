// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.simulator.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values made up for a JSON Schema. */
class ImproviserTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{'type': 'string'} | 'sample'",
                "{'type': ['integer', 'null']} | 1",
                "{'const': 7} | 7",
                "{'enum': ['b', 'a']} | 'b'",
                "{'anyOf': [{'type': 'boolean'}, {'type': 'null'}]} | true",
                "{'type': 'array'} | []",
                "{'properties': {'a': {'type': 'number'}}} | {'a':1}",
                "{'type': []} | {}",
                "{'enum': {'a': 1}} | {}",
                "{} | {}"
            })
    void fitsTheSchema(String schema, String value) {
        assertThat(new Improviser()
                        .instance(Json.read(schema.replace('\'', '"')))
                        .toString())
                .isEqualTo(value.replace('\'', '"'));
    }
}
