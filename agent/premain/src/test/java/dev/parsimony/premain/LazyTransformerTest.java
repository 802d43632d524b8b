// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.premain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.IllegalClassFormatException;
import java.security.ProtectionDomain;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LazyTransformerTest {
    private static final byte[] WOVEN = {1, 2, 3};
    private final AtomicInteger boots = new AtomicInteger();

    @Test
    void bootsNothingForAClassThatIsNoTarget() throws IllegalClassFormatException {
        LazyTransformer transformer = transformer(this::weaver);

        assertThat(transform(transformer, "com/acme/Shop")).isNull();
        assertThat(transform(transformer, null)).isNull();
        assertThat(boots).hasValue(0);
    }

    @Test
    void bootsOnceAndHandsEveryTargetOver() throws IllegalClassFormatException {
        LazyTransformer transformer = transformer(this::weaver);

        assertThat(transform(transformer, "sdk/Client")).isEqualTo(WOVEN);
        assertThat(transform(transformer, "sdk/Other")).isEqualTo(WOVEN);
        assertThat(boots).hasValue(1);
    }

    @Test
    void staysOutForGoodWhenTheBootFails() throws IllegalClassFormatException {
        LazyTransformer transformer = transformer(() -> {
            boots.incrementAndGet();
            throw new NoClassDefFoundError("missing");
        });

        assertThat(transform(transformer, "sdk/Client")).isNull();
        assertThat(transform(transformer, "sdk/Client")).isNull();
        assertThat(boots).hasValue(1);
    }

    @Test
    void leavesATargetAloneThatTheBootItselfLoads() {
        LazyTransformer[] self = new LazyTransformer[1];
        self[0] = transformer(() -> {
            assertThat(transform(self[0], "sdk/Other")).isNull();
            return weaver();
        });

        assertThatCode(() -> assertThat(transform(self[0], "sdk/Client")).isEqualTo(WOVEN))
                .doesNotThrowAnyException();
    }

    private ClassFileTransformer weaver() {
        boots.incrementAndGet();
        return new ClassFileTransformer() {
            @Override
            public byte[] transform(
                    ClassLoader loader, String name, Class<?> redefined, ProtectionDomain domain, byte[] bytes) {
                return WOVEN;
            }
        };
    }

    private static LazyTransformer transformer(Boot boot) {
        return new LazyTransformer(new Targets(Set.of("sdk/Client", "sdk/Other")), boot);
    }

    private static byte @Nullable [] transform(LazyTransformer transformer, @Nullable String name)
            throws IllegalClassFormatException {
        return transformer.transform(null, name, null, null, new byte[0]);
    }
}
