// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.cli;

import dev.parsimony.exchange.Environment;
import dev.parsimony.price.Tariffs;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Which Parsimony this is, and how old its prices are. */
@Command(header = "Shows the version of Parsimony and of its prices.")
final class VersionCommand implements Callable<Result> {
    @Mixin
    Format format = new Format();

    private final Tariffs tariffs;
    private final Environment environment;

    /**
     * The command.
     *
     * @param tariffs what models cost
     * @param environment which Java this is
     */
    VersionCommand(Tariffs tariffs, Environment environment) {
        this.tariffs = tariffs;
        this.environment = environment;
    }

    @Override
    public Result call() {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("parsimony", version());
        facts.put("prices", tariffs.version());
        facts.put("java", environment.properties().getOrDefault("java.version", "unknown"));
        return Result.done(format.write(() -> facts, () -> text(facts)));
    }

    private static String text(Map<String, Object> facts) {
        return "parsimony " + facts.get("parsimony") + ", prices of " + facts.get("prices") + ", on Java "
                + facts.get("java");
    }

    private static String version() {
        try (InputStream in = Objects.requireNonNull(VersionCommand.class.getResourceAsStream("version.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("version.txt", unreadable);
        }
    }
}
