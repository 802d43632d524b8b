// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LibrariesTest {
    private final Libraries libraries = new Libraries();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "com.openai.services.blocking.chat.ChatCompletionServiceImpl",
                "org.springframework.aop.framework.CglibAopProxy",
                "org.springframework.retry.support.RetryTemplate",
                "org.aopalliance.intercept.MethodInterceptor",
                "io.github.resilience4j.retry.Retry",
                "reactor.core.publisher.MonoCallable",
                "io.reactivex.rxjava3.internal.operators.single.SingleFromCallable",
                "kotlinx.coroutines.DispatchedTask",
                "java.util.concurrent.CompletableFuture$AsyncSupply",
                "jdk.proxy2.$Proxy12"
            })
    void areNotTheApplication(String name) {
        assertThat(libraries.isApplication(name)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "com.acme.Faq$$SpringCGLIB$$0",
                "com.acme.Faq$$EnhancerByGuice$$1",
                "com.acme.$Proxy12",
                "com.acme.Faq$$Lambda$14/0x0000000800c03000",
                "com.acme.Faq$ByteBuddy$a1B2",
                "com.acme.Faq$MockitoMock$7",
                "com.acme.$Faq$Definition$Intercepted",
                "com.acme.Faq_ClientProxy",
                "com.acme.Faq_Subclass"
            })
    void arePartOfWhatIsMadeAtRunTime(String name) {
        assertThat(libraries.isApplication(name)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Main",
                "com.acme.Faq",
                "com.acme.springframework.Faq",
                "playground.Faq",
                "org.springframework.samples.petclinic.owner.OwnerController"
            })
    void leaveTheApplicationItsOwn(String name) {
        assertThat(libraries.isApplication(name)).isTrue();
    }

    @Test
    void sayTheSameTheSecondTime() {
        assertThat(libraries.isApplication("com.acme.Faq")).isTrue();
        assertThat(libraries.isApplication("com.acme.Faq")).isTrue();
        assertThat(libraries.isApplication("reactor.core.publisher.Mono")).isFalse();
        assertThat(libraries.isApplication("reactor.core.publisher.Mono")).isFalse();
    }

    @Test
    void knowOnlySoManyNamesByHeartAndAllTheSameTellThem() {
        for (int i = 0; i < 10_100; i++) {
            libraries.isApplication("com.acme.Generated" + i);
        }

        assertThat(libraries.isApplication("com.acme.Late")).isTrue();
        assertThat(libraries.isApplication("okhttp3.Late")).isFalse();
    }
}
