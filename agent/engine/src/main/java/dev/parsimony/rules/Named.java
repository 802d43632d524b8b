// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.rules;

import dev.parsimony.exchange.Facts;
import dev.parsimony.exchange.Operation;
import dev.parsimony.exchange.Providers;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Asks for a name the call bears.
 *
 * @param attribute which name
 * @param globs patterns, of which one must fit
 */
public record Named(Attribute attribute, List<Glob> globs) implements Condition {
    /** A name a call bears. */
    public enum Attribute {
        /** The provider. */
        PROVIDER("provider", Effort.GIVEN, Facts::provider, Providers.answering()),
        /** What is asked for: chat, text_completion, embeddings. */
        OPERATION("operation", Effort.GIVEN, facts -> facts.operation().toString(), operations()),
        /** The host of the base URL, in lower case. */
        HOST("host", Effort.GIVEN, Facts::host),
        /** The calling thread. */
        THREAD("thread", Effort.GIVEN, Facts::thread),
        /** The tenant. */
        TENANT("tenant", Effort.GIVEN, Facts::tenant),
        /** The model asked for. */
        MODEL("model", Effort.FIELD, facts -> facts.request().model());

        private final String key;
        private final Effort effort;

        @SuppressWarnings("ImmutableEnumChecker") // a reading holds nothing
        private final Function<Facts, String> reading;

        @SuppressWarnings("ImmutableEnumChecker") // nobody can change it
        private final Set<String> all; // empty where there may be any

        Attribute(String key, Effort effort, Function<Facts, String> reading) {
            this(key, effort, reading, Set.of());
        }

        Attribute(String key, Effort effort, Function<Facts, String> reading, Set<String> all) {
            this.key = key;
            this.effort = effort;
            this.reading = reading;
            this.all = all;
        }

        private static Set<String> operations() {
            return Stream.of(Operation.values()).map(Operation::toString).collect(Collectors.toUnmodifiableSet());
        }

        /** The name's key in the settings. */
        public String key() {
            return key;
        }
    }

    /** A condition on a name. */
    public Named {
        globs = List.copyOf(globs);
    }

    @Override
    public boolean holds(Facts facts) {
        return fits(attribute.reading.apply(facts));
    }

    private boolean fits(String name) {
        for (int i = 0; i < globs.size(); i++) { // by index: no iterator on the call path
            if (globs.get(i).matches(name)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public String seen(Facts facts) {
        String name = attribute.reading.apply(facts);
        return name.isEmpty() ? "unknown" : name;
    }

    @Override
    public Effort effort() {
        return attribute.effort;
    }

    @Override
    public String key() {
        return attribute.key;
    }

    @Override
    public boolean encloses(Condition other) {
        return other instanceof Named named
                && named.attribute == attribute
                && named.globs.stream().allMatch(theirs -> globs.stream().anyMatch(ours -> ours.encloses(theirs)));
    }

    @Override
    public boolean isImpossible() {
        return !attribute.all.isEmpty() && attribute.all.stream().noneMatch(this::fits);
    }

    /** Whether no call fulfils it of which this name is unknown. */
    boolean needs(Attribute name) {
        return attribute == name && !fits("");
    }

    @Override
    public String toString() {
        return key() + ": " + (globs.size() == 1 ? globs.get(0) : globs);
    }
}
