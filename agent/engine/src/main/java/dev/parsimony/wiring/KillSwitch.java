// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.wiring;

import java.util.concurrent.atomic.AtomicBoolean;

/** The switch that makes every call pass through untouched and unseen, thrown by hand through JMX. */
final class KillSwitch implements KillSwitchMBean {
    private final AtomicBoolean on = new AtomicBoolean();

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
