// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.cli;

import dev.parsimony.ledger.Entry;
import dev.parsimony.ledger.LedgerReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;

/** Ledgers as commands are given them: files, packed ones too, directories of them, patterns, standard input. */
final class LedgerFiles {
    private static final String STANDARD_INPUT = "-";
    private static final String LINES = ".jsonl";
    private static final String PACKED = ".gz";

    private final Console console;
    private final List<String> words = new ArrayList<>();
    private final Set<Path> seen = new HashSet<>();

    /**
     * Reads ledgers.
     *
     * @param console what {@code -} stands for
     */
    LedgerFiles(Console console) {
        this.console = console;
    }

    /**
     * Reads ledgers to their ends, each file once, however often and by whichever names it is given: its calls were made once.
     *
     * @param names files, directories, whose files that end in {@code .jsonl} or {@code .jsonl.gz} are meant, patterns as
     *     {@code *.jsonl}, or {@code -}
     * @param entries takes what is read
     * @throws Complaint if one cannot be read
     */
    void read(List<String> names, Consumer<Entry> entries) {
        for (String name : names) {
            if (name.equals(STANDARD_INPUT)) {
                read("standard input", console.in(), entries);
            } else {
                files(name).forEach(file -> read(file, entries));
            }
        }
    }

    /** What is to be said of what was read: lines that are no entries, files that were given twice. */
    String words() {
        return String.join("\n", words);
    }

    private static List<Path> files(String name) {
        try {
            Path path = Path.of(name);
            if (Files.isDirectory(path)) {
                return matching(path, "*{" + LINES + "," + LINES + PACKED + "}", name);
            }
            return name.contains("*") && !Files.exists(path)
                    ? matching(directory(path), String.valueOf(path.getFileName()), name)
                    : List.of(path);
        } catch (InvalidPathException unnameable) {
            throw new Complaint(name, "cannot be read: no file can have this name");
        }
    }

    private static Path directory(Path pattern) {
        Path parent = pattern.getParent();
        return parent == null ? Path.of("") : parent;
    }

    private static List<Path> matching(Path directory, String glob, String name) {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(directory, glob)) {
            found.forEach(files::add);
        } catch (IOException unreadable) {
            throw new Complaint(name, "cannot be read: " + why(unreadable));
        }
        if (files.isEmpty()) {
            throw new Complaint(name, "holds no ledger: none of its files ends in " + LINES);
        }
        files.sort(null);
        return files;
    }

    private void read(Path file, Consumer<Entry> entries) {
        String name = file.toString();
        if (!isNew(file)) {
            words.add(name + ": given more than once, and read once");
            return;
        }
        try (InputStream in = Files.newInputStream(file);
                InputStream plain = name.endsWith(PACKED) ? new GZIPInputStream(in, 1 << 16) : in) {
            read(name, plain, entries);
        } catch (IOException unreadable) {
            throw new Complaint(name, "cannot be read: " + why(unreadable));
        }
    }

    private boolean isNew(Path file) {
        try {
            return seen.add(file.toRealPath());
        } catch (IOException unreadable) {
            return true; // what reading it says is said of it
        }
    }

    private void read(String name, InputStream in, Consumer<Entry> entries) {
        Unreadable lines = new Unreadable(entries);
        try {
            LedgerReader.read(in, lines);
        } catch (IOException unreadable) {
            throw new Complaint(name, "cannot be read: " + why(unreadable));
        }
        if (lines.count > 0) {
            words.add(name + ": " + lines + " skipped: torn when its process died, or no line of a ledger");
        }
    }

    private static String why(IOException unreadable) {
        return unreadable instanceof NoSuchFileException
                ? "there is no such file"
                : String.valueOf(unreadable.getMessage());
    }

    /** Counts lines that are no entries. */
    private static final class Unreadable implements LedgerReader.Sink {
        private final Consumer<Entry> entries;
        private long count;
        private long first;

        Unreadable(Consumer<Entry> entries) {
            this.entries = entries;
        }

        @Override
        public void entry(Entry entry) {
            entries.accept(entry);
        }

        @Override
        public void unreadable(long line) {
            first = count == 0 ? line : first;
            count++;
        }

        @Override
        public String toString() {
            return count == 1 ? "line " + first : count + " lines, the first of them " + first + ",";
        }
    }
}
