// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.wiring;

/** The kill switch as JMX shows it, under {@code dev.parsimony:type=KillSwitch}. */
public interface KillSwitchMBean {
    /** Whether it was turned on here; the settings may have turned it on too. */
    boolean isOn();

    /** Lets every call pass through untouched and unseen, from the next one on. */
    void turnOn();

    /** Takes back {@link #turnOn}; what the settings say stands. */
    void turnOff();
}
