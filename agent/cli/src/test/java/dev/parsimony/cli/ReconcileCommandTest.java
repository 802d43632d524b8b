// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parsimony.exchange.Node;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReconcileCommandTest {
    private static final long DAY = Instant.parse("2026-11-21T00:00:00Z").getEpochSecond();
    private static final String CALL = """
            {"at":"2026-11-21T12:00:00Z","url":"https://api.openai.com/v1/chat/completions","provider":"openai","operation":"chat","model":"gpt-4.1","served_model":"gpt-4.1-2025-04-14","status":200,"usage":{"input":700,"cache_read":300,"output":40,"reasoning":10},"cost":{"usd":"0.0024"}}
            """;
    private static final String UNCOUNTED = """
            {"at":"2026-11-21T12:00:01Z","url":"https://api.openai.com/v1/chat/completions","provider":"openai","operation":"chat","model":"gpt-4.1","status":200,"cost_unknown":"no_usage"}
            """;
    private static final String HIT = """
            {"at":"2026-11-21T12:00:02Z","url":"https://api.openai.com/v1/chat/completions","provider":"openai","operation":"chat","model":"gpt-4.1","cache":"hit","cost":{"usd":"0"}}
            """;

    private final Terminal terminal = new Terminal();

    @TempDir
    private Path directory;

    private Path bill = Path.of("");

    @BeforeEach
    void nameTheBill() {
        bill = directory.resolve("bill.json");
    }

    @Test
    void agreesWhereTheBillSaysWhatTheLedgerSays() throws IOException {
        usage(result("gpt-4.1-2025-04-14", 1000, 300, 50, 1));

        assertThat(reconcile(CALL + HIT)).isZero();
        assertThat(terminal.out())
                .contains("bill 1050, comparable 1050, ledger 1050, unexplained 0 (0.000 %)")
                .containsPattern("gpt-4\\.1 +2026-11-21 +cache_read +300 +300 +0 +0");
    }

    @Test
    void findsWhatTheLedgerDoesNotExplain() throws IOException {
        usage(result("gpt-4.1-2025-04-14", 1100, 300, 50, 2));

        assertThat(reconcile(CALL)).isEqualTo(1);
        assertThat(terminal.out())
                .containsPattern("input +800 +700 +100 +0 +2 requests on the bill, 1 calls in the ledger")
                .contains("unexplained 100 (8.696 %)");
    }

    @Test
    void leavesAsMuchUnexplainedAsIsAllowed() throws IOException {
        usage(result("gpt-4.1", 1004, 300, 50, 1));

        assertThat(reconcile(CALL)).isZero();
        assertThat(new Terminal().typing(CALL).run("reconcile", "-", "--bill", bill.toString(), "--tolerance", "0.1"))
                .isEqualTo(1);
    }

    @Test
    void findsCallsThatTheBillDoesNotHave() throws IOException {
        usage(result("gpt-4.1", 1000, 300, 50, 1));

        assertThat(reconcile(CALL + CALL)).isEqualTo(1);
        assertThat(terminal.out()).contains("1 requests on the bill, 2 calls in the ledger");
    }

    @Test
    void explainsCallsWhoseUsageNobodyTold() throws IOException {
        usage(result("gpt-4.1", 1600, 300, 90, 2));

        assertThat(reconcile(CALL + UNCOUNTED)).isZero();
        assertThat(terminal.out()).contains("1 calls whose amount the provider did not tell with the answer");
    }

    @Test
    void explainsNoMoreByThemThanTheLargestCallThatIsKnown() throws IOException {
        usage(result("gpt-4.1", 9000, 300, 50, 2));

        assertThat(reconcile(CALL + UNCOUNTED)).isEqualTo(1);
    }

    @Test
    void explainsModelsThatNoCallWentTo() throws IOException {
        usage(result("gpt-4.1", 1000, 300, 50, 1) + "," + result("o3", 50_000, 0, 9, 3));

        assertThat(reconcile(CALL)).isZero();
        assertThat(terminal.out()).contains("no call in the ledger went to it: somebody else's on this account");
    }

    @Test
    void explainsTimesThatTheLedgerDoesNotCover() throws IOException {
        Files.writeString(
                bill,
                "{\"data\":[" + bucket(DAY - 86_400, result("gpt-4.1", 5000, 0, 5, 9)) + ","
                        + bucket(DAY, result("gpt-4.1", 1000, 300, 50, 1)) + "],\"has_more\":false}",
                StandardCharsets.UTF_8);

        assertThat(reconcile(CALL)).isZero();
        assertThat(terminal.out()).contains("outside the ledger's time");
    }

    @Test
    void measuresWhatIsLeftByWhatCanBeComparedAlone() throws IOException {
        Files.writeString(
                bill,
                "{\"data\":[" + bucket(DAY - 86_400, result("gpt-4.1", 900_000, 0, 5, 9)) + ","
                        + bucket(DAY, result("gpt-4.1", 1100, 300, 50, 2) + "," + result("o3", 900_000, 0, 9, 3))
                        + "]}",
                StandardCharsets.UTF_8);

        assertThat(reconcile(CALL)).isEqualTo(1);
        assertThat(terminal.out()).contains("comparable 1150, ledger 1050, unexplained 100 (8.696 %)");
    }

    @Test
    void doesNotAgreeWhereNothingCanBeCompared() throws IOException {
        usage(result("o3", 50_000, 0, 9, 3));

        assertThat(reconcile("")).isEqualTo(1);
        assertThat(terminal.out()).contains("comparable 0, ledger 0");
    }

    @Test
    void takesACallAroundMidnightToBeBilledOnTheNextDay() throws IOException {
        Files.writeString(
                bill,
                "{\"data\":[" + bucket(DAY, "") + "," + bucket(DAY + 86_400, result("gpt-4.1", 2000, 600, 100, 2))
                        + "]}",
                StandardCharsets.UTF_8);
        String late = CALL.replace("T12:00:00", "T23:59:59");
        String next = CALL.replace("21T12:00:00", "22T12:00:00");

        assertThat(reconcile(late + next)).isZero();
    }

    @Test
    void comparesOpenAisCostsByModel() throws IOException {
        usage("""
                {"object":"organization.costs.result","amount":{"value":0.0014,"currency":"usd"},"line_item":"gpt-4.1-2025-04-14, input"},
                {"object":"organization.costs.result","amount":{"value":"0.001","currency":"usd"},"line_item":"gpt-4.1-2025-04-14, output"}""");

        assertThat(reconcile(CALL)).isZero();
        assertThat(terminal.out()).containsPattern("gpt-4\\.1 +2026-11-21 +usd +0\\.0024 +0\\.0024 +0 +0");
    }

    @Test
    void comparesToolsInARowOfTheirOwn() throws IOException {
        String searching = CALL.replace("\"reasoning\":10", "\"reasoning\":10,\"tools\":{\"web_search\":2}")
                .replace("0.0024", "0.0224");
        usage("""
                {"object":"organization.costs.result","amount":{"value":0.0024},"line_item":"gpt-4.1-2025-04-14, input"},
                {"object":"organization.costs.result","amount":{"value":0.02},"line_item":"web search tool calls"}""");

        assertThat(reconcile(searching)).isZero();
        assertThat(terminal.out())
                .containsPattern("gpt-4\\.1 +2026-11-21 +usd +0\\.0024 +0\\.0024 +0 +0")
                .containsPattern("tools +2026-11-21 +usd +0\\.02 +0\\.02 +0 +0");
    }

    @Test
    void addsSoundWhereTheSumIsOfTextAlone() throws IOException {
        String result = result("gpt-4.1", 700, 300, 30, 1).replace("}", ",\"input_audio_tokens\":300,");
        usage(result + "\"output_audio_tokens\":20}");
        assertThat(reconcile(CALL)).isZero();
        usage(result("gpt-4.1", 1000, 300, 50, 1)
                .replace("}", ",\"input_text_tokens\":700,\"input_audio_tokens\":300,\"output_audio_tokens\":20}"));

        assertThat(reconcile(CALL)).isZero();
    }

    @Test
    void comparesTheModelsOfABillThatTellsNoneInOneOfItsRows() throws IOException {
        usage("""
                {"object":"organization.costs.result","amount":{"value":0.0034},"line_item":"gpt-4.1-2025-04-14, input"},
                {"object":"organization.costs.result","amount":{"value":7},"line_item":null}""");

        assertThat(reconcile(CALL)).isEqualTo(1);
        assertThat(terminal.out())
                .contains("the bill does not tell of which model it is", "comparable 0.0034")
                .containsPattern("gpt-4\\.1 +2026-11-21 +usd +0\\.0034 +0\\.0024 +0\\.001 ");
    }

    @Test
    void comparesCostsThatTellNoModels() throws IOException {
        usage("{\"object\":\"organization.costs.result\",\"amount\":{\"value\":0.0024},\"line_item\":null}");

        assertThat(reconcile(CALL)).isZero();
        assertThat(terminal.out()).contains("all models");
    }

    @Test
    void comparesAnthropicsUsageAndItsCostsInCents() throws IOException {
        String call = """
                {"at":"2026-11-21T12:00:00Z","url":"https://api.anthropic.com/v1/messages","provider":"anthropic","operation":"chat","model":"claude-sonnet-4-5","status":200,"usage":{"input":10,"cache_write":5,"cache_write_long":7,"output":40},"cost":{"usd":"0.0123"}}
                """;
        String bucket = "{\"data\":[{\"starting_at\":\"2026-11-21T00:00:00Z\",\"ending_at\":\"2026-11-22T00:00:00Z\","
                + "\"results\":[%s]}],\"has_more\":false,\"next_page\":null}";
        Files.writeString(bill, String.format(bucket, """
                {"model":"claude-sonnet-4-5-20250929","uncached_input_tokens":10,"cache_read_input_tokens":0,"output_tokens":40,"cache_creation":{"ephemeral_5m_input_tokens":5,"ephemeral_1h_input_tokens":7}}"""));
        assertThat(reconcile(call)).isZero();
        Files.writeString(bill, String.format(bucket, """
                {"model":"claude-sonnet-4-5-20250929","amount":"1.23","currency":"USD"},
                {"model":null,"cost_type":"web_search","amount":"5","currency":"USD"}"""));

        assertThat(reconcile(call)).isZero();
        assertThat(terminal.out())
                .contains("bill 62, comparable 62, ledger 62", "bill 0.0623, comparable 0.0123, ledger 0.0123");
    }

    @Test
    void writesTheComparisonAsJsonAndForSpreadsheets() throws IOException {
        usage(result("gpt-4.1", 1000, 300, 60, 1));
        terminal.typing(CALL).run("reconcile", "-", "--bill", bill.toString(), "--json");

        Node json = Texts.json(terminal.out());
        assertThat(json.get("unexplained").raw()).isEqualTo("10");
        assertThat(json.get("rows").items()).hasSize(3);
        Terminal other = new Terminal().typing(CALL);
        other.run("reconcile", "-", "--bill=" + bill, "--csv");
        assertThat(other.lines()).contains("gpt-4.1,2026-11-21,output,60,50,10,0,more on the bill");
    }

    @Test
    void readsAPageALine() throws IOException {
        String page = "{\"data\":[" + bucket(DAY, result("gpt-4.1", 500, 150, 25, 1)) + "],\"has_more\":%s}\n";
        Files.writeString(bill, String.format(page, "true") + String.format(page, "false"));

        assertThat(reconcile(CALL)).isEqualTo(0);
    }

    @Test
    void refusesAnExportThatIsNotWhole() throws IOException {
        Files.writeString(bill, "{\"data\":[],\"has_more\":true}");

        assertThat(reconcile(CALL)).isEqualTo(2);
        assertThat(terminal.err()).contains("is not the whole export");
    }

    @Test
    void refusesAFileThatIsNoExport() throws IOException {
        Files.writeString(bill, "{\"bill\": 5}");

        assertThat(reconcile(CALL)).isEqualTo(2);
        assertThat(terminal.err()).contains("is no export of OpenAI's or Anthropic's usage or cost API");
        assertThat(terminal.run("reconcile", "-", "--bill", directory + "/none"))
                .isEqualTo(2);
        assertThat(terminal.err()).contains("there is no such file");
    }

    private int reconcile(String ledger) {
        return terminal.typing(ledger).run("reconcile", "-", "--bill", bill.toString());
    }

    private void usage(String results) throws IOException {
        Files.writeString(bill, "{\"object\":\"page\",\"data\":[" + bucket(DAY, results) + "],\"has_more\":false}");
    }

    private static String bucket(long start, String results) {
        return "{\"object\":\"bucket\",\"start_time\":" + start + ",\"end_time\":" + (start + 86_400) + ",\"results\":["
                + results + "]}";
    }

    private static String result(String model, long input, long cached, long output, long requests) {
        return "{\"object\":\"organization.usage.completions.result\",\"model\":\"" + model + "\",\"input_tokens\":"
                + input + ",\"input_cached_tokens\":" + cached + ",\"output_tokens\":" + output
                + ",\"num_model_requests\":" + requests + "}";
    }
}
