// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parsimony.simulator.http.Received;
import dev.parsimony.simulator.http.Simulator;
import dev.parsimony.testkit.OtlpReceiver;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every version of {@link Sdk}'s table, every kind of call, in a JVM each: watched, rewritten and answered from what is held.
 * It takes long and runs in the profile {@code matrix} alone.
 */
@Tag("matrix")
class MatrixIT {
    private static final String CAP =
            "rules: [{name: cap, unless: {operation: embeddings}, then: {max_tokens: 100}}]\n";
    private static final String REUSE = "rules: [{name: reuse, then: {cache: {ttl: 10m, scope: shared}}}]\n";
    private static final Pattern CAPPED = Pattern.compile("\"(max\\w*|num_predict)\" ?: ?100\\b");
    private static final Pattern EMBEDDING = Pattern.compile("EMBEDDING|VECTOR");

    private final Simulator simulator = Simulator.start();

    @AfterEach
    void stop() {
        simulator.close();
    }

    static Stream<Arguments> versions() {
        return Stream.of(Sdk.values())
                .flatMap(sdk -> sdk.versions().stream().map(version -> Arguments.of(sdk, version)));
    }

    @ParameterizedTest
    @MethodSource("versions")
    void sendsTheVerySameRequestsWhereItObservesAndTellsEachInOneSpan(Sdk sdk, String version) throws Exception {
        List<String> bare = run(at(sdk, version), sdk, sdk.calls());
        List<String> written = bodies();
        simulator.reset();
        try (OtlpReceiver collector = OtlpReceiver.start()) {
            Application watched =
                    at(sdk, version).withAgent("mode: observe\n" + CAP).tellingTo(collector.endpoint());

            assertThat(run(watched, sdk, sdk.calls()).stream().map(Answers::withoutIds))
                    .isEqualTo(bare.stream().map(Answers::withoutIds).toList());
            assertThat(bodies()).isEqualTo(written);
            assertThat(collector.spans()).hasSize(written.size());
        }
    }

    @ParameterizedTest
    @MethodSource("versions")
    void capsEveryAnswer(Sdk sdk, String version) throws Exception {
        List<String> chats = known(sdk, version).stream()
                .filter(call -> !EMBEDDING.matcher(call).find())
                .toList();

        assertThat(run(at(sdk, version).withAgent(CAP), sdk, chats)).noneMatch(MatrixIT::hasThrown);

        assertThat(bodies())
                .hasSameSizeAs(chats)
                .allMatch(body -> CAPPED.matcher(body).find());
    }

    @ParameterizedTest
    @MethodSource("versions")
    void answersEveryRepeatedCallFromWhatIsHeld(Sdk sdk, String version) throws Exception {
        List<String> twice = known(sdk, version).stream()
                .flatMap(call -> Stream.of(call, call))
                .toList();
        try (OtlpReceiver collector = OtlpReceiver.start()) {
            List<String> told = run(at(sdk, version).withAgent(REUSE).tellingTo(collector.endpoint()), sdk, twice);

            for (int i = 0; i < told.size(); i += 2) {
                assertThat(told.get(i + 1)).isEqualTo(told.get(i)).matches(line -> !hasThrown(line));
            }
            assertThat(simulator.received()).hasSizeLessThanOrEqualTo(twice.size() / 2);
            assertThat(collector.spans().stream().map(Attributes::of).filter(MatrixIT::isHit))
                    .hasSize(twice.size() - simulator.received().size());
        }
    }

    private static boolean isHit(Map<String, String> attributes) {
        return "hit".equals(attributes.get("parsimony.cache.outcome"));
    }

    /** The kinds of call that a version has. */
    private List<String> known(Sdk sdk, String version) throws Exception {
        List<String> known = run(at(sdk, version), sdk, sdk.calls()).stream()
                .filter(line -> !hasThrown(line))
                .map(line -> line.substring(0, line.indexOf(':')))
                .toList();
        assertThat(known).isNotEmpty();
        simulator.reset();
        return known;
    }

    private static boolean hasThrown(String line) {
        return line.contains(": threw ");
    }

    private Application at(Sdk sdk, String version) throws Exception {
        Path libraries = Resolved.libraries(sdk, version);
        return Application.at(simulator)
                .withLibraries(Path.of("target").relativize(libraries).toString());
    }

    private static List<String> run(Application application, Sdk sdk, List<String> calls) {
        return application
                .run(sdk.program(), calls.toArray(String[]::new))
                .out()
                .lines()
                .toList();
    }

    private List<String> bodies() {
        return simulator.received().stream().map(MatrixIT::body).toList();
    }

    private static String body(Received request) {
        return new String(request.body(), StandardCharsets.UTF_8);
    }
}
