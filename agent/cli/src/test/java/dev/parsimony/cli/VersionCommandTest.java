// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VersionCommandTest {
    private final Terminal terminal = new Terminal();

    @Test
    void saysWhichParsimonyAndHowOldItsPricesAre() {
        assertThat(terminal.run("version")).isZero();
        assertThat(terminal.out())
                .matches(
                        "parsimony \\d+\\.\\d+\\.\\d+(-SNAPSHOT)?, prices of \\d{4}-\\d\\d-\\d\\d, on Java 17\\.0\\.1\n");
    }

    @Test
    void saysItAsJson() {
        terminal.run("version", "--json");

        assertThat(terminal.out()).contains("\"parsimony\" : \"", "\"prices\" : \"2026-");
    }
}
