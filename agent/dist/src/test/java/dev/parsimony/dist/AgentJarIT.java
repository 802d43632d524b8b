// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.jar.JarEntry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class AgentJarIT {
    private static PackedJar jar;

    @BeforeAll
    static void open() throws IOException {
        jar = PackedJar.agent();
    }

    @AfterAll
    static void close() throws IOException {
        jar.close();
    }

    @Test
    void showsTheApplicationNothingButPremain() {
        assertThat(jar.names())
                .filteredOn(name -> !name.startsWith("META-INF/") && !name.startsWith("inst/"))
                .isNotEmpty()
                .allMatch(name -> name.startsWith("dev/parsimony/premain/") || name.equals("parsimony/targets.txt"));
    }

    @Test
    void hidesEveryOtherClassFromClassPathScanners() {
        assertThat(jar.names()).filteredOn(name -> name.startsWith("inst/")).noneMatch(name -> name.endsWith(".class"));
    }

    @Test
    void loadsOnJava8ToSayThatItStaysOut() {
        assertThat(jar.names())
                .filteredOn(name -> name.endsWith(".class"))
                .isNotEmpty()
                .allSatisfy(name -> assertThat(jar.classFileVersion(name)).isEqualTo(52));
    }

    @Test
    void needsNothingNewerThanJava17() {
        assertThat(jar.names())
                .filteredOn(name -> name.endsWith(".classdata"))
                .isNotEmpty()
                .allSatisfy(name -> assertThat(jar.classFileVersion(name)).isLessThanOrEqualTo(61));
    }

    @Test
    void saysInItsManifestWhatTheJvmAsksOfAnAgent() throws IOException {
        var manifest = jar.manifest();

        assertThat(manifest.getValue("Premain-Class")).isEqualTo("dev.parsimony.premain.Premain");
        assertThat(manifest.getValue("Agent-Class")).isEqualTo("dev.parsimony.premain.Premain");
        assertThat(manifest.getValue("Main-Class")).isEqualTo("dev.parsimony.premain.Main");
        assertThat(manifest.getValue("Can-Retransform-Classes")).isEqualTo("true");
        assertThat(manifest.getValue("Can-Redefine-Classes")).isEqualTo("false");
        assertThat(manifest.getValue("Automatic-Module-Name")).isEqualTo("dev.parsimony.agent");
        assertThat(manifest.getValue("Implementation-Version")).isNotBlank();
    }

    @Test
    void keepsClassDataSharingByLeavingTheBootClassPathAlone() throws IOException {
        assertThat(jar.manifest().getValue("Boot-Class-Path")).isNull();
    }

    @Test
    void saysNothingOfTheMachineThatBuiltIt() throws IOException {
        assertThat(jar.manifest().keySet())
                .map(Object::toString)
                .doesNotContain("Built-By", "Build-Host", "Build-Jdk", "Build-Jdk-Spec", "Created-By", "Build-Time");
        assertThat(jar.files())
                .extracting(JarEntry::getLastModifiedTime)
                .allSatisfy(time -> assertThat(time.toInstant()).isBefore(Instant.parse("2026-11-23T00:00:00Z")));
    }

    @Test
    void needsNoLookUpByVersion() throws IOException {
        assertThat(jar.manifest().getValue("Multi-Release")).isEqualTo("false");
        assertThat(jar.names()).noneMatch(name -> name.contains("META-INF/versions/"));
    }

    @Test
    void putsWhatALibraryHasForJava17InThePlaceOfWhatItHasForOlder() throws IOException {
        String name = "tools/jackson/core/internal/shaded/fdp/FastDoubleSwar.class";
        var jackson = Library.packedInto(jar).stream()
                .filter(library -> library.name().equals("jackson-core"))
                .findFirst()
                .orElseThrow();

        try (var library = new PackedJar(jackson.file())) {
            assertThat(jar.bytes("inst/" + name + "data"))
                    .isEqualTo(library.bytes("META-INF/versions/17/" + name))
                    .isNotEqualTo(library.bytes(name));
        }
    }

    @Test
    void bringsNeitherModulesNorSignatures() {
        assertThat(jar.names())
                .noneMatch(name -> name.contains("module-info."))
                .noneMatch(name -> name.matches(".*META-INF/[^/]*\\.(SF|DSA|RSA|EC)"));
    }

    @Test
    void bringsNoHttpClientOfItsOwnAndNothingOfTheSdks() {
        assertThat(jar.names())
                .noneMatch(name -> name.matches("inst/(okhttp3|okio|kotlin|kotlinx|com/openai|com/anthropic)/.*"));
    }

    @Test
    void bringsNothingThatServesTestsOnly() {
        assertThat(jar.names())
                .noneMatch(name -> name.startsWith("inst/dev/parsimony/simulator/http/"))
                .noneMatch(name -> name.startsWith("inst/dev/parsimony/testkit/"))
                .noneMatch(name -> name.matches("inst/(org/junit|org/assertj|com/tngtech)/.*"));
    }
}
