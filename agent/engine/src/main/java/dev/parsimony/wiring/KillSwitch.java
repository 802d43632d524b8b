// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.wiring;

import dev.parsimony.exchange.Log;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import javax.management.InstanceAlreadyExistsException;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/** The switch that makes every call pass through untouched and unseen, thrown by hand through JMX. */
final class KillSwitch implements KillSwitchMBean {
    private static final String NAME = "dev.parsimony:type=KillSwitch";

    private final AtomicBoolean on = new AtomicBoolean();
    private final Supplier<List<MBeanServer>> servers;

    /**
     * A switch that is off.
     *
     * @param servers the MBean servers there are now: {@code MBeanServerFactory.findMBeanServer(null)}. Asking
     *     {@code ManagementFactory} for the platform's would make it, and with it java.util.logging's manager, before an
     *     application server had the chance to name its own.
     */
    KillSwitch(Supplier<List<MBeanServer>> servers) {
        this.servers = servers;
    }

    /** Shows it in every MBean server there is and that does not have it yet; a JVM without JMX goes without. */
    void show(Log log) {
        try {
            ObjectName name = new ObjectName(NAME);
            for (MBeanServer server : servers.get()) {
                show(server, name);
            }
        } catch (JMException | RuntimeException | LinkageError unavailable) {
            log.warn("kill switch", "the kill switch is not in JMX, the settings still have it: " + unavailable);
        }
    }

    private void show(MBeanServer server, ObjectName name) throws JMException {
        try {
            if (!server.isRegistered(name)) {
                server.registerMBean(this, name);
            }
        } catch (InstanceAlreadyExistsException another) {
            return; // which came between the question and the answer, and does as well
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
