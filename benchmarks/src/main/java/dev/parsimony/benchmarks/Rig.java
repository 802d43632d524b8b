// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.benchmarks;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.parsimony.simulator.http.Simulator;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** What the measured JVMs are given: a provider, a collector, settings files. */
final class Rig implements AutoCloseable {
    /**
     * As long as a collector elsewhere may take to answer. Calls are made here without a pause, far more of them than any
     * application's; a collector that took in all of their spans would be what is measured.
     */
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(200);

    private final Simulator simulator = Simulator.start();
    private final HttpServer collector;
    private final Path bystander;

    private Rig(HttpServer collector, Path bystander) {
        this.collector = collector;
        this.bystander = bystander;
        collector.createContext("/", Rig::takeIn);
        collector.start();
    }

    /** Sets everything up on free ports of this machine. */
    static Rig open() {
        try {
            return new Rig(
                    HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0), bystanderJar());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void takeIn(HttpExchange exchange) throws IOException {
        try (exchange;
                InputStream in = exchange.getRequestBody()) {
            in.transferTo(OutputStream.nullOutputStream());
            LockSupport.parkNanos(PAUSE);
            exchange.getResponseHeaders().set("Content-Type", "application/x-protobuf");
            exchange.sendResponseHeaders(200, -1);
        }
    }

    /** The provider. */
    Simulator simulator() {
        return simulator;
    }

    /** What {@code OTEL_EXPORTER_OTLP_ENDPOINT} is to say. */
    String collector() {
        return "http://127.0.0.1:" + collector.getAddress().getPort();
    }

    /** A jar that makes {@link Bystander} an agent; the class itself is on every measured JVM's class path. */
    Path bystander() {
        return bystander;
    }

    private static Path bystanderJar() throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(new Attributes.Name("Premain-Class"), Bystander.class.getName());
        Path jar = Files.createTempFile("bystander", ".jar");
        jar.toFile().deleteOnExit();
        new JarOutputStream(Files.newOutputStream(jar), manifest).close();
        return jar;
    }

    /** A file with this text, which goes when this JVM ends. */
    Path file(String text) {
        try {
            Path file = Files.createTempFile("benchmark", ".yaml");
            file.toFile().deleteOnExit();
            return Files.writeString(file, text, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        simulator.close();
        collector.stop(0);
    }
}
