// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.price;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parsimony.exchange.Address;
import dev.parsimony.exchange.Answer;
import dev.parsimony.exchange.Caller;
import dev.parsimony.exchange.Cost;
import dev.parsimony.exchange.Exchange;
import dev.parsimony.exchange.Lens;
import dev.parsimony.exchange.Opening;
import dev.parsimony.exchange.Operation;
import dev.parsimony.exchange.Plan;
import dev.parsimony.exchange.Recall;
import dev.parsimony.exchange.Saving;
import dev.parsimony.exchange.Terms;
import dev.parsimony.exchange.Timeline;
import dev.parsimony.exchange.Usage;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Worked examples with Claude Sonnet 4.5 (3, read 0.30, write 3.75, output 15) and Haiku 4.5 (1, 0.10, 1.25, 5). */
class ReckoningTest {
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final String SONNET = "claude-sonnet-4-5";
    private static final String HAIKU = "claude-haiku-4-5";

    private final Tariffs tariffs = Tariffs.builtIn();
    private final Reckoning reckoning = new Reckoning(tariffs);

    @Test
    void billsTheAnswersTokensAtTheModelThatAnswered() {
        Exchange call = call(SONNET, SONNET, "claude-sonnet-4-5-20250929", Usage.text(1000, 0, 0, 0, 100, 0));

        assertThat(usd(reckoning.billed(call))).isEqualByComparingTo("0.0045");
        assertThat(usd(reckoning.paid(call))).isEqualByComparingTo("0.0045");
    }

