// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.cli;

import dev.parsimony.ledger.Entry;
import dev.parsimony.ledger.LedgerLine;
import dev.parsimony.report.Dimension;
import dev.parsimony.report.Report;
import dev.parsimony.report.ReportText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What the calls in ledgers came to. */
@Command(
        header = "Reports what calls cost, from ledgers.",
        description = {
            "By call site, model and day, with times, tokens, cache outcomes and savings. Reads any number of ledgers,",
            "rotated ones too. Money is exact; what has no price is counted apart.%n"
        })
final class ReportCommand implements Callable<Result> {
    /** Open rows of a breakdown; of what comes in no stretches, as tenants, there are seldom more. */
    private static final int MOST_ROWS = 10_000;

    @Parameters(
            paramLabel = "LEDGER",
            arity = "1..*",
            description = "Files, directories of them, patterns; - is standard input.")
    List<String> ledgers = List.of();

    @Option(
            names = "--by",
            paramLabel = "WHAT",
            description = "One table: call_site, model, provider, tenant, rule, day, endpoint or request.")
    @Nullable
    Dimension by;

    @Option(names = "--from", paramLabel = "TIME", description = "Calls from this time on. UTC without an offset.")
    @Nullable
    Instant from;

    @Option(names = "--to", paramLabel = "TIME", description = "Calls before this time.")
    @Nullable
    Instant to;

    @Option(names = "--top", paramLabel = "N", description = "How many rows a table shows; 20 if it is not given.")
    int top = 20;

    @Option(
            names = "--csv",
            arity = "0..1",
            paramLabel = "focus",
            preprocessor = CsvForm.class,
            description = "Write the table as comma-separated values; --csv=focus: in the columns of the FinOps FOCUS"
                    + " specification.")
    String csv = "";

    @Mixin
    Format format = new Format();

    private final Console console;

    /**
     * The command.
     *
     * @param console what {@code -} stands for
     */
    ReportCommand(Console console) {
        this.console = console;
    }

    @Override
    public Result call() {
        if (!Set.of("", "table", "focus").contains(csv)) {
            throw new Complaint("report", "--csv takes no value but focus");
        }
        LedgerFiles files = new LedgerFiles(console);
        String output = csv.equals("focus") ? focus(files) : report(files);
        return new Result(Result.DONE, output, files.words());
    }

    private String focus(LedgerFiles files) {
        Focus focus = new Focus();
        read(files, entry -> {
            if (entry instanceof LedgerLine line) {
                focus.add(line);
            }
        });
        return focus.table().csv();
    }

    private String report(LedgerFiles files) {
        Report report = new Report(dimensions(), MOST_ROWS);
        read(files, report::add);
        if (csv.equals("table")) {
            return ReportTable.of(report, by == null ? Dimension.CALL_SITE : by).csv();
        }
        return format.write(() -> ReportTree.of(report), () -> text(report));
    }

    private Set<Dimension> dimensions() {
        return by == null ? EnumSet.of(Dimension.CALL_SITE, Dimension.MODEL, Dimension.DAY) : EnumSet.of(by);
    }

    private void read(LedgerFiles files, Consumer<Entry> entries) {
        files.read(ledgers, entry -> {
            if (isMeant(entry.at())) {
                entries.accept(entry);
            }
        });
    }

    private boolean isMeant(Instant at) {
        return (from == null || !at.isBefore(from)) && (to == null || at.isBefore(to));
    }

    private String text(Report report) {
        ReportText text = new ReportText(report, top);
        List<String> lines = new ArrayList<>();
        lines.add(heading(report));
        for (Dimension dimension : dimensions()) {
            lines.add("");
            lines.addAll(text.table(dimension));
        }
        block(lines, "", text.remarks());
        if (by == null) {
            block(lines, "the dearest call sites, and what they need", text.dearest());
        }
        return String.join("\n", lines);
    }

    private static void block(List<String> lines, String title, List<String> block) {
        if (!block.isEmpty()) {
            lines.add("");
            if (!title.isEmpty()) {
                lines.add(title);
            }
            lines.addAll(block);
        }
    }

    private static String heading(Report report) {
        String calls = String.format(Locale.ROOT, "%,d calls", report.all().calls());
        return report.first()
                .map(first -> calls + ", " + first + " to " + report.last().orElse(first))
                .orElse("no calls");
    }
}
