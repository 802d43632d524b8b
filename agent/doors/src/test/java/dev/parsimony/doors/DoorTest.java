// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.doors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class DoorTest {
    private final Door door = Door.of("com/acme/Client door send com/acme/Request method url.path");

    @Test
    void isReadFromALine() {
        assertThat(door).isEqualTo(new Door("com/acme/Client", "send", "com/acme/Request", "method", "url.path"));
        assertThatThrownBy(() -> Door.of("com/acme/Client door send"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("com/acme/Client");
    }

    @Test
    void findsTheRequestAmongTheParameters() {
        assertThat(door.slot("send", "(Lcom/acme/Request;)V", false)).isEqualTo(1);
        assertThat(door.slot("send", "(Lcom/acme/Request;)V", true)).isZero();
        assertThat(door.slot("send", "(J[ILcom/acme/Host;[[DLcom/acme/Request;Z)Lcom/acme/Response;", false))
                .isEqualTo(6);
    }

    @Test
    void keepsInMindWhoseMethodItIsWhereThatIsSaid() {
        Door keeping = Door.of("com/acme/Tracing door getTracer this");

        assertThat(keeping.keeps()).isTrue();
        assertThat(door.keeps()).isFalse();
        assertThat(keeping.slot("getTracer", "()Lcom/acme/Tracer;", false)).isZero();
        assertThat(keeping.slot("getTracer", "()Lcom/acme/Tracer;", true)).isNegative();
        assertThat(keeping.slot("getTracer", "(I)Lcom/acme/Tracer;", false)).isNegative();
        assertThat(keeping.type()).isEqualTo("com.acme.Tracing");
        assertThat(door.type()).isEqualTo("com.acme.Request");
    }

    @Test
    void isNoMethodOfAnotherNameOrWithoutARequest() {
        assertThat(door.slot("sendAll", "(Lcom/acme/Request;)V", false)).isNegative();
        assertThat(door.slot("send", "()Lcom/acme/Request;", false)).isNegative();
        assertThat(door.slot("send", "([Lcom/acme/Request;Lcom/acme/Requests;)V", false))
                .isNegative();
    }
}
