// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.instrumentation.stainless;

import dev.parsimony.exchange.Log;
import dev.parsimony.exchange.Telemetry;
import dev.parsimony.weaving.Loom;
import java.io.IOException;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.security.ProtectionDomain;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import net.bytebuddy.agent.ByteBuddyAgent;

/** A JVM with the SDKs of all editions in it, woven as the agent would. */
final class Stage {
    /** What was said in the log. */
    static final List<String> SAID = new CopyOnWriteArrayList<>();

    private static final Map<ClassLoader, Prompter> PROMPTERS = new ConcurrentHashMap<>();
    private static final Instrumentation JVM = ByteBuddyAgent.install();
    private static final Map<Edition, Edition.Application> WOVEN = new ConcurrentHashMap<>();

    private static final Log LOG = new Log() {
        @Override
        public void say(String line) {
            SAID.add(line);
        }

        @Override
        public void warn(String topic, String line) {
            SAID.add(line);
        }

        @Override
        public void debug(Supplier<String> line) {}
    };

    static {
        JVM.addTransformer(onStageOnly(weaver()), true);
    }

    private Stage() {}

    private static ClassFileTransformer weaver() {
        try {
            return new Loom(
                            loader -> new Switchboard(() -> PROMPTERS.get(loader)),
                            LOG,
                            Telemetry.silent(),
                            ClassLoader.getPlatformClassLoader())
                    .set(JVM, Edition.sdks());
        } catch (IOException | ReflectiveOperationException failure) {
            throw new AssertionError(failure);
        }
    }

    /** Applications that are not on stage keep their SDK as it is, to compare with. */
    private static ClassFileTransformer onStageOnly(ClassFileTransformer weaver) {
        return new ClassFileTransformer() {
            @Override
            public byte[] transform(
                    ClassLoader loader, String name, Class<?> redefined, ProtectionDomain domain, byte[] bytes) {
                try {
                    return loader != null && PROMPTERS.containsKey(loader)
                            ? weaver.transform(loader, name, redefined, domain, bytes)
                            : null;
                } catch (Exception failure) {
                    throw new AssertionError(failure);
                }
            }
        };
    }

    /** A client of a woven SDK whose calls this prompter sees. */
    static Subject client(Edition edition, String baseUrl, Prompter prompter) {
        Edition.Application application = WOVEN.computeIfAbsent(edition, Edition::application);
        PROMPTERS.put(application, prompter);
        return application.client(baseUrl);
    }

    /** Weaves an SDK that an application has loaded and used already. */
    static void weaveLate(Edition.Application application, Prompter prompter) throws Exception {
        PROMPTERS.put(application, prompter);
        for (Class<?> loaded : JVM.getAllLoadedClasses()) {
            boolean target = loaded.getSimpleName().equals("RetryingHttpClient")
                    || loaded.getSimpleName().equals("PrepareRequest");
            if (target && loaded.getClassLoader() == application) {
                JVM.retransformClasses(loaded);
            }
        }
    }
}
