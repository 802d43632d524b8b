// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.cli;

import dev.parsimony.exchange.Environment;
import dev.parsimony.price.Tariffs;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command line as a function from arguments to an exit code. */
final class Cli {
    private static final String HELP = "help";

    private final Console console;
    private final Environment environment;
    private final InstantSource clock;

    /**
     * A command line.
     *
     * @param console where it reads and writes
     * @param environment properties and variables
     * @param clock what time it is
     */
    Cli(Console console, Environment environment, InstantSource clock) {
        this.console = console;
        this.environment = environment;
        this.clock = clock;
    }

    /**
     * Runs a command.
     *
     * @param arguments the command and its arguments
     * @return 0 done, 1 a finding, 2 could not run
     */
    int run(String... arguments) {
        Result result = result(arguments);
        console.show(result);
        return result.code();
    }

    private Result result(String... arguments) {
        String first = arguments.length == 0 ? "" : arguments[0];
        return first.equals(HELP) ? result(helpOf(arguments)) : parsed(arguments);
    }

    /** {@code help price} is {@code price --help}. */
    private static String[] helpOf(String... arguments) {
        return Stream.concat(Stream.of(arguments).skip(1), Stream.of("--help")).toArray(String[]::new);
    }

    private Result parsed(String... arguments) {
        try {
            return run(commands().parseArgs(arguments));
        } catch (ParameterException misread) {
            return refuse(misread);
        } catch (Complaint complaint) {
            return new Result(Result.COULD_NOT_RUN, "", String.valueOf(complaint.getMessage()));
        } catch (RuntimeException | Error fault) {
            return new Result(
                    Result.COULD_NOT_RUN, "", "parsimony: a fault of its own, please report it. " + trace(fault));
        }
    }

    private static String trace(Throwable fault) {
        StringWriter text = new StringWriter();
        fault.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    private CommandLine commands() {
        Tariffs tariffs = Tariffs.builtIn();
        SettingsFile settings = new SettingsFile(console, environment);
        CommandLine commands = new CommandLine(new Parsimony())
                .addSubcommand("check", new CheckCommand(settings))
                .addSubcommand("explain", new ExplainCommand(console, settings, clock))
                .addSubcommand("price", new PriceCommand(tariffs, settings, clock))
                .addSubcommand("prices", new PricesCommand(tariffs, settings, clock))
                .addSubcommand("simulate", new SimulateCommand(console, settings))
                .addSubcommand("report", new ReportCommand(console, tariffs, settings))
                .addSubcommand("reconcile", new ReconcileCommand(console, tariffs, settings))
                .addSubcommand("version", new VersionCommand(tariffs, environment));
        return commands.registerConverter(Instant.class, Times::read)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setColorScheme(CommandLine.Help.defaultColorScheme(console.colour() ? Ansi.ON : Ansi.OFF))
                .setUsageHelpWidth(100);
    }

    private Result run(ParseResult parsed) {
        ParseResult command = parsed;
        while (command.hasSubcommand()) {
            command = command.subcommand();
        }
        CommandLine line = command.commandSpec().commandLine();
        if (command == parsed && !parsed.unmatched().isEmpty()) { // a request for help hides them
            throw new UnmatchedArgumentException(line, parsed.unmatched());
        }
        if (command.isUsageHelpRequested()) {
            return Result.done(line.getUsageMessage(line.getColorScheme()));
        }
        try {
            return (Result) ((Callable<?>) line.getCommand()).call();
        } catch (RuntimeException known) {
            throw known;
        } catch (Exception unreadable) {
            throw new Complaint(line.getCommandName(), String.valueOf(unreadable.getMessage()));
        }
    }

    private static Result refuse(ParameterException misread) {
        CommandLine line = misread.getCommandLine();
        String name = line.getCommandSpec().qualifiedName();
        String words = name + ": " + sentence(String.valueOf(misread.getMessage())) + suggestion(misread) + " `" + name
                + " --help` shows what it takes.";
        return new Result(Result.COULD_NOT_RUN, "", words);
    }

    private static String sentence(String message) {
        return message.endsWith(".") ? message : message + ".";
    }

    private static String suggestion(ParameterException misread) {
        List<String> near =
                misread instanceof UnmatchedArgumentException unmatched ? unmatched.getSuggestions() : List.of();
        return near.isEmpty() ? "" : " Did you mean " + near.get(0) + "?";
    }
}
