// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.premain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StartupChecksTest {
    @ParameterizedTest
    @ValueSource(strings = {"1.7", "1.8", "9", "11", "16"})
    void sendsAnOldJvmAwayWithOneLineThatNamesBothVersions(String specification) {
        assertThat(StartupChecks.tooOld(specification))
                .hasToString("needs Java 17 or newer; this is Java " + specification);
    }

    @ParameterizedTest
    @ValueSource(strings = {"17", "21", "25", "100"})
    void letsEveryNewerJvmIn(String specification) {
        assertThat(StartupChecks.tooOld(specification)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "seventeen", "1."})
    void countsAnUnreadableVersionAsTooOld(String specification) {
        assertThat(StartupChecks.tooOld(specification)).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"false", "FALSE", "off"})
    void saysNothingWhenSwitchedOff(String value) {
        assertThat(StartupChecks.switchedOff(value, null)).isSameAs(Objection.SILENT);
        assertThat(StartupChecks.switchedOff(null, value)).isSameAs(Objection.SILENT);
    }

    @Test
    void lettingThePropertyWinOverTheEnvironmentStartsTheAgent() {
        assertThat(StartupChecks.switchedOff("true", "false")).isNull();
        assertThat(StartupChecks.switchedOff(null, null)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"java\0-XX:AOTMode=record\0-jar\0shop.jar", "-Xmx1g -XX:AOTCacheOutput=shop.aot"})
    void standsAsideWhileAnAotCacheIsRecorded(String options) {
        assertThat(StartupChecks.recording("", null, options))
                .hasToString("does not run while Java records an AOT cache; it runs with the cache");
    }

    @Test
    void runsWithAnAotCache() {
        assertThat(StartupChecks.recording("java\0-XX:AOTCache=shop.aot\0-XX:AOTMode=on\0-jar\0shop.jar", null, ""))
                .isNull();
    }

    @Test
    void runsWithoutASecurityManager() {
        assertThat(StartupChecks.securityManager()).isNull();
    }

    @Test
    void staysOutOfItsOwnCommandLine(@TempDir Path directory) throws IOException {
        File jar = Files.createFile(directory.resolve("parsimony agent.jar")).toFile();

        assertThat(ownCommandLine(jar + " price gpt-4o --input 3", jar)).isSameAs(Objection.SILENT);
        assertThat(ownCommandLine("dev.parsimony.premain.Main prices", jar)).isSameAs(Objection.SILENT);
    }

    @Test
    void recognisesItsOwnCommandLineByARelativePath(@TempDir Path directory) throws IOException {
        File jar = Files.createFile(directory.resolve("parsimony-agent.jar")).toFile();
        String roundabout = directory + "/../" + directory.getFileName() + "/parsimony-agent.jar";

        assertThat(ownCommandLine(roundabout + " version", jar)).isSameAs(Objection.SILENT);
    }

    @Test
    void watchesAnApplicationThatOnlyMentionsTheAgent(@TempDir Path directory) throws IOException {
        File jar = Files.createFile(directory.resolve("parsimony-agent.jar")).toFile();

        assertThat(ownCommandLine("com.acme.Main " + jar, jar)).isNull();
        assertThat(ownCommandLine("/elsewhere/parsimony-agent.jar", jar)).isNull();
        assertThat(ownCommandLine(null, jar)).isNull();
    }

    @Test
    void refusesToStartFromAJarThatSwallowedTheAgent(@TempDir Path directory) throws IOException {
        Path uberJar = Jars.write(directory.resolve("shop.jar"), "com.acme.Shop");

        assertThat(StartupChecks.swallowed(new AgentJar(uberJar.toFile())))
                .asString()
                .contains(uberJar.toString(), "leave the agent out of the application's own jar");
    }

    @Test
    void startsFromTheJarWhoseManifestNamesIt(@TempDir Path directory) throws IOException {
        Path own = Jars.write(directory.resolve("agent.jar"), Premain.class.getName());

        assertThat(StartupChecks.swallowed(new AgentJar(own.toFile()))).isNull();
    }

    @Test
    void knowsItsOwnMainClassByName() {
        assertThat(StartupChecks.MAIN).isEqualTo(Main.class.getName());
    }

    private static @Nullable Objection ownCommandLine(@Nullable String command, File jar) {
        return StartupChecks.ownCommandLine(command, jar);
    }
}
