// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.weaving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationTargetException;
import org.junit.jupiter.api.Test;

class WeavingTest {
    private final Village.Loader application = new Village.Loader();

    @Test
    void changesWhatIsSentAndWhatIsReturned() throws Exception {
        assertThat(execute("hello")).isEqualTo("echo hello changed seen");
    }

    @Test
    void answersWithoutRunningTheMethod() throws Exception {
        Object transport = transport();

        assertThat(execute(transport, "answer")).isEqualTo("ours");
        assertThat(transport.getClass().getField("sent").getInt(transport)).isZero();
    }

    @Test
    void leavesTheCallAloneWhereAdviceHasNothingToSay() throws Exception {
        assertThat(execute("ignore")).isEqualTo("echo ignore");
    }

    @Test
    void handsOnTheExceptionOfTheMethod() {
        assertThatThrownBy(() -> execute("fail"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("fail changed");
    }

    @Test
    void throwsInPlaceOfReturning() {
        assertThatThrownBy(() -> execute("refuse")).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void returnsInPlaceOfThrowing() throws Exception {
        assertThat(execute("fail but recover")).isEqualTo("recovered");
    }

    @Test
    void leavesOverloadsAlone() throws Exception {
        Object transport = transport();
        Object request = request("hello");

        Object response =
                transport.getClass().getMethod("execute", request.getClass()).invoke(transport, request);

        assertThat(response).extracting("text").isEqualTo("plain hello");
    }

    @Test
    void keepsTheResultWhereAdviceThrows() throws Exception {
        assertThat(call("disturbed")).isEqualTo("as it was");
    }

    @Test
    void keepsTheResultWhereAdviceCannotBeLinkedAndSaysSoOnce() throws Exception {
        assertThat(call("unlinked")).isEqualTo("as it was");
        assertThat(call("unlinked")).isEqualTo("as it was");
        assertThat(Village.SAID)
                .filteredOn(line -> line.contains("cannot be linked"))
                .hasSize(1);
    }

    @Test
    void saysOnceWhatIsInstrumented() throws Exception {
        execute("hello");
        new Village.Loader().loadClass(Acme.TRANSPORT);

        assertThat(Village.SAID).filteredOn("acme-java instrumented"::equals).hasSize(1);
    }

    @Test
    void addsNoMember() throws Exception {
        Class<?> woven = application.loadClass(Acme.TRANSPORT);
        Class<?> original = Class.forName(Acme.TRANSPORT);

        assertThat(woven.getDeclaredMethods()).hasSameSizeAs(original.getDeclaredMethods());
        assertThat(woven.getDeclaredFields()).hasSameSizeAs(original.getDeclaredFields());
    }

    private Object transport() throws Exception {
        return application.loadClass(Acme.TRANSPORT).getConstructor().newInstance();
    }

    private Object request(String text) throws Exception {
        return application
                .loadClass(Acme.TRANSPORT + "$Request")
                .getConstructor(String.class)
                .newInstance(text);
    }

    private Object execute(String text) throws Exception {
        return execute(transport(), text);
    }

    private Object execute(Object transport, String text) throws Exception {
        Object request = request(text);
        try {
            Object response = transport
                    .getClass()
                    .getMethod("execute", request.getClass(), String.class)
                    .invoke(transport, request, "options");
            return response.getClass().getMethod("text").invoke(response);
        } catch (InvocationTargetException wrapped) {
            throw (Exception) wrapped.getCause();
        }
    }

    private Object call(String method) throws Exception {
        Object transport = transport();
        return transport.getClass().getMethod(method, String.class).invoke(transport, "as it was");
    }
}
