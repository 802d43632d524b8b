// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.premain;

import java.io.File;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Is this JVM our own command line? {@code JAVA_TOOL_OPTIONS} names the agent for every JVM that a shell starts, this one
 * included, and the command line has nothing to gain from watching itself.
 */
final class OwnCommandLineCheck implements StartupCheck {
    private final @Nullable String command;
    private final File jar;

    /**
     * @param command the property {@code sun.java.command}: main class or jar as typed, then the arguments
     * @param jar our own jar
     */
    OwnCommandLineCheck(@Nullable String command, File jar) {
        this.command = command;
        this.jar = jar;
    }

    @Override
    public @Nullable Objection objection() {
        return command != null && (startsWithMainClass(command) || startsWithJar(command)) ? Objection.SILENT : null;
    }

    private static boolean startsWithMainClass(String command) {
        String main = Main.class.getName();
        return command.equals(main) || command.startsWith(main + " ");
    }

    /** Paths hold blanks, so every {@code .jar} in the command may be the end of the one that was typed. */
    private boolean startsWithJar(String command) {
        String name = jar.getName();
        int at = command.indexOf(name);
        while (at >= 0) {
            if (isOwnJar(new File(command.substring(0, at + name.length())))) {
                return true;
            }
            at = command.indexOf(name, at + 1);
        }
        return false;
    }

    private boolean isOwnJar(File typed) {
        try {
            return typed.getCanonicalFile().equals(jar.getCanonicalFile());
        } catch (IOException unreadable) {
            return false;
        }
    }
}
