// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.cli;

import dev.parsimony.exchange.Call;
import dev.parsimony.exchange.CallSite;
import dev.parsimony.exchange.Caller;
import dev.parsimony.exchange.Headers;
import dev.parsimony.exchange.SpanReference;
import dev.parsimony.settings.Loaded;
import dev.parsimony.settings.Problem;
import dev.parsimony.settings.Settings;
import dev.parsimony.settings.Tenant;
import dev.parsimony.wiring.Rehearsal;
import dev.parsimony.wiring.Rehearsal.Scene;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What would be done with a request under a settings file. */
@Command(
        header = "Shows what would be done with a request, and why.",
        description = "Which rules apply and why the others do not, the request before and after, the price of each."
                + " Nothing is sent. " + SettingsFile.ALONE + "%n")
final class ExplainCommand implements Callable<Result> {
    @Parameters(paramLabel = "FILE", description = "The settings file; - is standard input.")
    String file = "";

    @Option(
            names = "--request",
            required = true,
            paramLabel = "REQ.json",
            description = "The request's body as JSON; - is standard input.")
    String request = "";

    @Option(
            names = "--url",
            paramLabel = "U",
            description = "Where it goes. Without it the body's shape decides which API it is.")
    String url = "";

    @Option(names = "--call-site", paramLabel = "X", description = "Who makes the call, as package.Class.method.")
    String callSite = "";

    @Option(names = "--tenant", paramLabel = "T", description = "For whom, at the first source the file names.")
    String tenant = "";

    @Option(names = "--thread", paramLabel = "NAME", description = "The name of the calling thread.")
    String thread = "";

    @Option(names = "--endpoint", paramLabel = "R", description = "The route of the incoming request, as /orders/{id}.")
    String route = "";

    @Mixin
    Format format = new Format();

    private final Console console;
    private final SettingsFile settings;
    private final InstantSource clock;

    /**
     * The command.
     *
     * @param console what {@code -} stands for, and whether to colour
     * @param settings reads the settings file
     * @param clock what time it is
     */
    ExplainCommand(Console console, SettingsFile settings, InstantSource clock) {
        this.console = console;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Result call() {
        if (file.equals(request)) {
            throw new Complaint(
                    "--request", "is the settings file itself, " + Source.name(file) + ". Give the request's body");
        }
        Loaded loaded = settings.read(file);
        if (!loaded.isAccepted()) {
            return new Result(Result.COULD_NOT_RUN, "", said(loaded.problems()));
        }
        Explanation explanation = explanation(loaded.settings(), Body.read(console, request));
        String output = format.write(explanation::tree, () -> explanation.text(console.colour()));
        return new Result(Result.DONE, output, settings.passedOver());
    }

    private Explanation explanation(Settings inForce, Body body) {
        Rehearsal rehearsal = new Rehearsal(inForce, clock);
        Endpoint endpoint = Endpoint.of(url, body, rehearsal::dialect);
        Call call = new Call(
                "POST",
                endpoint.address(),
                endpoint.path(),
                endpoint.query(),
                headers(inForce.tenant()),
                body.json().bytes());
        Scene first = play(rehearsal, call, inForce);
        Scene again = play(rehearsal, call, inForce);
        return new Explanation(
                endpoint,
                body.root(),
                inForce.observe(),
                first,
                again,
                new Quotes(inForce.pricing().tariffs(), clock.instant()));
    }

    private Scene play(Rehearsal rehearsal, Call call, Settings inForce) {
        return rehearsal
                .play(call, caller(inForce.tenant()))
                .orElseThrow(() -> new Complaint(
                        Source.name(file),
                        inForce.killSwitch()
                                ? "kill_switch is on: every call passes through untouched and unseen"
                                : "such a call passes through untouched and unseen"));
    }

    private Caller caller(Tenant sources) {
        if (!tenant.isEmpty() && sources.from().isEmpty()) {
            throw new Complaint("--tenant", "the file names no source of tenants. Name one under tenant.from");
        }
        Map<String, String> labels = tenant.isEmpty()
                ? Map.of()
                : sources.from().stream().limit(1).collect(Collectors.toMap(Tenant.Source::toString, source -> tenant));
        return new Caller(new CallSite(callSite, 0), thread, SpanReference.none(), labels, route);
    }

    /** The tenant's header, where that is the first source; no other header is known here. */
    private Headers headers(Tenant sources) {
        return Headers.of(sources.from().stream()
                .limit(1)
                .filter(source -> !tenant.isEmpty() && source.kind() == Tenant.Kind.HEADER)
                .collect(Collectors.toMap(Tenant.Source::name, source -> List.of(tenant))));
    }

    private static String said(List<Problem> problems) {
        return problems.stream().map(Problem::toString).collect(Collectors.joining("\n"));
    }
}
