// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parsimony.ledger.Entry;
import dev.parsimony.ledger.LedgerReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LedgerLinesTest {
    @Test
    void areLinesOfALedgerAndTheSameInEveryRun() throws IOException {
        ByteArrayOutputStream first = new ByteArrayOutputStream();
        ByteArrayOutputStream second = new ByteArrayOutputStream();
        new LedgerLines().write(100, first);
        new LedgerLines().write(100, second);

        assertThat(first.toByteArray()).isEqualTo(second.toByteArray());
        List<Entry> entries = new ArrayList<>();
        LedgerReader.read(new ByteArrayInputStream(first.toByteArray()), new LedgerReader.Sink() {
            @Override
            public void entry(Entry entry) {
                entries.add(entry);
            }

            @Override
            public void unreadable(long line) {
                throw new AssertionError(line);
            }
        });
        assertThat(entries).hasSize(100);
    }
}
