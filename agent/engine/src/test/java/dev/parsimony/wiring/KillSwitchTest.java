// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parsimony.exchange.Log;
import java.util.List;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.MBeanServerFactory;
import javax.management.ObjectName;
import org.junit.jupiter.api.Test;

class KillSwitchTest {
    private final MBeanServer jmx = MBeanServerFactory.newMBeanServer();
    private final KillSwitch killSwitch = new KillSwitch(() -> List.of(jmx));

    @Test
    void isThrownThroughJmx() throws JMException {
        killSwitch.show(Log.silent());

        jmx.invoke(name(), "turnOn", null, null);
        assertThat(killSwitch.isOn()).isTrue();
        assertThat(jmx.getAttribute(name(), "On")).isEqualTo(true);
        assertThat(killSwitch).hasToString("kill switch on");

        jmx.invoke(name(), "turnOff", null, null);
        assertThat(killSwitch.isOn()).isFalse();
        assertThat(killSwitch).hasToString("kill switch off");
    }

    @Test
    void isShownOnceHoweverOftenItIsLookedFor() throws JMException {
        killSwitch.show(Log.silent());
        killSwitch.show(Log.silent());

        assertThat(jmx.queryNames(new ObjectName("dev.parsimony:*"), null)).containsExactly(name());
    }

    @Test
    void isShownInAServerThatIsMadeLater() throws JMException {
        MBeanServer later = MBeanServerFactory.newMBeanServer();
        KillSwitch waiting = new KillSwitch(() -> List.of(jmx, later));
        killSwitch.show(Log.silent());

        waiting.show(Log.silent());

        assertThat(later.isRegistered(name())).isTrue();
    }

    private static ObjectName name() throws JMException {
        return new ObjectName("dev.parsimony:type=KillSwitch");
    }
}
