// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.wiring;

import dev.parsimony.exchange.Json;
import dev.parsimony.exchange.Log;
import dev.parsimony.settings.Settings;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Writes Parsimony's own lines, as text or as one JSON object a line, to a stream of its own. */
final class AgentLog implements Log {
    private static final long QUIET_SECONDS = 60;
    private static final int MOST_TOPICS = 1000;

    private final PrintStream out;
    private final Form form;
    private volatile boolean debug;
    private final InstantSource clock;
    private final Map<String, Quiet> quiet = new ConcurrentHashMap<>();

    /** How a line is written. */
    enum Form {
        /** {@code parsimony: what happened}. */
        TEXT {
            @Override
            String line(Instant at, String level, String message) {
                return "parsimony: " + message;
            }
        },
        /** {@code {"time":..., "level":..., "logger":"parsimony", "message":...}}. */
        JSON {
            @Override
            String line(Instant at, String level, String message) {
                return "{\"time\":\"" + at + "\",\"level\":\"" + level + "\",\"logger\":\"parsimony\",\"message\":"
                        + Json.quoted(message) + "}";
            }
        };

        abstract String line(Instant at, String level, String message);
    }

    /** A topic that was mentioned: when, and how often it was held back since. */
    private record Quiet(long since, long held) {}

    AgentLog(PrintStream out, Form form, boolean debug, InstantSource clock) {
        this.out = out;
        this.form = form;
        this.debug = debug;
        this.clock = clock;
    }

    /**
     * The log that the settings ask for. Where its file cannot be written, that is said on standard error, which it then goes
     * to.
     */
    static AgentLog of(Settings.Logging logging, boolean debug, InstantSource clock) {
        Form form = logging.json() ? Form.JSON : Form.TEXT;
        return logging.file()
                .map(file -> toFile(file, form, debug, clock))
                .orElseGet(() -> new AgentLog(StandardError.open(), form, debug, clock));
    }

    private static AgentLog toFile(String file, Form form, boolean debug, InstantSource clock) {
        try {
            return new AgentLog(OwnFile.append(Path.of(file)), form, debug, clock);
        } catch (IOException | InvalidPathException unwritable) {
            AgentLog instead = new AgentLog(StandardError.open(), form, debug, clock);
            instead.say("log.to: " + file + " cannot be written (" + unwritable + "), so the log is here");
            return instead;
        }
    }

    /** Whether lines for each call are wanted, from now on. */
    void debug(boolean wanted) {
        debug = wanted;
    }

    @Override
    public void say(String line) {
        write("info", line);
    }

    @Override
    public void warn(String topic, String line) {
        long now = clock.instant().getEpochSecond();
        if (quiet.size() >= MOST_TOPICS) {
            quiet.clear();
        }
        Quiet[] before = new Quiet[1];
        Quiet after = quiet.compute(topic, (name, last) -> {
            before[0] = last;
            boolean held = last != null && now - last.since < QUIET_SECONDS;
            return held ? new Quiet(last.since, last.held + 1) : new Quiet(now, 0);
        });
        if (after.held == 0) {
            write("warn", line + repeats(before[0]));
        }
    }

    private static String repeats(@Nullable Quiet before) {
        return before == null || before.held == 0 ? "" : " (and " + before.held + " times more before)";
    }

    @Override
    public void debug(Supplier<String> line) {
        if (debug) {
            write("debug", line.get());
        }
    }

    private void write(String level, String message) {
        String oneLine = message.replace("\r", "").replace('\n', ' ');
        out.println(form.line(clock.instant(), level, oneLine));
        out.flush();
    }
}
