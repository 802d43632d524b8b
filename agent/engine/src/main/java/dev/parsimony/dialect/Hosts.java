// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.dialect;

import dev.parsimony.exchange.Custom;
import dev.parsimony.exchange.Dialect;
import dev.parsimony.exchange.Json;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Who answers at a host and what it is known to accept: our table {@code hosts.txt}, under the user's own entries. A host in
 * neither is named after its API's first speaker and is known to accept nothing.
 */
public final class Hosts {
    private static final List<Row> KNOWN =
            DataFile.rows("hosts.txt").stream().map(Row::of).toList();

    private final List<Entry> entries;

    private Hosts(List<Entry> entries) {
        this.entries = entries;
    }

    /** Our table alone. */
    public static Hosts known() {
        return new Hosts(List.of());
    }

    /**
     * Our table under these entries, of which the first that matches counts.
     *
     * @param entries the user's
     */
    public static Hosts with(List<HostEntry> entries) {
        return new Hosts(entries.stream().map(Entry::new).toList());
    }

    /**
     * What is known of a host.
     *
     * @param host its name, in any case; may be empty
     * @param dialect the API that is spoken to it: some hosts answer several, under different names
     */
    public Host of(String host, Dialect dialect) {
        String name = host.toLowerCase(Locale.ROOT);
        Optional<HostEntry> entry = entry(name);
        Optional<Row> row = row(name, dialect);
        Set<Allowance> allows = entry.map(HostEntry::allows)
                .filter(own -> !own.isEmpty())
                .or(() -> row.map(Row::allows))
                .orElse(Set.of());
        return new Host(
                row.map(Row::provider).orElse(dialect.provider()),
                allows,
                row.isPresent(),
                row.map(Row::customs).orElse(Set.of()),
                entry.map(HostEntry::priceAs).orElse(""));
    }

    /**
     * The dialect of a request: its path tells, else the user's entry for the host.
     *
     * @param host the host's name, in any case; may be empty
     * @param path the whole path, without query
     */
    public Optional<Dialect> dialect(String host, String path) {
        return orSaid(Dialects.of(path), host);
    }

    /**
     * The dialect of a request: its path and what it holds tell, else the user's entry for the host.
     *
     * @param host the host's name, in any case; may be empty
     * @param path the whole path, without query
     * @param body the request
     */
    public Optional<Dialect> dialect(String host, String path, Json body) {
        return orSaid(Dialects.of(path, body), host);
    }

    private Optional<Dialect> orSaid(Optional<Dialect> told, String host) {
        return told.isPresent() || entries.isEmpty()
                ? told
                : entry(host.toLowerCase(Locale.ROOT)).map(HostEntry::api).flatMap(Dialects::named);
    }

    private Optional<HostEntry> entry(String host) {
        for (Entry entry : entries) {
            if (entry.glob.matches(host)) {
                return Optional.of(entry.said);
            }
        }
        return Optional.empty();
    }

    private static Optional<Row> row(String host, Dialect dialect) {
        for (Row row : KNOWN) {
            if (row.fits(host, dialect)) {
                return Optional.of(row);
            }
        }
        return Optional.empty();
    }

    /** An entry with its pattern ready. */
    private record Entry(Glob glob, HostEntry said) {
        Entry(HostEntry said) {
            this(new Glob(said.match().toLowerCase(Locale.ROOT)), said);
        }
    }

    /** A row of the table. */
    private record Row(Glob host, Glob dialect, String provider, Set<Allowance> allows, Set<Custom> customs) {
        static Row of(List<String> words) {
            List<String> habits = words.subList(3, words.size());
            Set<Allowance> allows = known(habits, Allowance::of);
            Set<Custom> customs = known(habits, Custom::of);
            if (allows.size() + customs.size() != habits.size()) {
                throw new IllegalStateException("a host has habits that are not known: " + habits);
            }
            return new Row(new Glob(words.get(0)), new Glob(words.get(1)), words.get(2), allows, customs);
        }

        private static <T> Set<T> known(List<String> habits, Function<String, Optional<T>> kind) {
            return habits.stream().map(kind).flatMap(Optional::stream).collect(Collectors.toUnmodifiableSet());
        }

        boolean fits(String name, Dialect spoken) {
            return host.matches(name) && dialect.matches(spoken.name());
        }
    }
}
