// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.weaving;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FitCheckTest {
    private static final String TRANSPORT = "com.acme.sdk.Transport";
    private static final String REQUEST = TRANSPORT + "$Request";

    @Test
    void fitsWhereEverythingIsThere() {
        assertThat(missing(Symbol.type(REQUEST), Symbol.method(REQUEST, "text")))
                .isEmpty();
    }

    @Test
    void namesTheFirstMissingMethodAsAReaderKnowsIt() {
        Symbol gone = Symbol.method(REQUEST, "body");

        assertThat(missing(Symbol.method(REQUEST, "text"), gone, Symbol.method(REQUEST, "url")))
                .contains(gone);
        assertThat(gone).hasToString("Transport.Request.body()");
    }

    @Test
    void missesAMethodWhoseParametersChanged() {
        assertThat(missing(Symbol.method(TRANSPORT, "execute", REQUEST, "int"))).isPresent();
        assertThat(missing(Symbol.method(TRANSPORT, "execute"))).isPresent();
        assertThat(missing(Symbol.method(TRANSPORT, "execute", REQUEST))).isEmpty();
    }

    @Test
    void takesFurtherParametersWhereToldSo() {
        Symbol open = Symbol.methodFrom(TRANSPORT, "executeAsync", REQUEST);

        assertThat(missing(open)).isEmpty();
        assertThat(open).hasToString("Transport.executeAsync(Transport.Request, ..)");
    }

    @Test
    void missesAClass() {
        assertThat(missing(Symbol.type("com.acme.sdk.Gone")).map(Symbol::toString))
                .contains("Gone");
    }

    @Test
    void missesAMethodToBeWoven() {
        Symbol woven = Symbol.method(TRANSPORT, "gone");
        Instrumentation wantsMore = new Described(List.of(new Weave(woven, "Advice")), List.of());

        assertThat(new FitCheck().missing(wantsMore, getClass().getClassLoader()))
                .contains(woven);
    }

    @Test
    void isContentWithOneOfSeveralPlaces() {
        Weave here = new Weave(Symbol.method(TRANSPORT, "execute", REQUEST), "Advice");
        Weave there = new Weave(Symbol.method(TRANSPORT, "gone"), "Advice");

        assertThat(new FitCheck().missing(moving(there, here), getClass().getClassLoader()))
                .isEmpty();
        assertThat(new FitCheck().missing(moving(there), getClass().getClassLoader()))
                .contains(there.method());
    }

    private static Instrumentation moving(Weave... places) {
        return new Instrumentation() {
            @Override
            public String name() {
                return "moving";
            }

            @Override
            public List<Weave> weaves() {
                return List.of();
            }

            @Override
            public List<List<Weave>> alternatives() {
                return List.of(List.of(places));
            }

            @Override
            public List<Symbol> requires() {
                return List.of();
            }

            @Override
            public List<String> inside() {
                return List.of();
            }
        };
    }

    @Test
    void doesWithoutAMethodThatIsWovenWhereItIsThere() {
        Weave woven = Weave.whereThere(Symbol.method(TRANSPORT, "gone"), "Advice");

        assertThat(new FitCheck()
                        .missing(
                                new Described(List.of(woven), List.of()),
                                getClass().getClassLoader()))
                .isEmpty();
    }

    @Test
    void loadsNoClassOfTheSdk() {
        Unloaded loader = new Unloaded();

        assertThat(new FitCheck().missing(new Acme(), loader)).isEmpty();
    }

    @Test
    void answersForTheBootLoader() {
        Instrumentation jdk = new Described(List.of(), List.of(Symbol.method("java.lang.String", "strip")));

        assertThat(new FitCheck().missing(jdk, null)).isEmpty();
    }

    private static Optional<Symbol> missing(Symbol... symbols) {
        return new FitCheck().missing(new Described(List.of(), List.of(symbols)), FitCheckTest.class.getClassLoader());
    }

    private record Described(List<Weave> weaves, List<Symbol> requires) implements Instrumentation {
        @Override
        public String name() {
            return "described";
        }

        @Override
        public List<String> inside() {
            return List.of();
        }
    }

    /** Offers the SDK's class files and refuses to load them. */
    private static final class Unloaded extends ClassLoader {
        Unloaded() {
            super(FitCheckTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) {
            throw new AssertionError("loaded " + name);
        }
    }
}
