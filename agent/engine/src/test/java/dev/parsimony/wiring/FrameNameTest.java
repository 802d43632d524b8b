// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrameNameTest {
    @ParameterizedTest
    @CsvSource({
        "com.acme.Faq,                ask,                     com.acme.Faq.ask",
        "com.acme.Desk$Faq,           ask,                     com.acme.Desk.Faq.ask",
        "com.acme.Faq$1,              call,                    com.acme.Faq.1.call",
        "com.acme.Faq,                <init>,                  com.acme.Faq.<init>",
        "com.acme.Faq,                lambda$ask$0,            com.acme.Faq.ask",
        "com.acme.Faq,                lambda$ask$odd$12,       com.acme.Faq.ask$odd",
        "com.acme.Faq,                lambda$new$0,            com.acme.Faq.<init>",
        "com.acme.Faq,                lambda$static$3,         com.acme.Faq.<clinit>",
        "com.acme.Faq,                lambda$null$3,           com.acme.Faq.lambda",
        "com.acme.Faq,                lambda$,                 com.acme.Faq.lambda"
    })
    void isTheSourcesOwnInJava(String className, String method, String name) {
        assertThat(FrameName.of(className, method)).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({
        "com.acme.Faq,                ask$lambda$0,            com.acme.Faq.ask",
        "com.acme.Faq,                ask$lambda$1$lambda$0,   com.acme.Faq.ask",
        "com.acme.Faq,                ask$default,             com.acme.Faq.ask",
        "com.acme.Faq,                ask$suspendImpl,         com.acme.Faq.ask",
        "com.acme.Faq$ask$1,          invokeSuspend,           com.acme.Faq.ask",
        "com.acme.Faq$ask$1$2,        invokeSuspend,           com.acme.Faq.ask",
        "com.acme.MainKt$main$1$a$1,  invokeSuspend,           com.acme.MainKt.main.1.a",
        "com.acme.Faq$ask$1,          invoke,                  com.acme.Faq.ask",
        "com.acme.Faq$1,              invoke,                  com.acme.Faq.1.invoke",
        "com.acme.Faq$Inner$1,        invoke,                  com.acme.Faq.Inner.1.invoke",
        "com.acme.Faq$Inner,          invoke,                  com.acme.Faq.Inner.invoke",
        "com.acme.Faq,                invoke,                  com.acme.Faq.invoke"
    })
    void isTheSourcesOwnInKotlin(String className, String method, String name) {
        assertThat(FrameName.of(className, method)).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({
        "com.acme.Faq$,               ask,                     com.acme.Faq.ask",
        "com.acme.Faq$,               $anonfun$ask$1,          com.acme.Faq.ask",
        "com.acme.Faq,                $anonfun$ask$2,          com.acme.Faq.ask"
    })
    void isTheSourcesOwnInScala(String className, String method, String name) {
        assertThat(FrameName.of(className, method)).isEqualTo(name);
    }

    @Test
    void ofALambdasClassTellsWhereItIsWritten() {
        assertThat(FrameName.host("com.acme.Desk$Faq$$Lambda/0x00007fcb4800d1e0"))
                .isEqualTo("com.acme.Desk$Faq");
        assertThat(FrameName.host("com.acme.Faq$$Lambda$14/0x0000000800c03000")).isEqualTo("com.acme.Faq");
        assertThat(FrameName.host("com.acme.Faq$$SpringCGLIB$$0")).isEmpty();
    }

    @Test
    void ofALambdaWhoseMethodNobodyKnowsSaysThatItIsOne() {
        assertThat(FrameName.ofLambdaIn("com.acme.Desk$Faq")).isEqualTo("com.acme.Desk.Faq.lambda");
    }
}
