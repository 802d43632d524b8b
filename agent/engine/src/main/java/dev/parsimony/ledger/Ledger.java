// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.ledger;

import dev.parsimony.exchange.Exchange;
import dev.parsimony.exchange.Log;
import dev.parsimony.exchange.Pepper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where finished calls are written down. Threads that make calls hand them over and go on; one thread of ours calls
 * {@link #write} now and then. What does not fit, or cannot be written, is counted and said, in the ledger too once it can be
 * written again.
 */
public final class Ledger {
    private static final int MOST_CALLS = 10_000;
    private static final long MOST_BYTES = 16L << 20;
    private static final int BATCH = 256;
    private static final String TOPIC = "ledger";

    private final Log log;
    private final InstantSource clock;
    private final TokenEstimate tokens;
    private final Runnable loss;
    private final LedgerKey key;
    private final Backlog backlog = new Backlog(MOST_CALLS, MOST_BYTES);
    private volatile Terms terms = Terms.none();
    private @Nullable LedgerFile file;
    private long missing;
    private long stuckUntil;

    /**
     * A ledger that is not kept, until {@link #adopt} says otherwise.
     *
     * @param log where to say what is wrong with its file
     * @param clock what time it is
     * @param tokens estimates tokens of blocks
     * @param pepper the key of its hashes where none can be kept beside it
     * @param loss called for each call that is dropped, on the thread that made it
     */
    public Ledger(Log log, InstantSource clock, TokenEstimate tokens, Pepper pepper, Runnable loss) {
        this.log = log;
        this.clock = clock;
        this.tokens = tokens;
        this.key = new LedgerKey(log, pepper);
        this.loss = loss;
    }

    /** Keeps the ledger on these terms from now on. */
    public void adopt(Terms other) {
        terms = other;
    }

    /** Whether calls are written down at all. */
    public boolean isKept() {
        return terms.file() != null;
    }

    /**
     * Takes note of a call that is over. Returns at once.
     *
     * @param exchange the call
     * @param request its request, of which nothing is held unless the terms say so
     */
    public void enter(Exchange exchange, Request request) {
        Terms now = terms;
        if (now.file() == null) {
            return;
        }
        LedgerLine line = LedgerLine.of(exchange, request.path());
        Request lent = now.content() == Content.NONE ? null : request;
        if (!backlog.offer(new Pending(line, lent, now.content()))) {
            loss.run();
        }
    }

    /** Writes what waits. For one thread at a time; it may wait for the disk, and never throws. */
    public synchronized void write() {
        Terms now = terms;
        List<Pending> calls = backlog.take(BATCH);
        while (!calls.isEmpty()) {
            write(calls, now);
            calls = backlog.take(BATCH);
        }
        tellGap(now);
        if (now.file() == null) {
            close();
        }
    }

    private void write(List<Pending> calls, Terms now) {
        Path path = now.file();
        if (path == null) {
            return; // nobody wants them any more
        }
        List<byte[]> lines = calls.stream()
                .map(call -> line(call, path, now.hashesTenants()))
                .filter(line -> line.length > 0)
                .toList();
        try {
            append(joined(lines), path, now.maxBytes());
        } catch (IOException | RuntimeException failed) {
            backlog.lose(lines.size());
            fail(path, failed);
        }
    }

    /** Notes in the ledger how many calls are missing, as soon as it can be written. */
    private void tellGap(Terms now) {
        Path path = now.file();
        missing += backlog.takeDropped();
        if (missing == 0 || path == null) {
            return;
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        LineWriter.write(new Gap(clock.instant(), missing), out);
        try {
            append(out.toByteArray(), path, now.maxBytes());
            log.warn(TOPIC + " gap", "ledger: " + missing + " calls are missing in " + path);
            missing = 0;
        } catch (IOException | RuntimeException failed) {
            fail(path, failed);
        }
    }

    private static byte[] joined(List<byte[]> lines) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        lines.forEach(out::writeBytes);
        return out.toByteArray();
    }

    /** A call's line; nothing where it cannot be told, which costs no other call its line. */
    private byte[] line(Pending call, Path path, boolean hashesTenants) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            line(call, path, hashesTenants, out);
            return out.toByteArray();
        } catch (RuntimeException failed) {
            backlog.lose(1);
            log.warn(TOPIC + " line", "ledger: a call is lost: " + Trouble.why(failed));
            return new byte[0];
        }
    }

    private void line(Pending call, Path path, boolean hashesTenants, ByteArrayOutputStream out) {
        String tenant = call.line().origin().tenant();
        LedgerLine line = tenant.isEmpty() || !hashesTenants
                ? call.line()
                : call.line().withTenant("#" + key.beside(path).digest(tenant));
        Request request = call.request();
        if (request == null) {
            LineWriter.write(line, out);
        } else {
            Shape shape = new Shape(key.beside(path), tokens);
            LineWriter.write(line, json -> content(json, request, call.content(), shape), out);
        }
    }

    private static void content(JsonLine json, Request request, Content content, Shape shape) {
        json.text("fingerprint", shape.fingerprint(request));
        if (content == Content.SHAPE) {
            shape.write(json, request);
        } else {
            byte[] bytes = request.body().bytes();
            json.json("request", bytes, 0, bytes.length);
        }
    }

    private void append(byte[] lines, Path path, long maxBytes) throws IOException {
        LedgerFile open = opened(path);
        if (open.size() > 0 && open.size() + lines.length > Math.max(maxBytes, stuckUntil)) {
            retire(open, maxBytes);
            open = opened(path);
        }
        open.append(lines);
    }

    /** A file that cannot be renamed grows on, so that no call is lost; it is tried again when it has grown as much again. */
    private void retire(LedgerFile full, long maxBytes) throws IOException {
        long size = full.size();
        file = null;
        try {
            full.retire();
            stuckUntil = 0;
        } catch (IOException failed) {
            stuckUntil = size + maxBytes;
            log.warn(
                    TOPIC + " rotation",
                    "ledger: " + full.path() + " is full, cannot be renamed and grows on: " + Trouble.why(failed));
        }
    }

    private LedgerFile opened(Path path) throws IOException {
        LedgerFile open = file;
        if (open != null && open.path().equals(path) && open.isInPlace()) {
            return open;
        }
        close();
        LedgerFile next = LedgerFile.open(path);
        file = next;
        return next;
    }

    private void fail(Path path, Exception failed) {
        close(); // what is written next begins on a line of its own
        log.warn(
                TOPIC,
                "ledger: " + path + " " + Trouble.of(failed) + "; calls that cannot be written are counted and lost");
    }

    private void close() {
        LedgerFile open = file;
        file = null;
        try {
            if (open != null) {
                open.close();
            }
        } catch (IOException lost) {
            log.warn(TOPIC, "ledger: " + open.path() + " cannot be closed: " + Trouble.of(lost));
        }
    }
}
