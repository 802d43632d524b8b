// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.caller.Kind;
import com.acme.caller.Service;
import dev.parsimony.simulator.http.Simulator;
import dev.parsimony.testkit.Jvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The settings file changes while the application runs. */
@Timeout(120) // nothing is timed; without it a reload that never comes would hold the build
class ReloadIT {
    private static final Pattern CAP = Pattern.compile("tokens\":(\\d+)");

    private final Simulator simulator = Simulator.start();

    @TempDir
    private Path directory;

    private Path settings;
    private Path log;
    private Path sign;
    private CompletableFuture<Jvm.Run> service;

    @BeforeEach
    void startTheService() throws IOException {
        settings = directory.resolve("parsimony.yaml");
        log = directory.resolve("parsimony.log");
        sign = Files.createFile(directory.resolve("running"));
        cap(11);
        Application application = Application.at(simulator).withAgent(settings);
        service = CompletableFuture.supplyAsync(
                () -> application.run(Service.class, Kind.OPENAI_CHAT.name(), sign.toString()));
    }

    @AfterEach
    void close() {
        simulator.close();
    }

    @Test
    void takesWhatIsWrittenOverTheOldFile() throws Exception {
        awaitCall(11);
        cap(22);
        awaitCall(22);

        assertThat(stopped()).contains(settings + ": now in force");
    }

    @Test
    void takesWhatALinkIsSwappedToAsInAMountedConfigMap() throws Exception {
        awaitCall(11);
        Path next = Files.writeString(directory.resolve("next.yaml"), rule(22));
        Path link = Files.createSymbolicLink(directory.resolve("link"), next);
        Files.move(link, settings, StandardCopyOption.REPLACE_EXISTING);
        awaitCall(22);

        stopped();
    }

    @Test
    void keepsTheLastGoodSettingsAndSaysWhatIsWrong() throws Exception {
        awaitCall(11);
        Files.writeString(settings, "version: 1\nrules:\n  - {name: cap, then: {max_toknes: 22}}\n");
        await(() -> Files.readString(log).contains("Did you mean"));
        cap(33);
        awaitCall(33);

        assertThat(stopped()).contains("rules[0].then.max_toknes", "Did you mean \"max_tokens\"?");
        assertThat(caps()).containsOnly(11, 33);
    }

    @Test
    void saysPerCallWhatItDidAsSoonAsDebugIsOn() throws Exception {
        awaitCall(11);
        Files.writeString(settings, rule(22) + "debug: on\nresponse_cache: {max_bytes: 1MiB}\n");
        await(() -> Files.readString(log).contains("rewrites [max_tokens]"));

        assertThat(stopped()).contains("; a change of response_cache only when the JVM starts again");
    }

    private void cap(int tokens) throws IOException {
        Files.writeString(settings, rule(tokens));
    }

    private String rule(int tokens) {
        return Application.whole(
                "log: {to: '" + log + "'}\nrules: [{name: cap, then: {max_tokens: " + tokens + "}}]\n");
    }

    private void awaitCall(int cap) throws Exception {
        await(() -> caps().contains(cap));
    }

    private void await(Callable<Boolean> sight) throws Exception {
        while (!sight.call()) {
            assertThat(service).as("the service").isNotDone();
            Thread.sleep(20);
        }
    }

    /** The caps that requests came with so far. */
    private List<Integer> caps() {
        return simulator.received().stream()
                .map(received -> CAP.matcher(received.bodyText()))
                .filter(Matcher::find)
                .map(found -> Integer.valueOf(found.group(1)))
                .toList();
    }

    /** Ends the service. Yields what the agent wrote into its log. */
    private String stopped() throws Exception {
        Files.delete(sign);
        service.get().expectSuccess();
        return Files.readString(log);
    }
}
