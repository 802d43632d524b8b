// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.wiring;

import dev.parsimony.exchange.ApplicationTracing;
import dev.parsimony.exchange.DaemonThreads;
import dev.parsimony.exchange.Environment;
import dev.parsimony.exchange.Gate;
import dev.parsimony.exchange.Log;
import dev.parsimony.exchange.Telemetry;
import dev.parsimony.exchange.TelemetrySource;
import dev.parsimony.price.Tariffs;
import dev.parsimony.settings.Disk;
import dev.parsimony.settings.Loaded;
import dev.parsimony.settings.Settings;
import dev.parsimony.settings.SettingsSource;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.concurrent.atomic.AtomicReference;
import javax.management.MBeanServerFactory;
import org.jspecify.annotations.Nullable;

/**
 * The whole engine of one process: settings, telemetry and everything that outlasts a call. Starting it reads the settings
 * file and nothing else; it waits for nobody and touches no class of the application.
 */
public final class Engine {
    private final SettingsSource source;
    private final AgentLog log;
    private final Telemetry telemetry;
    private final Workshop workshop;
    private final AtomicReference<Tariffs> tariffs;
    private final KillSwitch killSwitch = new KillSwitch(() -> MBeanServerFactory.findMBeanServer(null));
    private final Loaded atStart;
    private final LedgerTerms ledgerTerms;
    private final LedgerThread ledgerThread;
    private volatile Policy policy;

    private Engine(
            SettingsSource source,
            Loaded loaded,
            AgentLog log,
            Telemetry telemetry,
            Workshop workshop,
            AtomicReference<Tariffs> tariffs,
            LedgerTerms ledgerTerms) {
        this.source = source;
        this.log = log;
        this.telemetry = telemetry;
        this.workshop = workshop;
        this.tariffs = tariffs;
        this.atStart = loaded;
        this.policy = Policy.of(loaded.settings());
        this.ledgerTerms = ledgerTerms;
        this.ledgerThread = new LedgerThread(workshop.ledger(), workshop.guard());
        workshop.ledger().adopt(ledgerTerms.of(loaded.settings().ledger()));
    }

    /**
     * Starts the engine.
     *
     * @param argument what stands behind {@code =} in the agent's flag; empty for nothing
     * @param environment what the process was started with
     * @param own the agent's own loader, where telemetry is found
     * @param version Parsimony's own version
     */
    public static Engine start(String argument, Environment environment, ClassLoader own, String version) {
        Settings builtIn = Settings.builtIn(Runtime.getRuntime().maxMemory());
        SettingsSource source = new SettingsSource(argument, environment, builtIn, new Disk(InstantSource.system()));
        Loaded loaded = source.load();
        Settings settings = loaded.settings();
        AgentLog log = AgentLog.of(settings.log(), settings.debug(), InstantSource.system());
        Telemetry telemetry = summed(settings.summary(), telemetry(own, environment, log, version));
        AtomicReference<Tariffs> tariffs =
                new AtomicReference<>(settings.pricing().tariffs());
        Workshop workshop = Assembly.of(
                settings, Tariffs.following(tariffs::get), log, telemetry, InstantSource.system(), System::nanoTime);
        Engine engine = new Engine(source, loaded, log, telemetry, workshop, tariffs, LedgerTerms.of(environment, log));
        engine.tell(loaded, "starting with the built-in settings, changing no request");
        return engine;
    }

    private static Telemetry telemetry(ClassLoader own, Environment environment, Log log, String version) {
        try {
            return ServiceLoader.load(TelemetrySource.class, own)
                    .findFirst()
                    .map(found -> found.start(environment, log, version))
                    .orElse(Telemetry.silent());
        } catch (Throwable broken) { // calls are worth more than what is told of them
            log.warn("telemetry", "no spans and metrics, since telemetry does not start: " + broken);
            return Telemetry.silent();
        }
    }

    /** The sum is told when the JVM ends, before the exporter gets its last two seconds or after it. */
    private static Telemetry summed(Settings.Summary when, Telemetry telemetry) {
        if (when == Settings.Summary.OFF || (when == Settings.Summary.AUTO && !Terminal.readsStandardError())) {
            return telemetry;
        }
        Summary summary = new Summary();
        Thread end =
                DaemonThreads.of("parsimony-summary", () -> summary.lines().forEach(StandardError.open()::println));
        try {
            Runtime.getRuntime().addShutdownHook(end);
        } catch (IllegalStateException ending) {
            return telemetry; // the first SDK class came while the JVM ends
        }
        return new SummedTelemetry(telemetry, summary);
    }

    /**
     * Starts what goes on beside the calls: the look at the settings file and for JMX and the writing of the ledger, on daemon
     * threads, and the reading of the tariffs, which the first call would else wait for. To be called once the JVM holds no lock for us.
     */
    public void tend() {
        ledgerThread.startIfNeeded();
        Watch.start(this::look);
        workshop.guard().run("tariffs", workshop.accounts()::open);
    }

    private void look() {
        killSwitch.show(log);
        if (!source.file().isEmpty()) {
            reload();
        }
    }

    private void reload() {
        workshop.guard()
                .run(
                        "reload",
                        () -> source.poll().ifPresent(loaded -> {
                            tell(loaded, "the settings before stay in force");
                            adopt(loaded.settings());
                            if (loaded.isAccepted()) {
                                log.say(source.file() + ": now in force" + later(loaded.settings()));
                            }
                        }));
    }

    private void adopt(Settings settings) {
        if (!settings.pricing().equals(policy.settings().pricing())) {
            tariffs.set(settings.pricing().tariffs());
        }
        policy = Policy.of(settings);
        log.debug(settings.debug());
        workshop.ledger().adopt(ledgerTerms.of(settings.ledger()));
        ledgerThread.startIfNeeded();
    }

    /** What of the settings was laid out at the start and stays so, if they ask for it to be otherwise. */
    private String later(Settings settings) {
        List<String> fixed = new ArrayList<>();
        if (!settings.log().equals(atStart.settings().log())) {
            fixed.add("log");
        }
        if (!settings.responseCache().equals(atStart.settings().responseCache())) {
            fixed.add("response_cache");
        }
        return fixed.isEmpty()
                ? ""
                : "; a change of " + String.join(" and ", fixed) + " only when the JVM starts again";
    }

    private void tell(Loaded loaded, String instead) {
        loaded.problems().forEach(problem -> log.say(problem.toString()));
        loaded.warnings().forEach(warning -> log.say(warning.toString()));
        if (!loaded.isAccepted()) {
            log.say(instead);
        }
    }

    /**
     * The gate of one application loader.
     *
     * @param loader the SDK's loader; null for the boot loader
     */
    public Gate gate(@Nullable ClassLoader loader) {
        ApplicationTracing tracing =
                workshop.guard().run("trace", ApplicationTracing.none(), () -> telemetry.tracing(loader));
        return new LoaderGate(workshop, this::policy, tracing, Neighbourhood.seenFrom(loader));
    }

    private Policy policy() {
        Policy now = policy;
        return killSwitch.isOn() ? now.passingAll() : now;
    }

    /** Parsimony's own log. */
    public Log log() {
        return log;
    }

    /** Where finished calls are told. */
    public Telemetry telemetry() {
        return telemetry;
    }

    @Override
    public String toString() {
        if (!atStart.isAccepted()) {
            return "engine, settings built in, mode observe";
        }
        return "engine, settings " + (source.file().isEmpty() ? "built in" : "of " + source.file());
    }
}
