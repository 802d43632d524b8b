// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.doors;

import java.io.IOException;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts doors into the HTTP clients' classes as they are loaded; what came by those that keep it can be had from here. */
public final class Doors implements ClassFileTransformer, Iterable<Object> {
    private final List<Door> doors;
    private final Lookout lookout;

    private Doors(List<Door> doors, Lookout lookout) {
        this.doors = doors;
        this.lookout = lookout;
    }

    /**
     * Sets up the lookout. Called by name from where the application's loader sees us.
     *
     * @param jvm the JVM's service for changing classes
     * @param lines such as {@code com/acme/Client door send com/acme/Request method url.path}
     * @param settings the settings file as the agent's flag names it, or null
     * @param wake builds the agent and weaves what is behind the doors; returns when that is done, or has failed for good
     * @return what puts the doors in
     * @throws IOException if the agent's jar lacks the dispatcher
     * @throws ReflectiveOperationException if there is no way to reach the lookout
     */
    public static ClassFileTransformer hang(
            Instrumentation jvm, Collection<String> lines, @Nullable String settings, Runnable wake)
            throws IOException, ReflectiveOperationException {
        List<Door> doors = new ArrayList<>();
        for (String line : lines) {
            doors.add(Door.of(line));
        }
        Dispatcher dispatcher = Dispatcher.install(jvm);
        Lookout lookout = new Lookout(doors, namesApis(settings), wake, dispatcher);
        dispatcher.lookOut(lookout);
        return new Doors(doors, lookout);
    }

    /** Whether the settings may say of a host which API it speaks, so that no path tells; said of any mention of it. */
    private static boolean namesApis(@Nullable String argument) {
        String file = argument == null || argument.isEmpty() ? System.getProperty("parsimony.config") : argument;
        file = file == null ? System.getenv("PARSIMONY_CONFIG") : file;
        try {
            return file != null && Files.readString(Path.of(file)).contains("api");
        } catch (IOException | RuntimeException unreadable) {
            return false;
        }
    }

    /** Where a door is not as we know it, the agent is built at once, as for an SDK. */
    @Override
    public byte @Nullable [] transform(
            @Nullable ClassLoader loader,
            @Nullable String name,
            @Nullable Class<?> redefined,
            @Nullable ProtectionDomain domain,
            byte[] bytes) {
        List<Door> own = of(name);
        byte[] hung = null;
        try {
            hung = Doorway.in(bytes, own);
        } catch (IOException | RuntimeException unknown) {
            // told by what follows
        }
        if (hung == null && areEntered(own)) {
            lookout.open();
        }
        return hung;
    }

    private static boolean areEntered(List<Door> doors) {
        for (Door door : doors) {
            if (!door.keeps()) {
                return true;
            }
        }
        return false;
    }

    @Override
    public Iterator<Object> iterator() {
        return lookout.kept().iterator();
    }

    private List<Door> of(@Nullable String name) {
        List<Door> own = new ArrayList<>();
        for (Door door : doors) {
            if (door.owner().equals(name)) {
                own.add(door);
            }
        }
        return own;
    }
}
