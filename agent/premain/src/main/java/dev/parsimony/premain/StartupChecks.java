// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.premain;

import org.jspecify.annotations.Nullable;

/** The questions asked at the door, from the cheapest to the dearest; the first objection decides. */
final class StartupChecks {
    private final StartupCheck[] checks;

    StartupChecks(StartupCheck... checks) {
        this.checks = checks;
    }

    /** What can be asked without knowing our own jar. */
    static StartupChecks beforeOpeningTheJar() {
        return new StartupChecks(
                new SwitchedOffCheck(System.getProperty("parsimony.enabled"), System.getenv("PARSIMONY_ENABLED")),
                new JavaVersionCheck(System.getProperty("java.specification.version")),
                new SecurityManagerCheck());
    }

    /** What is asked of our own jar. */
    static StartupChecks of(AgentJar jar) throws Exception {
        return new StartupChecks(
                new OwnCommandLineCheck(System.getProperty("sun.java.command"), jar.file()),
                new SwallowedJarCheck(jar));
    }

    /** The first objection raised, or null where all are content. */
    @Nullable
    Objection firstObjection() {
        for (StartupCheck check : checks) {
            Objection objection = check.objection();
            if (objection != null) {
                return objection;
            }
        }
        return null;
    }
}
