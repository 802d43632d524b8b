// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.wiring;

import dev.parsimony.exchange.Log;
import java.lang.management.ManagementFactory;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.management.JMException;
import javax.management.ObjectName;

/** The switch that makes every call pass through untouched and unseen, thrown by hand through JMX. */
final class KillSwitch implements KillSwitchMBean {
    private static final String NAME = "dev.parsimony:type=KillSwitch";

    private final AtomicBoolean on = new AtomicBoolean();

    /** Shows it in JMX; a JVM that has none goes without. */
    void register(Log log) {
        try {
            ManagementFactory.getPlatformMBeanServer().registerMBean(this, new ObjectName(NAME));
        } catch (JMException | RuntimeException | LinkageError unavailable) {
            log.warn("kill switch", "the kill switch is not in JMX, the settings still have it: " + unavailable);
        }
    }

    @Override
    public boolean isOn() {
        return on.get();
    }

    @Override
    public void turnOn() {
        on.set(true);
    }

    @Override
    public void turnOff() {
        on.set(false);
    }

    @Override
    public String toString() {
        return "kill switch " + (on.get() ? "on" : "off");
    }
}
