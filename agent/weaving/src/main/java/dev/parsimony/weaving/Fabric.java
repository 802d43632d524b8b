// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.weaving;

import static net.bytebuddy.matcher.ElementMatchers.none;

import java.lang.reflect.Method;
import java.util.List;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.dynamic.DynamicType;
import net.bytebuddy.dynamic.scaffold.TypeValidation;
import net.bytebuddy.utility.JavaConstant;

/**
 * Puts calls of advice into the bytes of a class. Members are neither added nor removed, so a class that is loaded already
 * can be changed too. Nothing here defines a class or touches {@code sun.misc.Unsafe}: bytes come in, bytes go out.
 */
final class Fabric {
    /** Some methods we weave are synthetic to hide them from Java, which Byte Buddy by default takes as not to be touched. */
    private static final ByteBuddy BYTE_BUDDY = new ByteBuddy().ignore(none()).with(TypeValidation.DISABLED);

    private final Method bootstrap;
    private final ClassFileLocator adviceFiles;

    /**
     * Weaves through a bootstrap method.
     *
     * @param bootstrap the method that the JVM calls to link a call of advice
     * @param adviceFiles the class files of all advice
     */
    Fabric(Method bootstrap, ClassFileLocator adviceFiles) {
        this.bootstrap = bootstrap;
        this.adviceFiles = adviceFiles;
    }

    /**
     * The class with calls of advice in it.
     *
     * @param instrumentation whose advice it is
     * @param name the class, as in {@code Class.getName()}
     * @param bytes its class file
     * @param context the class files of its loader
     */
    byte[] weave(Instrumentation instrumentation, String name, byte[] bytes, ClassFileLocator context) {
        ClassFileLocator files = new ClassFileLocator.Compound(ClassFileLocator.Simple.of(name, bytes), context);
        TypeDescription type = Sources.types(files).describe(name).resolve();
        DynamicType.Builder<?> builder = BYTE_BUDDY.decorate(type, files);
        for (Weave weave : Weave.all(instrumentation)
                .filter(any -> any.method().owner().equals(name))
                .toList()) {
            builder = builder.visit(
                    advice(instrumentation, weave).on(weave.method().matcher()));
        }
        try (DynamicType.Unloaded<?> woven = builder.make()) {
            return woven.getBytes();
        }
    }

    private Advice advice(Instrumentation instrumentation, Weave weave) {
        List<JavaConstant> arguments = List.of(
                JavaConstant.Simple.ofLoaded(instrumentation.name()), JavaConstant.Simple.ofLoaded(weave.advice()));
        // Erased to Object, the call site names no type of the application, which no loader of ours could resolve.
        return Advice.withCustomMapping()
                .with(new Advice.AssignReturned.Factory().withSuppressed(Throwable.class))
                .bootstrap(
                        bootstrap,
                        (adviceMethod, exit) -> (instrumented, method) -> arguments,
                        TypeDescription.Generic.Visitor.Generalizing.INSTANCE)
                .to(Sources.types(adviceFiles).describe(weave.advice()).resolve(), adviceFiles);
    }
}
