// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parsimony.simulator.http.Received;
import dev.parsimony.simulator.http.Simulator;
import dev.parsimony.testkit.OtlpReceiver;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every version of {@link Sdk}'s table, every kind of call, in a JVM each: watched, rewritten and answered from what is held.
 * It takes long and runs in the profile {@code matrix} alone. What came of it is in {@code target/matrix.md}, which is kept
 * as {@code MATRIX.md}.
 */
@Tag("matrix")
@ParameterizedClass
@MethodSource("dev.parsimony.endtoend.Row#all")
class MatrixIT {
    private static final String CAP =
            "rules: [{name: cap, unless: {operation: embeddings}, then: {max_tokens: 100}}]\n";
    private static final String REUSE = "rules: [{name: reuse, then: {cache: {ttl: 10m, scope: shared}}}]\n";
    private static final Pattern CAPPED = Pattern.compile("\"(max\\w*|num_predict)\" ?: ?100\\b");
    private static final Pattern EMBEDDING = Pattern.compile("EMBEDDING|VECTOR");
    private static final Pattern LACKING = Pattern.compile(": threw (class )?java\\.lang\\.No\\w+Error\\b");
    private static final MatrixTable TABLE = new MatrixTable(Path.of("target", "matrix.md"));

    private static Simulator simulator;
    private static List<String> bare;
    private static List<String> written;
    private static List<MatrixTable.Mode> shown;

    @Parameter
    private Row row;

    @BeforeParameterizedClassInvocation
    static void callWithoutTheAgent(Row row) throws Exception {
        simulator = Simulator.start();
        shown = new ArrayList<>();
        bare = List.of();
        bare = row.run(row.application(simulator), row.sdk().program().calls());
        written = bodies();
        simulator.reset();
    }

    @AfterParameterizedClassInvocation
    static void tell(Row row) throws IOException {
        simulator.close();
        TABLE.add(row, known().size(), shown);
    }

    @Test
    void sendsTheVerySameRequestsWhereItObservesAndTellsEachInOneSpan() throws Exception {
        try (OtlpReceiver collector = OtlpReceiver.start()) {
            Application watched = application("mode: observe\n" + CAP).tellingTo(collector.endpoint());

            assertThat(row.run(watched, row.sdk().program().calls()))
                    .map(Answers::withoutIds)
                    .isEqualTo(bare.stream().map(Answers::withoutIds).toList());
            assertThat(bodies()).isEqualTo(written);
            assertThat(collector.spans()).hasSameSizeAs(known());
        }
        shown.add(MatrixTable.Mode.OBSERVE);
    }

    @Test
    void capsEveryAnswer() throws Exception {
        List<String> chats =
                known().stream().filter(call -> !EMBEDDING.matcher(call).find()).toList();

        assertThat(row.run(application(CAP), chats)).hasSameSizeAs(chats).noneMatch(MatrixIT::hasThrown);

        assertThat(bodies())
                .hasSameSizeAs(chats)
                .allMatch(body -> CAPPED.matcher(body).find());
        shown.add(MatrixTable.Mode.REWRITE);
    }

    @Test
    void answersEveryRepeatedCallFromWhatIsHeld() throws Exception {
        List<String> twice =
                known().stream().flatMap(call -> Stream.of(call, call)).toList();
        try (OtlpReceiver collector = OtlpReceiver.start()) {
            List<String> told = row.run(application(REUSE).tellingTo(collector.endpoint()), twice);

            for (int i = 0; i < twice.size(); i += 2) {
                assertThat(told.get(i + 1)).isEqualTo(told.get(i)).matches(line -> !hasThrown(line));
            }
            int sent = simulator.received().size();
            assertThat(sent).isLessThanOrEqualTo(known().size());
            assertThat(collector.spans().stream().map(Attributes::of))
                    .filteredOn(attributes -> "hit".equals(attributes.get("parsimony.cache.outcome")))
                    .hasSize(twice.size() - sent);
        }
        shown.add(MatrixTable.Mode.HIT);
    }

    private Application application(String settings) throws Exception {
        simulator.reset();
        return row.application(simulator).withAgent(settings);
    }

    /** The kinds of call that the version has; without the agent nothing goes wrong but what it lacks. */
    private static List<String> known() {
        assertThat(bare)
                .filteredOn(MatrixIT::hasThrown)
                .allMatch(line -> LACKING.matcher(line).find());
        return bare.stream()
                .filter(line -> !hasThrown(line))
                .map(line -> line.substring(0, line.indexOf(':')))
                .toList();
    }

    private static boolean hasThrown(String line) {
        return line.contains(": threw ");
    }

    private static List<String> bodies() {
        return simulator.received().stream().map(Received::bodyText).toList();
    }
}
