// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.settings;

import java.util.List;
import java.util.Set;

/**
 * Where a call's tenant is read.
 *
 * @param from sources in order; the first that yields a value counts
 * @param trusted sources that may also decide who shares a stored answer, beyond those that cannot be forged from outside
 */
public record Tenant(List<Source> from, Set<Source> trusted) {
    private static final Tenant NONE = new Tenant(List.of(), Set.of());

    /** Sources nobody can change. */
    public Tenant {
        from = List.copyOf(from);
        trusted = Set.copyOf(trusted);
    }

    /** What kind of place a tenant is read from. */
    public enum Kind {
        /** The mapped diagnostic context of the application's logging. */
        MDC("mdc"),
        /** A header of the outgoing LLM request. */
        HEADER("header"),
        /** Baggage of the current trace. */
        BAGGAGE("baggage"),
        /** Who is logged in, by Spring Security. */
        PRINCIPAL("principal");

        private final String word;

        Kind(String word) {
            this.word = word;
        }
    }

    /**
     * A place a tenant is read from; prints itself as in the settings, {@code mdc:tenantId}.
     *
     * @param kind what kind of place
     * @param name the key or header there; empty for the principal
     */
    public record Source(Kind kind, String name) {
        /**
         * Reads {@code principal}, or {@code mdc:}, {@code header:} or {@code baggage:} and a name.
         *
         * @throws IllegalArgumentException if it is none of these
         */
        static Source of(String text) {
            if (text.equals(Kind.PRINCIPAL.word)) {
                return new Source(Kind.PRINCIPAL, "");
            }
            for (Kind kind : List.of(Kind.MDC, Kind.HEADER, Kind.BAGGAGE)) {
                if (text.startsWith(kind.word + ":") && text.length() > kind.word.length() + 1) {
                    return new Source(kind, text.substring(kind.word.length() + 1));
                }
            }
            throw new IllegalArgumentException("must be principal, mdc:KEY, header:NAME or baggage:KEY");
        }

        @Override
        public String toString() {
            return kind == Kind.PRINCIPAL ? kind.word : kind.word + ":" + name;
        }
    }

    /** No tenant is known. */
    public static Tenant none() {
        return NONE;
    }

    /** Whether any call may have a tenant that may decide who shares a stored answer. */
    boolean isEverTrusted() {
        return from.stream().anyMatch(this::trusts);
    }

    /**
     * Whether a tenant from this source may decide who shares a stored answer. Anyone upstream can set a header or baggage,
     * so those only label cost unless the user trusts them.
     */
    public boolean trusts(Source source) {
        return source.kind() == Kind.MDC || source.kind() == Kind.PRINCIPAL || trusted.contains(source);
    }
}
