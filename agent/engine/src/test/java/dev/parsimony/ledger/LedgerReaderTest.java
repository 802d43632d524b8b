// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parsimony.exchange.Cost;
import dev.parsimony.exchange.Json;
import dev.parsimony.exchange.Node;
import dev.parsimony.exchange.Recall;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LedgerReaderTest {
    private final LedgerLine billed = LedgerLine.of(Calls.billed(), Calls.PATH);
    private final LedgerLine failed = LedgerLine.of(Calls.failed(), Calls.PATH);

    @Test
    void readsBackWhatWasWritten() {
        LedgerLine read = Lines.of(written(billed)).call(0);

        assertThat(read)
                .usingRecursiveComparison()
                .withEqualsForType((a, b) -> a.compareTo(b) == 0, BigDecimal.class)
                .isEqualTo(billed);
    }

    @Test
    void saysInHindsightAmountsAndPlacesAlone() {
        assertThat(text(written(billed)))
                .contains(
                        "\"hindsight\":{\"cap\":4096,\"again_ms\":60000.5,\"stands_for\":32,\"unread_usd\":\"-0.0001\","
                                + "\"broken_usd\":\"0.002\",\"breaker\":\"system line 3 (a time)\"}");
        assertThat(text(written(failed))).doesNotContain("hindsight");
    }

    @Test
    void readsBackACallThatFailed() {
        assertThat(Lines.of(written(failed)).call(0)).isEqualTo(failed);
    }

    @Test
    void saysMoneyAsATextWithEveryDigit() {
        Node line = Json.read(written(billed), 0, written(billed).length - 1)
                .orElseThrow()
                .root();

        assertThat(line.get("cost").get("usd").text()).isEqualTo("0.0012345");
        assertThat(line.get("cost").get("confidence").text()).isEqualTo("low");
    }

    @Test
    void keepsTheListCostWhereAContractMadeItAnother() {
        var exchange = Calls.billed();
        exchange.cost(new Cost.Known(new BigDecimal("0.8"), false, false, BigDecimal.ONE));
        LedgerLine agreed = LedgerLine.of(exchange, Calls.PATH);

        assertThat(text(written(agreed))).contains("\"list_usd\":\"1\"");
        assertThat(Lines.of(written(agreed)).call(0).cost()).isEqualTo(agreed.cost());
        assertThat(text(written(billed))).doesNotContain("list_usd");
    }

    @Test
    void saysWhyACostIsUnknownAndNoAmount() {
        assertThat(text(written(failed)))
                .contains("\"cost_unknown\":\"no_answer\"")
                .doesNotContain("usd");
    }

    @Test
    void keepsTokensOfAStoredAnswerOutOfWhatWasBilled() {
        var exchange = Calls.billed();
        exchange.recall(Recall.HIT);

        LedgerLine read = Lines.of(written(LedgerLine.of(exchange, Calls.PATH))).call(0);

        assertThat(read.usage()).isNull();
        assertThat(read.output()).isEqualTo(50);
        assertThat(read.isLocal()).isTrue();
    }

    @Test
    void skipsALastLineThatIsTornAtAnyByteAndSaysSo() {
        byte[] whole = written(failed);
        byte[] torn = written(billed);
        for (int length = 1; length < torn.length - 1; length++) {
            Lines read = Lines.of(joined(whole, Arrays.copyOf(torn, length)));

            assertThat(read.entries).hasSize(1);
            assertThat(read.unreadable).containsExactly(2L);
        }
    }

    @Test
    void readsOnBehindATornLineThatTheNextProcessEnded() {
        byte[] torn = Arrays.copyOf(written(billed), 40);
        Lines read = Lines.of(joined(torn, new byte[] {'\n'}, written(failed)));

        assertThat(read.unreadable).containsExactly(1L);
        assertThat(read.entries).containsExactly(failed);
    }

    @Test
    void readsALineLongerThanItsBuffer() {
        byte[] line =
                ("{\"at\":\"2026-11-21T12:00:00Z\",\"url\":\"https://a/v1/chat/completions\",\"request\":{\"model\":\"m\",\"x\":\""
                                + "y".repeat(200_000) + "\"}}\n")
                        .getBytes(StandardCharsets.UTF_8);

        Lines read = Lines.of(joined(line, line));

        assertThat(read.entries).hasSize(2);
        assertThat(read.call(1).target().sent()).isEqualTo("m");
    }

    @Test
    void givesThousandsOfLinesInTheirOrderAndNumbersThoseThatAreNone() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int i = 1; i <= 20_000; i++) {
            LineWriter.write(new Gap(Calls.NOON, i), out);
            out.writeBytes(i == 9_999 ? "torn\n\n".getBytes(StandardCharsets.UTF_8) : new byte[0]);
        }

        Lines read = Lines.of(out.toByteArray());

        assertThat(read.entries)
                .isEqualTo(IntStream.rangeClosed(1, 20_000)
                        .mapToObj(i -> new Gap(Calls.NOON, i))
                        .toList());
        assertThat(read.unreadable).containsExactly(10_000L);
    }

    @Test
    void readsAsMuchAsAStreamGivesAtATime() throws IOException {
        byte[] lines = joined(written(billed), written(failed));
        Lines read = new Lines();

        LedgerReader.read(
                new ByteArrayInputStream(lines) {
                    @Override
                    public synchronized int read(byte[] bytes, int from, int length) {
                        return super.read(bytes, from, Math.min(7, length));
                    }
                },
                read);

        assertThat(read.entries).hasSize(2).endsWith(failed);
    }

    @Test
    void takesTrafficThatSomebodyWroteByHandWithWhatItSays() {
        LedgerLine read = Lines.of("""
                        {"at": "2026-11-21T12:00:00Z", "call_site": "com.acme.A.b", "tenant": "t", "url": "https://api.openai.com/v1/chat/completions", "request": {"model": "gpt-4o"}, "output_tokens": 12}
                        """.getBytes(StandardCharsets.UTF_8)).call(0);

        assertThat(read.origin().callSite()).isEqualTo("com.acme.A.b");
        assertThat(read.target().model()).isEqualTo("gpt-4o");
        assertThat(read.output()).isEqualTo(12);
        assertThat(read.cost()).isEqualTo(Cost.unknown("not_said"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "hello",
                "{\"at\":5}",
                "{\"at\":\"noon\",\"model\":\"m\"}",
                "{\"at\":\"2026-11-21T12:00:00Z\"}",
                "{\"at\":\"2026-11-21T12:00:00Z\",\"model\":\"m\",\"usage\":{\"input\":-1}}",
                "{\"at\":\"2026-11-21T12:00:00Z\",\"model\":\"m\",\"cost\":{\"usd\":\"much\"}}",
                "{\"at\":\"2026-11-21T12:00:00Z\",\"model\":\"m\",\"cost\":{\"usd\":\"1e999999\"}}"
            })
    void takesNothingFromALineThatIsNoneOfOurs(String line) {
        Lines read = Lines.of(line.getBytes(StandardCharsets.UTF_8));

        assertThat(read.entries).isEmpty();
        assertThat(read.unreadable).containsExactly(1L);
    }

    @Test
    void readsGaps() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        LineWriter.write(new Gap(Calls.NOON, 7), out);

        assertThat(Lines.of(out.toByteArray()).entries).isEqualTo(List.of(new Gap(Calls.NOON, 7)));
    }

    private static byte[] written(LedgerLine line) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        LineWriter.write(line, out);
        return out.toByteArray();
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
