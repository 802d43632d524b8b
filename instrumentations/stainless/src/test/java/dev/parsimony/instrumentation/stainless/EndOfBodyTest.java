// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.instrumentation.stainless;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.parsimony.simulator.http.Fault;
import dev.parsimony.simulator.http.Simulator;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EndOfBodyTest {
    private final Simulator simulator = Simulator.start();
    private final Prompter prompter = new Prompter();
    private Subject client;

    @AfterEach
    void close() {
        client.close();
        simulator.close();
    }

    /** Not all SDKs read on when they have what they want, so that {@code closed} is as good an end as {@code end}. */
    @ParameterizedTest
    @EnumSource
    void seesAllOfAPlainAnswerAndOneEnd(Edition edition) {
        client(edition).ask("Where is it?");

        assertThat(prompter.tap.text()).startsWith("{").endsWith("}");
        assertThat(prompter.tap.endings).hasSize(1).containsAnyOf("end", "closed");
    }

    @ParameterizedTest
    @EnumSource
    void seesAllOfAStreamAndOneEnd(Edition edition) {
        client(edition).stream("Where is it?");

        assertThat(prompter.tap.text()).containsAnyOf("[DONE]", "message_stop");
        assertThat(prompter.tap.endings).hasSize(1).containsAnyOf("end", "closed");
    }

    @ParameterizedTest
    @EnumSource
    void seesAllOfAnAsynchronousStreamAndOneEnd(Edition edition) {
        client(edition).streamAsync("Where is it?").join();

        assertThat(prompter.tap.text()).containsAnyOf("[DONE]", "message_stop");
        assertThat(prompter.tap.endings).hasSize(1).containsAnyOf("end", "closed");
    }

    @ParameterizedTest
    @EnumSource
    void seesAStreamClosedEarlyOnce(Edition edition) {
        client(edition).streamAndStop("Where is it?");

        assertThat(prompter.tap.endings).containsExactly("closed");
    }

    @ParameterizedTest
    @EnumSource
    void seesAStreamThatBreaksOnce(Edition edition) {
        simulator.faults().add(Fault.next(new Fault.Break(1)));

        assertThat(catchThrowable(() -> client(edition).stream("Where is it?"))).isNotNull();
        assertThat(prompter.tap.endings).containsExactly("failed");
    }

    @ParameterizedTest
    @EnumSource
    void seesABodyThatIsLetGoOfUnread(Edition edition) throws InterruptedException {
        client(edition).letGo("Where is it?");

        while (!prompter.tap.over.await(10, TimeUnit.MILLISECONDS)) {
            System.gc();
        }

        assertThat(prompter.tap.endings).hasSize(1).doesNotContain("end");
    }

    private Subject client(Edition edition) {
        client = Stage.client(edition, simulator.baseUrl(), prompter);
        return client;
    }
}
