// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.endtoend;

import dev.parsimony.exchange.Guard;
import dev.parsimony.testkit.AgentJar;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import net.bytebuddy.matcher.ElementMatchers;

/** A copy of the packaged agent in which any step can be broken; all else is as packaged. */
final class SabotagedJar {
    private SabotagedJar() {}

    static Path in(Path directory) throws IOException {
        Path jar = directory.resolve("sabotaged-agent.jar");
        Files.copy(AgentJar.path(), jar, StandardCopyOption.REPLACE_EXISTING);
        try (FileSystem zip = FileSystems.newFileSystem(URI.create("jar:" + jar.toUri()), Map.of())) {
            put(zip, Guard.class, guard());
            put(zip, BrokenStep.class, bytes(BrokenStep.class));
        }
        return jar;
    }

    private static byte[] guard() {
        return new ByteBuddy()
                .redefine(Guard.class)
                .visit(Advice.to(Sabotage.class)
                        .on(ElementMatchers.named("run").and(ElementMatchers.takesArguments(3))))
                .make()
                .getBytes();
    }

    private static byte[] bytes(Class<?> type) throws IOException {
        try (InputStream in = type.getResourceAsStream(type.getSimpleName() + ".class")) {
            return Objects.requireNonNull(in).readAllBytes();
        }
    }

    private static void put(FileSystem zip, Class<?> type, byte[] bytes) throws IOException {
        Path entry = zip.getPath("inst/" + type.getName().replace('.', '/') + ".classdata");
        Files.createDirectories(Objects.requireNonNull(entry.getParent()));
        Files.write(entry, bytes);
    }

    /** Swaps the body of a step before the guard runs it. */
    static final class Sabotage {
        private Sabotage() {}

        @Advice.OnMethodEnter
        static void swap(
                @Advice.Argument(0) String step,
                @Advice.Argument(value = 2, readOnly = false, typing = Assigner.Typing.DYNAMIC) Supplier<?> body) {
            body = BrokenStep.instead(step, body);
        }
    }
}
