// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.benchmarks;

import dev.parsimony.exchange.Answer.Ending;
import dev.parsimony.exchange.Cost;
import dev.parsimony.exchange.Hindsight;
import dev.parsimony.exchange.Recall;
import dev.parsimony.exchange.Saving;
import dev.parsimony.exchange.Usage;
import dev.parsimony.ledger.Course;
import dev.parsimony.ledger.Decisions;
import dev.parsimony.ledger.LedgerLine;
import dev.parsimony.ledger.LineWriter;
import dev.parsimony.ledger.Origin;
import dev.parsimony.ledger.Target;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Random;

/** Lines of a ledger as a busy service would write them: from a stated seed, so that every run writes the same. */
final class LedgerLines {
    private static final Instant BEGIN = Instant.parse("2026-11-01T00:00:00Z");
    private static final int SITES = 120;
    private static final int TENANTS = 3_000;
    private static final int CALLS_A_REQUEST = 3;
    private static final List<String> MODELS =
            List.of("gpt-4.1", "gpt-4.1-mini", "gpt-4o", "claude-sonnet-4-5", "claude-haiku-4-5");

    private final Random random = new Random(20_261_121);

    /**
     * Writes them.
     *
     * @param lines how many
     * @param out takes them
     */
    void write(int lines, OutputStream out) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int i = 0; i < lines; i++) {
            LineWriter.write(line(i), line);
            line.writeTo(out);
            line.reset();
        }
    }

    private LedgerLine line(int i) {
        String model = MODELS.get(random.nextInt(MODELS.size()));
        boolean anthropic = model.startsWith("claude");
        String provider = anthropic ? "anthropic" : "openai";
        Usage usage = Usage.text(random.nextInt(2_000), random.nextInt(4_000), 0, 0, 20 + random.nextInt(800), 0);
        return new LedgerLine(
                BEGIN.plusMillis(i * 1_500L),
                new Origin(
                        "com.acme.shop.Service" + random.nextInt(SITES) + ".answer",
                        10 + random.nextInt(300),
                        "#" + Integer.toHexString(random.nextInt(TENANTS)),
                        String.format("%032x", i / CALLS_A_REQUEST),
                        "/orders/{id}"),
                new Target(
                        anthropic
                                ? "https://api.anthropic.com/v1/messages"
                                : "https://api.openai.com/v1/chat/completions",
                        anthropic ? "anthropic.messages" : "openai.chat",
                        provider,
                        provider,
                        "chat",
                        model,
                        model,
                        model,
                        "default",
                        random.nextBoolean()),
                course(),
                new Decisions(List.of("faq"), List.of("prompt_cache"), List.of(), List.of(), null),
                usage,
                usage.totalOutput(),
                -1,
                -1,
                Cost.known(BigDecimal.valueOf(random.nextInt(40_000), 7), false),
                List.of(new Saving("prompt_cache", "", BigDecimal.valueOf(random.nextInt(9_000) - 500, 7), false)),
                hindsight(),
                "");
    }

    private Hindsight hindsight() {
        long again = random.nextInt(10) == 0 ? random.nextInt(1_200_000_000) : -1;
        BigDecimal broken = BigDecimal.valueOf(random.nextInt(2_000), 7);
        return new Hindsight(again, 4_096, 1, BigDecimal.ZERO, broken, "system line 3 (a time)");
    }

    private Course course() {
        long micros = (long) (300_000 * Math.exp(random.nextGaussian()));
        Ending ending = random.nextInt(100) == 0 ? Ending.TRUNCATED : Ending.NATURAL;
        return new Course(Recall.MISS, 200, "", ending, List.of("stop"), "req_1", 1, micros, micros / 3, 40);
    }
}
