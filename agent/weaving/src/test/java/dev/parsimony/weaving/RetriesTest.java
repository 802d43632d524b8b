// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.weaving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationTargetException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RetriesTest {
    private static final List<String> ONCE = List.of("retries begin", "retries end");

    private final AtomicInteger attempts = new AtomicInteger();
    private final int before = Village.SAID.size();

    @Test
    void areOneStretchOfTheThread() throws Exception {
        Object result = insist(() -> {
            if (attempts.incrementAndGet() < 3) {
                throw new IllegalStateException();
            }
            return "at last";
        });

        assertThat(result).isEqualTo("at last");
        assertThat(attempts).hasValue(3);
        assertThat(said()).isEqualTo(ONCE);
    }

    @Test
    void endThoughTheyWereInVain() {
        assertThatThrownBy(() -> insist(() -> {
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");

        assertThat(said()).isEqualTo(ONCE);
    }

    private List<String> said() {
        return Village.SAID.stream()
                .skip(before)
                .filter(line -> line.startsWith("retries"))
                .toList();
    }

    private static Object insist(Callable<?> task) throws Exception {
        try {
            return new Village.Loader()
                    .loadClass(AcmeRetries.PATIENCE)
                    .getMethod("insist", Callable.class, int.class)
                    .invoke(null, task, 3);
        } catch (InvocationTargetException wrapped) {
            throw (Exception) wrapped.getCause();
        }
    }
}
