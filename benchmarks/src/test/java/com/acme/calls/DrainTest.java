// SPDX-License-Identifier: Apache-2.0
package com.acme.calls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class DrainTest {
    @Test
    void countsEveryByteHoweverItComes() throws IOException {
        try (Drain drain = new Drain()) {
            drain.write('a');
            drain.write("bcd".getBytes(StandardCharsets.UTF_8));
            drain.write("xxefxx".getBytes(StandardCharsets.UTF_8), 2, 2);

            assertThat(drain.size()).isEqualTo(6);
        }
    }
}
