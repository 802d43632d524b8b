// SPDX-License-Identifier: Apache-2.0
package com.acme.caller;

import java.lang.management.ManagementFactory;
import java.util.List;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/** An application whose operator throws a switch in JMX between its calls. */
public final class Operator {
    private Operator() {}

    /**
     * Does one thing after the other.
     *
     * @param args the MBean's name, then names of {@link Kind} and of the MBean's operations
     */
    public static void main(String[] args) throws JMException, InterruptedException {
        ObjectName name = new ObjectName(args[0]);
        try (Clients clients = Clients.fromEnvironment()) {
            for (String step : List.of(args).subList(1, args.length)) {
                if (Character.isUpperCase(step.charAt(0))) {
                    System.out.println(Caller.told(Kind.valueOf(step), clients));
                } else {
                    invoke(name, step);
                }
            }
        }
    }

    /** Waits for the MBean, as somebody who looks at a console would. */
    private static void invoke(ObjectName name, String operation) throws JMException, InterruptedException {
        MBeanServer jmx = ManagementFactory.getPlatformMBeanServer();
        while (!jmx.isRegistered(name)) {
            Thread.sleep(20);
        }
        jmx.invoke(name, operation, null, null);
    }
}
