// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parsimony.exchange.Node;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportCommandTest {
    static final String LEDGER = """
            {"at":"2026-11-20T23:59:59Z","call_site":"com.acme.Triage.classify","tenant":"a","trace":"r1","url":"https://api.openai.com/v1/chat/completions","provider":"openai","model":"gpt-4.1","ms":100.5,"ending":"truncated","usage":{"input":1000,"output":50},"output_tokens":50,"cost":{"usd":"0.0024"},"rules":["triage"]}
            {"at":"2026-11-21T12:00:00Z","call_site":"com.acme.Faq.answer","tenant":"b","trace":"r1","url":"https://api.anthropic.com/v1/messages","provider":"anthropic","model":"claude-haiku-4-5","ms":900,"usage":{"input":10,"cache_read":2000,"output":70},"output_tokens":70,"cost":{"usd":"0.000561","confidence":"low"},"saved":[{"lever":"prompt_cache","usd":"0.0018"}]}
            {"at":"2026-11-21T12:00:01Z","call_site":"com.acme.Faq.answer","trace":"r2","url":"https://api.anthropic.com/v1/messages","provider":"anthropic","model":"claude-haiku-4-5","cache":"hit","cost":{"usd":"0"},"saved":[{"lever":"response_cache","usd":"0.000561"}]}
            {"at":"2026-11-21T12:00:02Z","call_site":"com.acme.Faq.answer","url":"https://api.anthropic.com/v1/messages","provider":"anthropic","model":"claude-haiku-4-5","error":"500","cost_unknown":"no_answer"}
            {"at":"2026-11-21T12:00:03Z","dropped":3}
            """;

    private final Terminal terminal = new Terminal();

    @TempDir
    private Path directory;

    @Test
    void tellsCallSitesModelsAndDaysAndWhatWasSaved() {
        assertThat(terminal.typing(LEDGER).run("report", "-")).isZero();

        assertThat(terminal.lines())
                .contains("4 calls, 2026-11-20T23:59:59Z to 2026-11-21T12:00:02Z")
                .anyMatch(line -> line.matches("com\\.acme\\.Triage\\.classify +1 +0 +1,000 +50 +0\\.002400 .* 1"))
                .anyMatch(line -> line.matches("claude-haiku-4-5 +3 +1 +2,010 +70 +0\\.000561 +0\\.002361 .*"))
                .anyMatch(line -> line.matches("2026-11-20 +1 .*"))
                .contains("without a price, and not in the sum: 1 no_answer")
                .contains("low confidence: 1 calls for 0.000561 USD, whose price sources disagree about")
                .contains("3 calls are missing: the ledger could not be written as fast")
                .contains("saved 0.000561 USD: response_cache")
                .contains("com.acme.Triage.classify: 0.002400 USD", "  1 of its answers were cut off: raise its cap");
        assertThat(terminal.err()).isEmpty();
    }

    @Test
    void sumsTheCallsOfOneRequest() {
        terminal.typing(LEDGER).run("report", "-", "--by", "request", "--csv");

        assertThat(terminal.lines().get(0)).startsWith("request,calls,answered_here,");
        assertThat(terminal.lines()).anyMatch(line -> line.startsWith("r1,2,0,") && line.contains(",0.002961,"));
    }

    @Test
    void writesEveryFigureOfATableForSpreadsheets() {
        terminal.typing(LEDGER).run("report", "--by=tenant", "--csv", "-");

        assertThat(terminal.lines())
                .contains("a,1,0,0,1,0,0,0,1000,0,0,50,0,,,0.0024,0,0,0,0,0,100.864,100.864,100.864,50,50,50");
    }

    @Test
    void writesTheWholeReportAsJson() {
        terminal.typing(LEDGER).run("report", "-", "--json");

        Node json = Texts.json(terminal.out());
        assertThat(json.get("cost").raw()).isEqualTo("0.002961");
        assertThat(json.get("missing").raw()).isEqualTo("3");
        assertThat(json.get("saved").get("measured").raw()).isEqualTo("0.002361");
        assertThat(json.get("without_price").get("no_answer").raw()).isEqualTo("1");
        assertThat(json.get("cache").get("hit").raw()).isEqualTo("1");
        assertThat(json.get("by").get("model").items()).hasSize(2);
        assertThat(json.get("dearest").items().get(0).get("needs").items()).hasSize(1);
    }

    @Test
    void writesTheColumnsOfTheFocusSpecification() {
        terminal.typing(LEDGER).run("report", "-", "--csv=focus");

        assertThat(terminal.lines()).hasSize(4).first().asString().startsWith("BilledCost,BillingAccountId,");
        assertThat(terminal.lines())
                .contains("0.0024,openai,openai,USD,2026-12-01T00:00:00Z,2026-11-01T00:00:00Z,Usage,,"
                        + "Calls of gpt-4.1 at com.acme.Triage.classify,2026-11-21T00:00:00Z,2026-11-20T00:00:00Z,"
                        + "0.0024,0.0024,openai,openai,0.0024,1050,Tokens,openai,openai,AI and Machine Learning,"
                        + "openai API,openai,gpt-4.1,com.acme.Triage.classify,a,1,0,0,0,0");
    }

    @Test
    void saysWhichCallsAreInNoRowOfTheFocusSpecification() {
        terminal.typing(LEDGER).run("report", "-", "--csv=focus");

        assertThat(terminal.err())
                .contains("without a price, and in no row: 1 no_answer")
                .contains("3 calls are missing: the ledger could not be written as fast");
    }

    @Test
    void countsACallOnceHoweverOftenItsFileIsGiven() throws IOException {
        Path file = Files.writeString(directory.resolve("a.jsonl"), LEDGER, StandardCharsets.UTF_8);

        terminal.run("report", directory.toString(), file.toString(), directory + "/./a.jsonl");

        assertThat(terminal.lines().get(0)).startsWith("4 calls,");
        assertThat(terminal.err()).contains(file + ": given more than once, and read once");
    }

    @Test
    void readsFilesPackedFilesAndDirectoriesOfThem() throws IOException {
        Files.writeString(directory.resolve("a.jsonl"), LEDGER, StandardCharsets.UTF_8);
        Files.writeString(directory.resolve("notes.txt"), "nothing", StandardCharsets.UTF_8);
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(directory.resolve("a.1.jsonl.gz")))) {
            out.write(LEDGER.getBytes(StandardCharsets.UTF_8));
        }

        for (List<String> ledgers : List.of(
                List.of(directory.toString()),
                List.of(directory + "/a.*"),
                List.of(directory + "/a.jsonl", directory + "/a.1.jsonl.gz"))) {
            Terminal own = new Terminal();
            String[] arguments = new String[ledgers.size() + 1];
            arguments[0] = "report";
            System.arraycopy(ledgers.toArray(), 0, arguments, 1, ledgers.size());

            assertThat(own.run(arguments)).as(ledgers + " " + own.err()).isZero();
            assertThat(own.lines().get(0)).startsWith("8 calls,");
        }
    }

    @Test
    void countsCallsOfTheTimeThatIsMeantAlone() {
        terminal.typing(LEDGER).run("report", "-", "--from", "2026-11-21", "--to", "2026-11-21T12:00:01Z");

        assertThat(terminal.lines().get(0)).startsWith("1 calls,");
    }

    @Test
    void countsCallsThatAreMissingOfThatTimeAlone() {
        terminal.typing(LEDGER).run("report", "-", "--to", "2026-11-21T12:00:03Z");
        assertThat(terminal.out()).doesNotContain("are missing");

        Terminal later = new Terminal().typing(LEDGER);
        later.run("report", "-", "--from", "2026-11-21T12:00:03Z");
        assertThat(later.lines()).contains("3 calls are missing: the ledger could not be written as fast");
    }

    @Test
    void showsNothingAsZeroThatIsNotKnown() {
        String unknown = """
                {"at":"2026-11-21T12:00:00Z","call_site":"a.B.c","url":"https://api.openai.com/v1/chat/completions","provider":"openai","operation":"chat","model":"gpt-4.1","status":200,"estimated_input_tokens":70,"estimated_output_tokens":5,"cost_unknown":"no_usage"}
                """;
        terminal.typing(unknown).run("report", "-", "--json");

        Node json = Texts.json(terminal.out());
        assertThat(json.get("cost").exists()).isFalse();
        assertThat(json.get("without_usage").raw()).isEqualTo("1");
        assertThat(json.get("estimated_tokens").get("input").raw()).isEqualTo("70");
        Terminal table = new Terminal().typing(unknown);
        table.run("report", "-", "--csv");
        assertThat(table.lines()).contains("a.B.c,1,0,0,0,1,1,0,,,,,,70,5,,0,0,0,0,0,,,,,,");
    }

    @Test
    void tellsMeasuredAndEstimatedSavingsApart() {
        String saving = """
                {"at":"2026-11-21T12:00:00Z","call_site":"a.B.c","url":"https://api.openai.com/v1/chat/completions","provider":"openai","model":"gpt-4.1","cost":{"usd":"1"},"saved":[{"lever":"model","usd":"0.4","estimated":true},{"lever":"prompt_cache","usd":"0.3"},{"lever":"prompt_cache","usd":"-0.1"}]}
                """;
        terminal.typing(saving).run("report", "-", "--json");

        Node saved = Texts.json(terminal.out()).get("saved");
        assertThat(saved.get("measured").raw()).isEqualTo("0.3");
        assertThat(saved.get("measured_overspent").raw()).isEqualTo("0.1");
        assertThat(saved.get("estimated").raw()).isEqualTo("0.4");
        Terminal focus = new Terminal().typing(saving);
        focus.run("report", "-", "--csv=focus");
        assertThat(focus.lines().get(1)).endsWith(",a.B.c,,1,0.3,0.4,0.1,0");
    }

    @Test
    void tellsTheListCostUnderAContractAndTheChargeWhereTheProviderSaidThat() {
        String ledger = """
                {"at":"2026-11-20T12:00:00Z","url":"https://api.openai.com/v1/chat/completions","provider":"openai","model":"gpt-4.1","cost":{"usd":"0.8","list_usd":"1"}}
                {"at":"2026-11-21T12:00:00Z","url":"https://api.openai.com/v1/chat/completions","provider":"openai","model":"gpt-4.1","cost":{"usd":"0.7","source":"provider"}}
                """;
        terminal.typing(ledger).run("report", "-", "--csv=focus");

        assertThat(terminal.lines().get(1)).startsWith("0.8,").contains(",0.8,0.8,openai,openai,1,0,Tokens,");
        assertThat(terminal.lines().get(2)).startsWith("0.7,").contains(",0.7,0.7,openai,openai,0.7,0,Tokens,");
    }

    @Test
    void skipsATornLineAndSaysSo() {
        String torn = LEDGER + "{\"at\":\"2026-11-21T12:00:04Z\",\"url";

        assertThat(terminal.typing(torn).run("report", "-")).isZero();
        assertThat(terminal.lines().get(0)).startsWith("4 calls,");
        assertThat(terminal.err()).startsWith("standard input: line 6 skipped: torn");
    }

    @Test
    void saysOfAFileThatIsNotThere() {
        assertThat(terminal.run("report", directory + "/none.jsonl")).isEqualTo(2);
        assertThat(terminal.err()).contains("none.jsonl: cannot be read: there is no such file");
    }

    @Test
    void saysOfADirectoryWithoutALedger() {
        assertThat(terminal.run("report", directory.toString())).isEqualTo(2);
        assertThat(terminal.err()).contains("holds no ledger");
    }

    @Test
    void refusesAnotherFormOfCommaSeparatedValues() {
        assertThat(terminal.typing(LEDGER).run("report", "-", "--csv=excel")).isEqualTo(2);
        assertThat(terminal.err()).contains("--csv takes no value but focus and advice");
    }

    @Test
    void reportsNoCallsOfAnEmptyLedger() {
        assertThat(terminal.typing("").run("report", "-")).isZero();
        assertThat(terminal.lines().get(0)).isEqualTo("no calls");
    }
}
