// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class JvmTest {
    /** A program that says what it was started with. */
    static final class Echo {
        private Echo() {}

        public static void main(String[] args) {
            System.out.print(String.join(",", args) + System.getProperty("said") + System.getenv("HEARD"));
            System.err.print(System.getenv("JAVA_TOOL_OPTIONS"));
            System.exit(args.length);
        }
    }

    @Test
    void runsAProgramWithFlagsAndVariables() {
        Jvm.Run run = Jvm.current()
                .ownClassPath()
                .property("said", "-so-")
                .variable("HEARD", "yes")
                .run(Echo.class, "a", "b");

        assertThat(run.out()).isEqualTo("a,b-so-yes");
        assertThat(run.status()).isEqualTo(2);
    }

    @Test
    void hidesTheFlagsThatThisJvmWasStartedWith() {
        assertThat(Jvm.current().ownClassPath().run(Echo.class).err()).isEqualTo("null");
    }

    @Test
    void saysWhatAProgramWroteThatFailed() {
        Jvm.Run run = Jvm.current().ownClassPath().run(Echo.class, "word");

        assertThatThrownBy(run::expectSuccess).hasMessageContaining("word").hasMessageContaining("exit status 1");
    }

    @Test
    void findsTheJdkThatRunsTheTests() {
        assertThat(Jdk.current().feature()).isEqualTo(Runtime.version().feature());
    }

    @Test
    void findsOnlyNewerJdksBesideIt() {
        assertThat(Jdk.newer()).allMatch(jdk -> jdk.feature() > Jdk.current().feature());
    }
}
