// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.wiring;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.tools.ToolProvider;

/** Libraries of an application, as little of them as a test needs, in a class loader that sees nothing else. */
final class Compiled {
    private Compiled() {}

    /**
     * Compiles classes.
     *
     * @param folder where to
     * @param sources by the class's name
     */
    static URLClassLoader in(Path folder, Map<String, String> sources) throws IOException {
        List<String> arguments =
                new ArrayList<>(List.of("-d", folder.toString(), "-proc:none", "-cp", folder.toString()));
        for (Map.Entry<String, String> source : sources.entrySet()) {
            int dot = source.getKey().lastIndexOf('.');
            Path file = folder.resolve(source.getKey().substring(dot + 1) + ".java");
            Files.writeString(file, "package " + source.getKey().substring(0, dot) + ";\n" + source.getValue());
            arguments.add(file.toString());
        }
        if (ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new)) != 0) {
            throw new IllegalStateException("does not compile");
        }
        return new URLClassLoader(new URL[] {folder.toUri().toURL()}, null);
    }
}
