// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.cli;

import dev.parsimony.ledger.Entry;
import dev.parsimony.price.Tariffs;
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
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
            paramLabel = "WHAT",
            preprocessor = CsvForm.class,
            description = "Write the table as comma-separated values; --csv=focus: in the columns of the FinOps FOCUS"
                    + " specification; --csv=advice: what could be saved.")
    String csv = "";

    @Option(
            names = "--cheaper",
            paramLabel = "MODEL=CHEAPER:SHARE",
            description =
                    "What sending to a cheaper model would save, where it handles this share of the requests by your"
                            + " own measurement: gpt-4o=gpt-4o-mini:0.92. May be given again.")
    List<String> cheaper = List.of();

    @Mixin
    OwnPrices own = new OwnPrices();

    @Mixin
    Format format = new Format();

    private final Console console;
    private final Tariffs builtIn;
    private final SettingsFile settings;

    /**
     * The command.
     *
     * @param console what {@code -} stands for
     * @param builtIn our tariffs
     * @param settings reads settings files
     */
    ReportCommand(Console console, Tariffs builtIn, SettingsFile settings) {
        this.console = console;
        this.builtIn = builtIn;
        this.settings = settings;
    }

    @Override
    public Result call() {
        if (!Set.of("", "table", "focus", "advice").contains(csv)) {
            throw new Complaint("report", "--csv takes no value but focus and advice");
        }
        LedgerFiles files = new LedgerFiles(console);
        CheaperModels swaps = CheaperModels.of(cheaper, own.over(builtIn, settings));
        Focus focus = new Focus();
        String output = csv.equals("focus") ? focus(files, focus) : report(files, swaps);
        String words = Stream.of(files.words().lines(), swaps.words().stream(), focus.words().stream())
                .flatMap(said -> said)
                .collect(Collectors.joining("\n"));
        return new Result(Result.DONE, output, words);
    }

    private String focus(LedgerFiles files, Focus focus) {
        read(files, focus::add);
        return focus.table().csv();
    }

    private String report(LedgerFiles files, CheaperModels swaps) {
        Report report = new Report(dimensions(), MOST_ROWS, swaps);
        read(files, report::add);
        if (csv.equals("advice")) {
            return AdviceTable.of(report).csv();
        }
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
            block(lines, "", text.advice(top));
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
