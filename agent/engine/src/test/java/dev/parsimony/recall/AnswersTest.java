// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.recall;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parsimony.exchange.Answer;
import dev.parsimony.exchange.Answer.Ending;
import dev.parsimony.exchange.Cost;
import dev.parsimony.exchange.Digest;
import dev.parsimony.exchange.Operation;
import dev.parsimony.exchange.Plan.Reuse;
import dev.parsimony.exchange.Plan.Sharing;
import dev.parsimony.exchange.Reply;
import dev.parsimony.exchange.SpanReference;
import dev.parsimony.exchange.Terms;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class AnswersTest {
    private static final Digest QUESTION = new Digest(1, 2);
    private static final Reuse TEN_MINUTES = reuse(Duration.ofMinutes(10));
    private static final SpanReference NO_SPAN = SpanReference.none();
    private static final Cost CENT = Cost.known(new BigDecimal("0.01"), false);

    private final AtomicLong now = new AtomicLong(-5_000);
    private final Answers answers = new Answers(new Limits(1 << 20, 10_000, Duration.ofSeconds(30)), now::get);

    @Test
    void findsNothingAtFirst() {
        assertThat(ask()).isInstanceOf(Finding.Absent.class);
    }

    @Test
    void givesAnAnswerAgainAsItWas() {
        lease(ask()).keep(reply("hello"), natural(), CENT);

        Stored held = held(ask());
        assertThat(held.reply().status()).isEqualTo(200);
        assertThat(held.reply().body()).asString().isEqualTo("hello");
        assertThat(held.answer()).isEqualTo(natural());
        assertThat(held.cost()).isEqualTo(CENT);
    }

    @Test
    void saysOnTheReplyThatNoCallWasMade() {
        lease(ask()).keep(reply("hello"), natural(), CENT);

        assertThat(held(ask()).reply().look().first(Reply.MARK)).isEqualTo("hit");
    }

    @Test
    void keepsOnlyHarmlessHeaders() {
        Map<String, List<String>> headers = Map.of(
                "content-type", List.of("application/json"), "set-cookie", List.of("s"), "request-id", List.of("r1"));
        lease(ask()).keep(new Reply(200, headers, new byte[1]), natural(), CENT);

        assertThat(held(ask()).reply().headers().keySet())
                .containsExactlyInAnyOrder("content-type", "request-id", Reply.MARK);
    }

    @Test
    void forgetsAnAnswerWhenItsTimeIsOver() {
        lease(ask()).keep(reply("hello"), natural(), CENT);

        pass(Duration.ofMinutes(10).minusNanos(1));
        assertThat(ask()).isInstanceOf(Finding.Held.class);
        pass(Duration.ofNanos(1));
        assertThat(ask()).isInstanceOf(Finding.Absent.class);
    }

    @Test
    void doesNotServeAnAnswerOlderThanTheRuleOfTheAskerAllows() {
        lease(ask()).keep(reply("hello"), natural(), CENT);
        pass(Duration.ofMinutes(5));

        assertThat(ask(reuse(Duration.ofMinutes(5)))).isInstanceOf(Finding.Absent.class);
        assertThat(ask(reuse(Duration.ofMinutes(6)))).isInstanceOf(Finding.Held.class);
    }

    @Test
    void doesNotServeAnAnswerLongerThanTheRuleItWasKeptUnderAllows() {
        lease(ask(reuse(Duration.ofMinutes(1)))).keep(reply("hello"), natural(), CENT);
        pass(Duration.ofMinutes(1));

        assertThat(ask(reuse(Duration.ofHours(1)))).isInstanceOf(Finding.Absent.class);
    }

    @Test
    void doesNotServeLongerForBeingAskedOften() {
        lease(ask()).keep(reply("hello"), natural(), CENT);
        for (int i = 0; i < 9; i++) {
            pass(Duration.ofMinutes(1));
            assertThat(ask()).isInstanceOf(Finding.Held.class);
        }
        pass(Duration.ofMinutes(1));

        assertThat(ask()).isInstanceOf(Finding.Absent.class);
    }

    @Test
    void doesNotKeepWhatMustNotBeGivenAgain() {
        assertThat(refusal(new Reply(500, Map.of(), new byte[1]), natural())).isEqualTo("status");
        assertThat(refusal(new Reply(302, Map.of(), new byte[1]), natural())).isEqualTo("status");
        assertThat(refusal(reply("x"), ended(Ending.OPEN))).isEqualTo("incomplete");
        assertThat(refusal(reply("x"), ended(Ending.TRUNCATED))).isEqualTo("truncated");
        assertThat(refusal(reply("x"), ended(Ending.REFUSED))).isEqualTo("refused");
        assertThat(refusal(reply("x"), ended(Ending.FAILED))).isEqualTo("failed");
        Answer errorInside = new Answer("", "m", List.of(), null, Terms.LIST, "overloaded_error", Ending.NATURAL);
        assertThat(refusal(reply("x"), errorInside)).isEqualTo("failed");
    }

    @Test
    void doesNotKeepAStreamLongerThanSet() {
        assertThat(lease(ask()).keep(stream(10_000), natural(), CENT)).isEmpty();
        assertThat(refusal(stream(10_001), natural())).isEqualTo("too_large");
        assertThat(lease(ask()).keep(reply("x".repeat(10_001)), natural(), CENT))
                .isEmpty();
    }

    @Test
    void doesNotKeepAnAnswerThatWouldFillTheStore() {
        assertThat(refusal(reply("x".repeat((1 << 17) + 1)), natural())).isEqualTo("too_large");
    }

    private String refusal(Reply reply, Answer answer) {
        answers.clear();
        String reason = lease(ask()).keep(reply, answer, CENT).orElseThrow();
        Finding after = ask();
        assertThat(after).isInstanceOf(Finding.Absent.class);
        lease(after).drop();
        return reason;
    }

    @Test
    void leavesAnEarlierAnswerWhereTheLaterOneMustNotBeKept() {
        lease(ask(trace('a'))).keep(reply("first"), natural(), CENT);
        lease(ask(trace('a'))).keep(reply("error"), ended(Ending.FAILED), CENT);

        assertThat(held(ask(NO_SPAN)).reply().body()).asString().isEqualTo("first");
    }

    @Test
    void doesNotAnswerARepetitionWithinOneTrace() {
        lease(ask(trace('a'))).keep(reply("first"), natural(), CENT);

        assertThat(ask(trace('a'))).isInstanceOf(Finding.Repeated.class);
    }

    @Test
    void answersTheFirstQuestionOfEachTrace() {
        lease(ask(trace('a'))).keep(reply("first"), natural(), CENT);

        assertThat(ask(trace('b'))).isInstanceOf(Finding.Held.class);
        assertThat(ask(trace('b'))).isInstanceOf(Finding.Repeated.class);
        assertThat(ask(trace('c'))).isInstanceOf(Finding.Held.class);
    }

    @Test
    void keepsTheRepeatedAnswerInTheFirstOnesPlace() {
        lease(ask(trace('a'))).keep(reply("first"), natural(), CENT);
        lease(ask(trace('a'))).keep(reply("second"), natural(), CENT);

        assertThat(held(ask(trace('b'))).reply().body()).asString().isEqualTo("second");
        assertThat(ask(trace('a'))).isInstanceOf(Finding.Repeated.class);
    }

    @Test
    void doesNotHoldAnotherQuestionOfTheTraceForARepetition() {
        ask(trace('a'));

        assertThat(answers.ask(new Digest(1, 3), TEN_MINUTES, trace('a'), Operation.CHAT))
                .isInstanceOf(Finding.Absent.class);
    }

    @Test
    void answersRepetitionsWhereTheApplicationTracesNothing() {
        lease(ask(NO_SPAN)).keep(reply("first"), natural(), CENT);

        assertThat(ask(NO_SPAN)).isInstanceOf(Finding.Held.class);
        assertThat(ask(NO_SPAN)).isInstanceOf(Finding.Held.class);
    }

    @Test
    void answersRepetitionsWithinOneTraceWhereTheRuleSaysSo() {
        Reuse within = new Reuse(Duration.ofMinutes(10), Sharing.SHARED, true, true);
        lease(answers.ask(QUESTION, within, trace('a'), Operation.CHAT)).keep(reply("first"), natural(), CENT);

        assertThat(answers.ask(QUESTION, within, trace('a'), Operation.CHAT)).isInstanceOf(Finding.Held.class);
    }

    @Test
    void answersRepeatedEmbeddingsWithinOneTrace() {
        lease(answers.ask(QUESTION, TEN_MINUTES, trace('a'), Operation.EMBEDDINGS))
                .keep(reply("vector"), natural(), CENT);

        assertThat(answers.ask(QUESTION, TEN_MINUTES, trace('a'), Operation.EMBEDDINGS))
                .isInstanceOf(Finding.Held.class);
    }

    @Test
    void neverTakesMoreThanItWasGiven() {
        for (int i = 0; i < 5_000; i++) {
            Finding finding = answers.ask(new Digest(i, i * 31L), TEN_MINUTES, NO_SPAN, Operation.CHAT);
            lease(finding).keep(reply("x".repeat(i % 3_000)), natural(), CENT);
        }

        assertThat(answers.bytes()).isBetween(1L << 19, 1L << 20);
    }

    @Test
    void forgetsEverythingWhenTold() {
        lease(ask()).keep(reply("hello"), natural(), CENT);
        answers.clear();

        assertThat(ask()).isInstanceOf(Finding.Absent.class);
        assertThat(answers.bytes()).isZero();
    }

    @Test
    void usesALeaseOnce() {
        Lease lease = lease(ask());
        lease.drop();
        lease.keep(reply("late"), natural(), CENT);

        assertThat(ask()).isInstanceOf(Finding.Absent.class);
    }

    private Finding ask() {
        return ask(TEN_MINUTES);
    }

    private Finding ask(Reuse reuse) {
        return answers.ask(QUESTION, reuse, NO_SPAN, Operation.CHAT);
    }

    private Finding ask(SpanReference span) {
        return answers.ask(QUESTION, TEN_MINUTES, span, Operation.CHAT);
    }

    private void pass(Duration time) {
        now.addAndGet(time.toNanos());
    }

    private static Reuse reuse(Duration ttl) {
        return new Reuse(ttl, Sharing.SHARED, true, false);
    }

    private static Lease lease(Finding finding) {
        return finding instanceof Finding.Absent absent ? absent.lease() : ((Finding.Repeated) finding).lease();
    }

    private static Stored held(Finding finding) {
        return ((Finding.Held) finding).answer();
    }

    private static SpanReference trace(char digit) {
        return new SpanReference(String.valueOf(digit).repeat(32), "1".repeat(16), true, "");
    }

    private static Reply reply(String body) {
        return new Reply(
                200, Map.of("content-type", List.of("application/json")), body.getBytes(StandardCharsets.UTF_8));
    }

    private static Reply stream(int bytes) {
        return new Reply(200, Map.of("content-type", List.of("text/event-stream; charset=utf-8")), new byte[bytes]);
    }

    private static Answer natural() {
        return ended(Ending.NATURAL);
    }

    private static Answer ended(Ending ending) {
        return new Answer("id", "m", List.of("stop"), null, Terms.LIST, "", ending);
    }
}
