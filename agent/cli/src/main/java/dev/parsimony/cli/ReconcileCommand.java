// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.cli;

import dev.parsimony.cli.reconciliation.Bill;
import dev.parsimony.cli.reconciliation.BillReader;
import dev.parsimony.cli.reconciliation.Reconciliation;
import dev.parsimony.price.Money;
import dev.parsimony.price.Tariffs;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Whether ledgers and a provider's bill say the same. */
@Command(
        header = "Holds ledgers against a provider's bill.",
        description = {
            "The bill is an export of OpenAI's usage or costs API or of Anthropic's usage or cost report, with group_by",
            "model (costs: line_item, description). Exit code 1 if more is left unexplained than --tolerance, of what can",
            "be compared: what is of the ledgers' time and of models that their calls went to.%n"
        })
final class ReconcileCommand implements Callable<Result> {
    private static final long LARGEST = 256L << 20;
    private static final List<String> HEADINGS =
            List.of("model", "day", "kind", "bill", "ledger", "difference", "explained", "why");

    @Parameters(
            paramLabel = "LEDGER",
            arity = "1..*",
            description = "Files, directories of them, patterns; - is standard input.")
    List<String> ledgers = List.of();

    @Option(names = "--bill", required = true, paramLabel = "FILE", description = "The export, as JSON.")
    String bill = "";

    @Option(
            names = "--tolerance",
            paramLabel = "PERCENT",
            description = "How much of what is comparable may be left unexplained; 0.5 if it is not given.")
    BigDecimal tolerance = new BigDecimal("0.5");

    @Option(names = "--csv", description = "Write the table as comma-separated values.")
    boolean csv;

    @Mixin
    Format format = new Format();

    @Mixin
    OwnPrices own = new OwnPrices();

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
    ReconcileCommand(Console console, Tariffs builtIn, SettingsFile settings) {
        this.console = console;
        this.builtIn = builtIn;
        this.settings = settings;
    }

    @Override
    public Result call() {
        Reconciliation reconciliation = new Reconciliation(bill(), own.over(builtIn, settings));
        LedgerFiles files = new LedgerFiles(console);
        files.read(ledgers, reconciliation::add);
        reconciliation.close();
        Table table = new Table(
                HEADINGS,
                reconciliation.rows().stream().map(ReconcileCommand::cells).toList());
        String output = csv
                ? table.csv()
                : format.write(
                        () -> tree(reconciliation, table), () -> table.text() + "\n\n" + verdict(reconciliation));
        boolean agrees = percent(reconciliation).compareTo(tolerance) <= 0;
        return new Result(agrees ? Result.DONE : Result.FINDING, output, files.words());
    }

    private Bill bill() {
        try {
            Path file = Path.of(bill);
            if (Files.size(file) > LARGEST) {
                throw new Complaint(bill, "cannot be read: it is larger than 256 MiB");
            }
            return BillReader.read(Files.readAllBytes(file));
        } catch (NoSuchFileException | InvalidPathException missing) {
            throw new Complaint(bill, "cannot be read: there is no such file");
        } catch (IOException unreadable) {
            throw new Complaint(bill, "cannot be read: " + unreadable.getMessage());
        } catch (IllegalArgumentException none) {
            throw new Complaint(bill, String.valueOf(none.getMessage()));
        }
    }

    private static List<String> cells(Reconciliation.Row row) {
        return List.of(
                row.model().isEmpty() ? "all models" : row.model(),
                row.day().toString(),
                row.kind().toString(),
                Money.plain(row.bill()),
                Money.plain(row.ledger()),
                Money.plain(row.difference()),
                Money.plain(row.explained()),
                row.why());
    }

    private static BigDecimal percent(Reconciliation reconciliation) {
        return reconciliation.share().movePointRight(2);
    }

    private static String verdict(Reconciliation reconciliation) {
        String missing = reconciliation.missing() == 0
                ? ""
                : "; " + reconciliation.missing()
                        + " calls are missing in the ledger, which could not be written as fast";
        return "bill " + Money.plain(reconciliation.billedInAll()) + ", comparable "
                + Money.plain(reconciliation.comparable()) + ", ledger "
                + Money.plain(reconciliation.bookedInAll()) + ", unexplained "
                + Money.plain(reconciliation.unexplained()) + " ("
                + percent(reconciliation).setScale(3, RoundingMode.HALF_UP).toPlainString() + " %)" + missing;
    }

    private static Map<String, Object> tree(Reconciliation reconciliation, Table table) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("bill", reconciliation.billedInAll());
        tree.put("comparable", reconciliation.comparable());
        tree.put("ledger", reconciliation.bookedInAll());
        tree.put("unexplained", reconciliation.unexplained());
        tree.put("unexplained_share", reconciliation.share());
        tree.put("missing", reconciliation.missing());
        tree.put("rows", table.tree());
        return tree;
    }
}
