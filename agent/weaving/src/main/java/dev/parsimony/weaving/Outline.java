// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.weaving;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Type;
import net.bytebuddy.utility.OpenedClassReader;
import org.jspecify.annotations.Nullable;

/**
 * The methods of one class as its class file lists them. Types are names here and nothing is resolved, so that a class is
 * known by reading one file.
 *
 * @param methods the erased parameter types of each method, by the method's name
 */
record Outline(Map<String, List<List<String>>> methods) {
    private static final int HEADERS_ONLY = ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES;

    /**
     * Reads a class.
     *
     * @param name the class, as in {@code Class.getName()}
     * @param classFiles where its file is looked for
     * @return empty where there is no such file
     */
    static Optional<Outline> of(String name, ClassFileLocator classFiles) {
        try {
            ClassFileLocator.Resolution file = classFiles.locate(name);
            return file.isResolved() ? Optional.of(read(file.resolve())) : Optional.empty();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    private static Outline read(byte[] classFile) {
        Map<String, List<List<String>>> methods = new HashMap<>();
        ClassVisitor collector = new ClassVisitor(OpenedClassReader.ASM_API) {
            @Override
            public @Nullable MethodVisitor visitMethod(
                    int access,
                    String name,
                    String descriptor,
                    @Nullable String signature,
                    String @Nullable [] exceptions) {
                methods.computeIfAbsent(name, any -> new ArrayList<>()).add(parameters(descriptor));
                return null;
            }
        };
        OpenedClassReader.of(classFile).accept(collector, HEADERS_ONLY);
        return new Outline(methods);
    }

    private static List<String> parameters(String descriptor) {
        return Arrays.stream(Type.getArgumentTypes(descriptor))
                .map(Type::getClassName)
                .toList();
    }

    /** Whether the class has a method that a symbol means. */
    boolean has(Symbol symbol) {
        return methods.getOrDefault(symbol.method(), List.of()).stream().anyMatch(symbol::takes);
    }
}