    @Test
    void billsTheModelAskedForWithLittleConfidenceWhereTheAnswerNamesOneThatNobodyKnows() {
        Exchange call = call(SONNET, SONNET, "claude-sonnet-9", Usage.text(1000, 10_000, 0, 0, 100, 0));

        assertThat(reckoning.billed(call)).isEqualTo(Cost.known(usd(reckoning.billed(call)), true));
        assertThat(usd(reckoning.billed(call))).isEqualByComparingTo("0.0075");
        assertThat(savings(call, Marks.OURS))
                .singleElement()
                .satisfies(saving -> assertThat(saving.estimated()).isTrue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", SONNET, "claude-sonnet-4-5-20250929", "us.anthropic.claude-sonnet-4-5-20991231-v9:0"})
    void billsTheModelAskedForWithConfidenceWhereTheAnswerNamesItOrNone(String answered) {
        Cost billed = reckoning.billed(call(SONNET, SONNET, answered, Usage.text(1000, 0, 0, 0, 100, 0)));

        assertThat(billed).isEqualTo(Cost.known(usd(billed), false));
        assertThat(usd(billed)).isEqualByComparingTo("0.0045");
    }

    @Test
    void takesNoAnswerOfAnotherDeploymentForOneOfProvisionedCapacity() {
        Reckoning agreed = new Reckoning(tariffs.agreeing(
                new Agreement(List.of(new Agreement.Model(SONNET, SONNET, "anthropic", true)), Map.of())));
        Usage usage = Usage.text(1000, 0, 0, 0, 100, 0);

        assertThat(usd(agreed.billed(call(HAIKU, HAIKU, SONNET, usage)))).isEqualByComparingTo("0.0045");
        assertThat(usd(agreed.billed(call(SONNET, SONNET, "claude-sonnet-4-5-20250929", usage))))
                .isZero();
        assertThat(usd(agreed.billed(call(SONNET, HAIKU, HAIKU, usage)))).isEqualByComparingTo("0.0015");
    }

    @Test
    void claimsNothingForACallThatNobodyTouched() {
        Exchange call = call(SONNET, SONNET, SONNET, Usage.text(100, 900, 0, 0, 100, 0));

        assertThat(savings(call, Marks.NONE)).isEmpty(); // what the application's own marks save is not ours
    }

    @Test
    void countsWhatOurMarksReadFromTheCache() {
        Exchange call = call(SONNET, SONNET, SONNET, Usage.text(100, 10_000, 0, 0, 100, 0));

        // 10,000 tokens at 0.30 instead of 3.00
        assertThat(savings(call, Marks.OURS)).singleElement().satisfies(saving -> {
            assertThat(saving.lever()).isEqualTo("prompt_cache");
            assertThat(saving.rule()).isEqualTo("marks");
            assertThat(saving.usd()).isEqualByComparingTo("0.027");
            assertThat(saving.estimated()).isFalse();
        });
    }

    @Test
    void estimatesAgainstWhatAProviderWouldHaveKeptUnasked() {
        Exchange call = call(SONNET, SONNET, SONNET, Usage.text(10_000, 0, 0, 0, 100, 0));
        Optional<Usage> leftAlone = Optional.of(Usage.text(0, 0, 10_000, 0, 100, 0));

        // 10,000 tokens at 3.00 instead of 3.75
        assertThat(reckoning.savings(call, plan(), Marks.OURS, leftAlone, reckoning.billed(call)))
                .singleElement()
                .satisfies(saving -> {
                    assertThat(saving.usd()).isEqualByComparingTo("0.0075");
                    assertThat(saving.estimated()).isTrue();
                });
        assertThat(reckoning.savings(call, plan(), Marks.NONE, leftAlone, reckoning.billed(call)))
                .isEmpty();
    }

    @Test
    void countsAWriteThatNobodyReadAgainstUs() {
        Exchange call = call(SONNET, SONNET, SONNET, Usage.text(100, 0, 10_000, 0, 100, 0));

        // 10,000 tokens at 3.75 instead of 3.00
        assertThat(savings(call, Marks.OURS))
                .singleElement()
                .satisfies(saving -> assertThat(saving.usd()).isEqualByComparingTo("-0.0075"));
    }

    @Test
    void claimsNothingWhereTheApplicationMarkedTheSameRequest() {
        Exchange call = call(SONNET, SONNET, SONNET, Usage.text(100, 10_000, 0, 0, 100, 0));

        assertThat(savings(call, Marks.BOTH)).isEmpty();
    }

    @Test
    void comparesTwoModelsByTheSameTokens() {
        Exchange call = call(SONNET, HAIKU, HAIKU, Usage.text(1000, 0, 0, 0, 100, 0));

        // 1000 x (3 - 1) + 100 x (15 - 5) per million
        assertThat(savings(call, Marks.NONE)).singleElement().satisfies(saving -> {
            assertThat(saving.lever()).isEqualTo("model");
            assertThat(saving.rule()).isEqualTo("swap");
            assertThat(saving.usd()).isEqualByComparingTo("0.003");
            assertThat(saving.estimated()).isTrue();
        });
    }

    @Test
    void countsADearerModelAgainstUs() {
        Exchange call = call(HAIKU, SONNET, SONNET, Usage.text(1000, 0, 0, 0, 100, 0));

        assertThat(savings(call, Marks.NONE))
                .singleElement()
                .satisfies(saving -> assertThat(saving.usd()).isEqualByComparingTo("-0.003"));
    }

    @Test
    void takesOneLeverOffAfterTheOther() {
        Usage usage = Usage.text(100, 10_000, 2000, 0, 100, 0);
        Exchange call = call(SONNET, HAIKU, HAIKU, usage);

        List<Saving> savings = savings(call, Marks.OURS);

        assertThat(savings).extracting(Saving::lever).containsExactly("model", "prompt_cache");
        assertThat(sum(savings))
                .isEqualByComparingTo(price(SONNET, usage.uncached()).subtract(usd(reckoning.paid(call))));
    }

    @Test
    void savesAllThatTheOriginalCallWasBilledWhereNothingIsSent() {
        Exchange call = call(SONNET, SONNET, SONNET, Usage.text(1000, 0, 0, 0, 100, 0));
        call.recall(Recall.HIT);

        assertThat(usd(reckoning.paid(call))).isZero();
        assertThat(savings(call, Marks.NONE)).singleElement().satisfies(saving -> {
            assertThat(saving.lever()).isEqualTo("response_cache");
            assertThat(saving.rule()).isEqualTo("reuse");
            assertThat(saving.usd()).isEqualByComparingTo("0.0045");
            assertThat(saving.estimated()).isFalse();
        });
    }

    @Test
    void addsUpToTheWholeCostAsWrittenWhereAnotherModelsAnswerIsReused() {
        Usage usage = Usage.text(100, 10_000, 0, 0, 100, 0);
        Exchange call = call(SONNET, HAIKU, HAIKU, usage);
        call.recall(Recall.JOINED);

        List<Saving> savings = savings(call, Marks.OURS);

        assertThat(savings).extracting(Saving::lever).containsExactly("model", "response_cache");
        assertThat(sum(savings)).isEqualByComparingTo(price(SONNET, usage));
    }

    @Test
    void claimsNothingForAModelWhosePriceIsUnknown() {
        Exchange call = call("claude-nine", HAIKU, HAIKU, Usage.text(1000, 0, 0, 0, 100, 0));

        assertThat(savings(call, Marks.OURS)).isEmpty();
    }

    @Test
    void claimsNothingWithoutUsage() {
        Exchange call = call(SONNET, HAIKU, HAIKU, null);

        assertThat(savings(call, Marks.OURS)).isEmpty();
        assertThat(reckoning.paid(call)).isEqualTo(Cost.unknown("no_usage"));
    }

    @Test
    void takesTheProvidersOwnWordForWhatItCharged() {
        Exchange call = call(SONNET, SONNET, SONNET, Usage.text(1000, 0, 0, 0, 100, 0));
        Terms told = new Terms("", List.of(), new BigDecimal("0.0123"));
        call.answered(new Answer("", SONNET, List.of(), call.answer().usage(), told, "", Answer.Ending.NATURAL));

        assertThat(reckoning.paid(call)).isEqualTo(Cost.charged(new BigDecimal("0.0123")));
    }

    /** Prices are looked up anew here, by the request as it was and not by what levers say. */
    @Test
    void addsUpToWhatTheRequestAsWrittenWouldHaveCostWhateverLeversWerePulled() {
        Random random = new Random(11);
        for (int i = 0; i < 2000; i++) {
            Usage usage = Usage.text(any(random), any(random), any(random), any(random), any(random), 0);
            String requested = random.nextBoolean() ? SONNET : HAIKU;
            String sent = random.nextBoolean() ? SONNET : HAIKU;
            Marks marks = Marks.values()[random.nextInt(3)];
            Exchange call = call(requested, sent, sent, usage);
            call.recall(random.nextInt(3) == 0 ? Recall.HIT : Recall.MISS);
            boolean ours = marks == Marks.OURS && !call.recall().isLocal();

            Cost paid = reckoning.paid(call);
            List<Saving> savings = savings(call, marks);
            Cost written = reckoning.asWritten(call, paid, reckoning.billed(call), savings, marks);

            if (marks == Marks.BOTH && usage.cacheRead() + usage.cacheWrite() > 0) {
                assertThat(written).isEqualTo(Cost.unknown("own_marks"));
                continue;
            }

            assertThat(usd(written)).isEqualByComparingTo(usd(paid).add(sum(savings)));
            assertThat(usd(written)).isEqualByComparingTo(price(requested, ours ? usage.uncached() : usage));
        }
    }

    private static long any(Random random) {
        return random.nextInt(3) == 0 ? 0 : random.nextInt(100_000);
    }

    @Test
    void doesNotKnowWhatARequestAsWrittenWouldHaveCostAtAModelWithoutAPrice() {
        Exchange call = call("claude-nine", HAIKU, HAIKU, Usage.text(1000, 0, 0, 0, 100, 0));

        assertThat(asWritten(call)).isEqualTo(Cost.unknown("no_price_as_written"));
    }

    @Test
    void doesNotKnowItOfALocalAnswerEitherThatNobodyCounted() {
        Exchange call = call(SONNET, SONNET, SONNET, null);
        call.recall(Recall.HIT);

        assertThat(usd(reckoning.paid(call))).isZero();
        assertThat(asWritten(call)).isEqualTo(Cost.unknown("no_usage"));
    }

    private Cost asWritten(Exchange call) {
        return reckoning.asWritten(
                call, reckoning.paid(call), reckoning.billed(call), savings(call, Marks.NONE), Marks.NONE);
    }

    private List<Saving> savings(Exchange call, Marks marks) {
        return reckoning.savings(call, plan(), marks, Optional.empty(), reckoning.billed(call));
    }

    private BigDecimal price(String model, Usage usage) {
        return usd(tariffs.price("anthropic", model, Terms.LIST, usage, NOW));
    }

    private static BigDecimal sum(List<Saving> savings) {
        return savings.stream().map(Saving::usd).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal usd(Cost cost) {
        assertThat(cost).isInstanceOf(Cost.Known.class);
        return ((Cost.Known) cost).usd();
    }

    private static Plan plan() {
        return new Plan(
                false,
                Optional.of(new Plan.Choice<>(
                        new Plan.Reuse(Duration.ofMinutes(10), Plan.Sharing.SHARED, true, false), "reuse")),
                Optional.of(new Plan.Choice<>(HAIKU, "swap")),
                Optional.empty(),
                Optional.empty(),
                new Plan.Choice<>(Plan.Marking.AUTO, "marks"),
                false,
                List.of());
    }

    private static Exchange call(String requested, String sent, String answered, @Nullable Usage usage) {
        Exchange exchange = new Exchange(opening(requested), new Timeline(() -> 0));
        if (!sent.equals(requested)) {
            exchange.send(asking(sent));
        }
        exchange.answered(new Answer("", answered, List.of(), usage, Terms.LIST, "", Answer.Ending.NATURAL));
        return exchange;
    }

    /** A request for a model, of which nothing else is asked here. */
    private static Lens asking(String model) {
        return (Lens) Proxy.newProxyInstance(
                ReckoningTest.class.getClassLoader(),
                new Class<?>[] {Lens.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "model" -> model;
                    case "cap" -> OptionalLong.empty();
                    case "temperature" -> OptionalDouble.empty();
                    default -> null;
                });
    }

    private static Opening opening(String model) {
        Address address = new Address("https", "api.anthropic.com", -1);
        return new Opening(
                NOW,
                "test",
                Operation.CHAT,
                "anthropic.messages",
                "anthropic",
                address,
                model,
                false,
                Caller.unknown(),
                "");
    }
}
