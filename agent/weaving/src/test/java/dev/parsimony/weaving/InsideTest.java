// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.weaving;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parsimony.exchange.Headers;
import dev.parsimony.exchange.Log;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InsideTest {
    private static final Headers THE_SDKS = Headers.of(Map.of("X-Attempt", List.of("2")));

    private final Edges edges = new Edges(Log.silent());
    private final Inside inside = edges.inside();
    private final ClassLoader client = new ClassLoader() {};
    private final ClassLoader sdk = new ClassLoader(client) {};

    @Test
    void knowsNobodyBeforeAnSdkIsEntered() {
        assertThat(inside.here()).isFalse();
        assertThat(inside.sends(THE_SDKS, client)).isFalse();
    }

    @Test
    void isOneForAllSeams() {
        assertThat(edges.inside()).isSameAs(inside);
    }

    @Test
    void knowsWhatAnSdkSendsFromAnyThreadOnceThatIsEntered() {
        enter(sdk);

        assertThat(inside.sends(THE_SDKS, sdk)).isTrue();
        assertThat(inside.sends(Headers.none(), sdk)).isFalse();
    }

    @Test
    void knowsWhatAnSdkSendsByAClientOfAnOuterLoader() {
        enter(sdk);

        assertThat(inside.sends(THE_SDKS, client)).isTrue();
        assertThat(inside.sends(THE_SDKS, null)).isTrue();
    }

    @Test
    void takesWhatComesFromAnotherCopyOfTheSdkForACallThatIsNotMetYet() {
        enter(sdk);

        assertThat(inside.sends(THE_SDKS, new ClassLoader(client) {})).isFalse();
    }

    @Test
    void staysInsideWhereACallIsMadeAgainWithinAnother() throws Throwable {
        inside.enter();
        inside.send(request -> request, "again");

        assertThat(inside.here()).isTrue();
        inside.leave();
    }

    private void enter(ClassLoader application) {
        inside.entered(new Joint(new Numbering(), application, null, edges));
    }

    /** An SDK that numbers its attempts. */
    private static final class Numbering implements Instrumentation {
        @Override
        public String name() {
            return "numbering";
        }

        @Override
        public List<Weave> weaves() {
            return List.of();
        }

        @Override
        public List<Symbol> requires() {
            return List.of();
        }

        @Override
        public List<String> inside() {
            return List.of();
        }

        @Override
        public boolean sends(Headers headers) {
            return !headers.first("x-attempt").isEmpty();
        }
    }
}
