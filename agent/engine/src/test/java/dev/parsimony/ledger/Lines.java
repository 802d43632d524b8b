// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.ledger;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What is read of a ledger. */
final class Lines implements LedgerReader.Sink {
    final List<Entry> entries = new ArrayList<>();
    final List<Long> unreadable = new ArrayList<>();

    static Lines of(byte[] bytes) {
        Lines lines = new Lines();
        try {
            LedgerReader.read(new ByteArrayInputStream(bytes), lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lines;
    }

    static Lines of(Path file) throws IOException {
        return of(Files.readAllBytes(file));
    }

    LedgerLine call(int index) {
        return (LedgerLine) entries.get(index);
    }

    @Override
    public void entry(Entry entry) {
        entries.add(entry);
    }

    @Override
    public void unreadable(long line) {
        unreadable.add(line);
    }
}
