// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.weaving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parsimony.exchange.Log;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class JointsTest {
    private static final String ADVICE = "dev.parsimony.weaving.advice.DisturbedAdvice";

    private final List<ClassLoader> gates = new ArrayList<>();
    private final Edges edges = new Edges(Log.silent());
    private final Joints joints = new Joints(
            JointsTest.class.getClassLoader(),
            loader -> {
                gates.add(loader);
                return null;
            },
            edges);

    @Test
    void makesOneLoaderForEachApplicationAndInstrumentation() {
        Village.Loader one = new Village.Loader();
        Village.Loader other = new Village.Loader();
        Acme acme = new Acme();
        JointLoader first = joints.of(acme, one);

        assertThat(joints.of(acme, one)).isSameAs(first);
        assertThat(joints.of(acme, other)).isNotSameAs(first);
        assertThat(gates).containsExactly(one, other);
    }

    @Test
    void servesTheBootLoaderToo() {
        assertThat(joints.of(new Acme(), null).joint().application()).isNull();
    }

    @Test
    void leavesTheGateToTheCallerWhereTheClassIsTheJvmsOwn() {
        Acme acme = new Acme();

        assertThat(joints.of(acme, null).joint().gate()).isInstanceOf(CallersGate.class);
        assertThat(joints.of(acme, ClassLoader.getPlatformClassLoader()).joint().gate())
                .isInstanceOf(CallersGate.class);
        assertThat(joints.of(acme, new Village.Loader()).joint().gate()).isNull();
    }

    @Test
    void definesAdviceAnewBesideEveryCopyOfTheSdk() throws Exception {
        Class<?> one = joints.of(new Acme(), new Village.Loader()).loadClass(ADVICE);
        Class<?> other = joints.of(new Acme(), new Village.Loader()).loadClass(ADVICE);

        assertThat(one).isNotSameAs(other);
        assertThat(Joint.of(one).instrumentation()).isInstanceOf(Acme.class);
    }

    @Test
    void takesTheSdkFromTheApplicationAndTheRestOfOursFromTheAgent() throws Exception {
        Village.Loader application = new Village.Loader();
        JointLoader loader = joints.of(new Acme(), application);

        assertThat(loader.loadClass(Acme.TRANSPORT)).isSameAs(application.loadClass(Acme.TRANSPORT));
        assertThat(loader.loadClass(Edges.class.getName())).isSameAs(Edges.class);
        assertThat(loader.loadClass("java.lang.String")).isSameAs(String.class);
        assertThatThrownBy(() -> loader.loadClass("com.acme.Gone")).isInstanceOf(ClassNotFoundException.class);
    }

    @Test
    void letsAnApplicationGoThatIsUndeployed() throws Exception {
        WeakReference<ClassLoader> application = deployAndForget();

        while (application.get() != null) {
            System.gc();
        }

        assertThat(application.get()).isNull();
    }

    private WeakReference<ClassLoader> deployAndForget() throws Exception {
        Village.Loader application = new Village.Loader();
        Object transport =
                application.loadClass(Acme.TRANSPORT).getConstructor().newInstance();
        transport.getClass().getMethod("disturbed", String.class).invoke(transport, "linked");
        joints.of(new Acme(), application).loadClass(ADVICE);
        gates.clear();
        return new WeakReference<>(application);
    }
}
