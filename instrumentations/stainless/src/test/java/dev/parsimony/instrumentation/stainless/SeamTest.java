// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.instrumentation.stainless;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parsimony.exchange.Address;
import dev.parsimony.exchange.Call;
import dev.parsimony.exchange.Caller;
import dev.parsimony.exchange.Next;
import dev.parsimony.simulator.http.Answer;
import dev.parsimony.simulator.http.Fault;
import dev.parsimony.simulator.http.Received;
import dev.parsimony.simulator.http.Simulator;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SeamTest {
    private final Simulator simulator = Simulator.start();
    private final Prompter prompter = new Prompter();

    private final List<Subject> clients = new ArrayList<>();

    @AfterEach
    void close() {
        clients.forEach(Subject::close);
        simulator.close();
    }

    @ParameterizedTest
    @EnumSource
    void seesTheCallAsItIsSent(Edition edition) {
        simulator.script().add(Answer.text("In the post."));

        assertThat(client(edition).ask("Where is it?")).isEqualTo("In the post.");

        Call call = prompter.calls.get(0);
        Received received = simulator.received().get(0);
        assertThat(prompter.calls).hasSize(1);
        assertThat(call.method()).isEqualTo("POST");
        assertThat(call.address()).isEqualTo(new Address("http", "127.0.0.1", simulator.port()));
        assertThat(call.path()).isEqualTo(received.path());
        assertThat(call.body()).isEqualTo(received.body());
        assertThat(call.headers().names())
                .map(name -> name.toLowerCase(Locale.ROOT))
                .contains("x-stainless-lang");
        assertThat(prompter.clients.get(0).sdk()).isEqualTo(edition.sdk());
        assertThat(prompter.heads.get(0).status()).isEqualTo(200);
        assertThat(prompter.tap.text()).contains("In the post.");
    }

    @ParameterizedTest
    @EnumSource
    void sendsTheVeryBytesThatAreSentWithoutIt(Edition edition) {
        try (Subject plain = edition.application().client(simulator.baseUrl())) {
            exercise(plain);
        }
        List<Received> without = simulator.received();
        simulator.reset();
        exercise(client(edition));

        assertThat(simulator.received()).hasSameSizeAs(without);
        for (int i = 0; i < without.size(); i++) {
            assertThat(simulator.received().get(i).head())
                    .isEqualTo(without.get(i).head());
            assertThat(simulator.received().get(i).body())
                    .isEqualTo(without.get(i).body());
        }
    }

    private static void exercise(Subject client) {
        client.ask("one");
        client.stream("two");
        client.askAsync("three").join();
        client.streamAsync("four").join();
        client.sendOther();
    }

    @ParameterizedTest
    @EnumSource
    void knowsTheThreadThatMakesAnAsynchronousCall(Edition edition) {
        client(edition).askAsync("Where is it?").join();

        assertThat(prompter.callers)
                .extracting(Caller::thread)
                .containsExactly(Thread.currentThread().getName());
    }

    @ParameterizedTest
    @EnumSource
    void leavesTheCallerToTheGateWhereTheCallStaysOnItsThread(Edition edition) {
        client(edition).ask("Where is it?");

        assertThat(prompter.callers).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void changesWhatIsSentAndKeepsTheChangeWhenTheSdkRetries(Edition edition) {
        simulator.faults().add(Fault.next(Fault.Effect.status(500)));
        prompter.first = SeamTest::inCapitals;

        client(edition).ask("Where is it?");

        assertThat(prompter.calls).hasSize(1);
        assertThat(simulator.received())
                .extracting(Received::bodyText)
                .hasSize(2)
                .allMatch(body -> body.contains("WHERE IS IT?"));
    }

    @ParameterizedTest
    @EnumSource
    void changesWhatIsSentAsynchronously(Edition edition) {
        prompter.first = SeamTest::inCapitals;

        client(edition).askAsync("Where is it?").join();

        assertThat(simulator.received().get(0).bodyText()).contains("WHERE IS IT?");
    }

    @ParameterizedTest
    @EnumSource
    void sendsAsWrittenWhatIsToGoToAnotherPath(Edition edition) {
        prompter.first = call -> new Next.Send(call.withPath("/v1/models/other"), false);

        assertThat(client(edition).ask("Where is it?")).isNotBlank();

        assertThat(simulator.received())
                .extracting(Received::path)
                .containsExactly(prompter.calls.get(0).path());
    }

    @ParameterizedTest
    @EnumSource
    void sendsAgainWhatTheProviderRefused(Edition edition) {
        prompter.first = SeamTest::inCapitals;
        prompter.then =
                (call, head) -> head.status() == 400 ? new Next.Send(call, true) : new Next.Deliver(prompter.tap);
        simulator.faults().add(Fault.always(Fault.Effect.status(400)).onBody("WHERE IS IT?"));

        assertThat(client(edition).ask("Where is it?")).isNotBlank();
        assertThat(client(edition).askAsync("Where is it?").join()).isNotBlank();

        assertThat(simulator.received()).hasSize(4);
        assertThat(prompter.calls).hasSize(2);
        assertThat(prompter.scopes).hasValue(0);
    }

    @ParameterizedTest
    @EnumSource
    void handsOnWhatTheSdkThrows(Edition edition) {
        simulator.faults().add(Fault.always(new Fault.Disconnect()));

        assertThatThrownBy(() -> client(edition).ask("Where is it?"))
                .extracting(thrown -> thrown.getClass().getSimpleName())
                .asString()
                .endsWith("IoException");
        assertThat(prompter.failures).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void handsOnAFailureThatComesLater(Edition edition) {
        simulator.faults().add(Fault.always(new Fault.Disconnect()));

        assertThatThrownBy(() -> client(edition).askAsync("Where is it?").join())
                .hasMessageContaining("IoException");
        assertThat(prompter.failures).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void leavesOtherRequestsAlone(Edition edition) {
        client(edition).sendOther();

        assertThat(simulator.received()).hasSize(1);
        assertThat(prompter.calls).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void sendsAsIfItWereNotThereWhereTheEngineThrows(Edition edition) {
        prompter.first = call -> {
            throw new StackOverflowError("ours");
        };

        assertThat(client(edition).ask("Where is it?")).isNotBlank();
        assertThat(client(edition).askAsync("Where is it?").join()).isNotBlank();
    }

    @ParameterizedTest
    @EnumSource
    void waitsForTheSignalBeforeItSends(Edition edition) {
        CompletableFuture<Void> signal = new CompletableFuture<>();
        prompter.first = call -> {
            return signal.isDone() ? new Next.Send(call, true) : new Next.Await(signal, Duration.ofMinutes(1));
        };

        CompletableFuture<String> answer = client(edition).askAsync("Where is it?");
        assertThat(simulator.received()).isEmpty();
        assertThat(answer).isNotDone();
        signal.complete(null);

        assertThat(answer.join()).isNotBlank();
    }

    @ParameterizedTest
    @EnumSource(names = {"OLDEST_OPENAI", "OLDEST_ANTHROPIC"})
    void weavesAnSdkThatIsInUseAlready(Edition edition) throws Exception {
        Edition.Application application = edition.application();
        try (Subject client = application.client(simulator.baseUrl())) {
            client.ask("before");
            Stage.weaveLate(application, prompter);
            client.ask("after");
        }

        assertThat(prompter.calls).hasSize(1);
    }

    private Subject client(Edition edition) {
        Subject client = Stage.client(edition, simulator.baseUrl(), prompter);
        clients.add(client); // a client that is let go of closes its connections, whatever is still under way
        return client;
    }

    private static Next inCapitals(Call call) {
        String body = new String(call.body(), StandardCharsets.UTF_8).replace("Where is it?", "WHERE IS IT?");
        return new Next.Send(call.withBody(body.getBytes(StandardCharsets.UTF_8)), false);
    }
}
