// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.doors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import net.bytebuddy.agent.ByteBuddyAgent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DoorwayTest {
    private static final String NAME = Shop.class.getName();
    private static final String OWNER = NAME.replace('.', '/');
    private static final String ORDER = Order.class.getName().replace('.', '/');

    private final List<Object> seen = new ArrayList<>();
    private final Consumer<Object> lookout = seen::add;
    private final Order order = Order.of("POST", "/lamps");
    private Dispatcher dispatcher;

    @BeforeEach
    void lookOut() throws Exception {
        dispatcher = Dispatcher.install(ByteBuddyAgent.install());
        dispatcher.lookOut(lookout);
    }

    @AfterEach
    void lookAway() {
        dispatcher.lookAway(lookout);
    }

    @ParameterizedTest
    @ValueSource(strings = {"loops", "catches", "makes", "hesitates"})
    void knocksAndThenDoesWhatTheMethodDoes(String method) throws Exception {
        Object asItWas = Shop.class.getMethod(method, Order.class).invoke(shop(Shop.class), order);
        Class<?> changed = changed(method);

        assertThat(changed.getMethod(method, Order.class).invoke(shop(changed), order))
                .isEqualTo(asItWas);
        assertThat(seen).containsExactly(order);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 1_000_000})
    void keepsTheTablesOfASwitchWhereTheyAre(int which) throws Exception {
        Method asItWas = Shop.class.getMethod("chooses", long.class, Order.class, int.class);
        Class<?> changed = changed("chooses");

        assertThat(changed.getMethod("chooses", long.class, Order.class, int.class)
                        .invoke(shop(changed), 7, order, which))
                .isEqualTo(asItWas.invoke(shop(Shop.class), 7, order, which));
        assertThat(seen).containsExactly(order);
    }

    @Test
    void knocksForAMethodWithoutThis() throws Exception {
        assertThat(changed("stands").getMethod("stands", Order.class).invoke(null, order))
                .isEqualTo("/lamps");
        assertThat(seen).containsExactly(order);
    }

    @Test
    void staysSilentWhereNobodyLooksOut() throws Exception {
        lookAway();
        Class<?> changed = changed("makes");

        assertThat(changed.getMethod("makes", Order.class).invoke(shop(changed), order))
                .isEqualTo("long!");
        assertThat(seen).isEmpty();
    }

    @Test
    void lettsARequestThroughThatTheLookoutChokesOn() throws Exception {
        lookAway();
        Consumer<Object> choking = request -> {
            throw new StackOverflowError();
        };
        dispatcher.lookOut(choking);
        try {
            Class<?> changed = changed("makes");
            assertThat(changed.getMethod("makes", Order.class).invoke(shop(changed), order))
                    .isEqualTo("long!");
        } finally {
            dispatcher.lookAway(choking);
        }
    }

    @Test
    void tellsLinesOfTheSourceAsBefore() throws Exception {
        Class<?> changed = changed("catches");
        Method method = changed.getMethod("catches", Order.class);

        StackTraceElement before = line(Shop.class.getMethod("catches", Order.class), shop(Shop.class));

        assertThat(line(method, shop(changed)).getLineNumber()).isEqualTo(before.getLineNumber());
    }

    private static StackTraceElement line(Method method, Object shop) {
        try {
            method.invoke(shop, new Object[] {null});
            throw new AssertionError("returned");
        } catch (ReflectiveOperationException wrapped) {
            return wrapped.getCause().getStackTrace()[0];
        }
    }

    @Test
    void changesNothingWhereThereIsNoSuchMethod() throws Exception {
        assertThat(Doorway.in(classFile(), doors("closes"))).isNull();
        assertThat(Doorway.in(classFile(), doors("far"))).isNull();
        assertThat(Doorway.in(classFile(), List.of())).isNull();
    }

    @Test
    void refusesWhatIsNoClassFile() {
        assertThatThrownBy(() -> Doorway.in(new byte[] {1, 2, 3}, doors("loops")))
                .isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> Doorway.in(Arrays.copyOf(classFile(), 500), doors("loops")))
                .isInstanceOf(RuntimeException.class);
    }

    private static List<Door> doors(String method) {
        return List.of(Door.of(OWNER + " door " + method + " " + ORDER + " method place.path"));
    }

    /** The class with a door, defined anew; the JVM verifies it. */
    private static Class<?> changed(String method) throws Exception {
        byte[] changed = Objects.requireNonNull(Doorway.in(classFile(), doors(method)));
        return new ClassLoader(Shop.class.getClassLoader()) {
            Class<?> define() {
                return defineClass(NAME, changed, 0, changed.length);
            }
        }.define();
    }

    private static Object shop(Class<?> type) throws Exception {
        return type.getDeclaredConstructor().newInstance();
    }

    private static byte[] classFile() throws IOException {
        try (InputStream in = Objects.requireNonNull(Shop.class.getResourceAsStream("Shop.class"))) {
            return in.readAllBytes();
        }
    }
}
