// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.premain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AgentJarTest {
    @TempDir
    Path directory = Path.of("");

    @Test
    void readsTheNamesOfTheTargetsOneALine() throws IOException {
        AgentJar jar = jar(Map.of("parsimony/targets.txt", Jars.text("com/acme/A\r\n\n  com/acme/B\ncom/acme/C")));

        assertThat(jar.targets()).containsExactlyInAnyOrder("com/acme/A", "com/acme/B", "com/acme/C");
    }

    @Test
    void saysWhichFileLacksTheTargets() throws IOException {
        AgentJar jar = jar(Map.of());

        assertThatThrownBy(jar::targets)
                .isInstanceOf(IOException.class)
                .hasMessage("parsimony/targets.txt is missing in " + jar.file());
    }

    @Test
    void readsEntriesLongerThanOneBuffer() throws IOException {
        byte[] large = new byte[100_000];
        large[99_999] = 7;

        assertThat(jar(Map.of("large", large)).read("large")).isEqualTo(large);
    }

    @Test
    void answersNullForAnEntryItDoesNotHold() throws IOException {
        assertThat(jar(Map.of()).read("nothing")).isNull();
    }

    private AgentJar jar(Map<String, byte[]> entries) throws IOException {
        return new AgentJar(Jars.write(directory.resolve("agent.jar"), Premain.class.getName(), entries)
                .toFile());
    }
}
