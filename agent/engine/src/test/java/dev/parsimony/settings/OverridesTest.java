// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parsimony.exchange.Plan;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OverridesTest {
    @Test
    void aPropertyWinsOverAVariableAndBothOverTheFile() {
        Map<String, String> property = Map.of("parsimony.log.to", "property");
        Map<String, String> variable = Map.of("PARSIMONY_LOG_TO", "variable");
        String file = "log: {to: file}";
        assertThat(Written.file(property, variable, file).settings().log().to()).isEqualTo("property");
        assertThat(Written.file(Map.of(), variable, file).settings().log().to()).isEqualTo("variable");
        assertThat(Written.file(Map.of(), Map.of(), file).settings().log().to()).isEqualTo("file");
    }

    @Test
    void theyWorkWithoutAFile() {
        Loaded loaded = Written.noFile(
                Map.of("parsimony.mode", "observe", "parsimony.prompt-cache.mode", "off"),
                Map.of("PARSIMONY_RESPONSE_CACHE_MAX_BYTES", "1048576", "PARSIMONY_DEBUG", "true"));
        assertThat(loaded.problems()).isEmpty();
        assertThat(loaded.settings().observe()).isTrue();
        assertThat(loaded.settings().promptCache().mode()).isEqualTo(Plan.Marking.OFF);
        assertThat(loaded.settings().responseCache().maxBytes()).isEqualTo(1 << 20);
        assertThat(loaded.settings().debug()).isTrue();
    }

    @Test
    void theKillSwitchIsOnIfAnySourceSaysOn() {
        Map<String, String> off = Map.of("parsimony.kill_switch", "off");
        assertThat(Written.file(off, Map.of("PARSIMONY_KILL_SWITCH", "on"), "kill_switch: off")
                        .settings()
                        .killSwitch())
                .isTrue();
        assertThat(Written.file(off, Map.of(), "kill_switch: on").settings().killSwitch())
                .isTrue();
        assertThat(Written.file(off, Map.of(), "kill_switch: off").settings().killSwitch())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"on", "ON", "true", "True", "TRUE", "1"})
    void theKillSwitchIsThrownInWhicheverWayShellsWriteOn(String on) {
        assertThat(Written.noFile(Map.of(), Map.of("PARSIMONY_KILL_SWITCH", on))
                        .settings()
                        .killSwitch())
                .isTrue();
        assertThat(Written.noFile(Map.of("parsimony.kill-switch", on), Map.of())
                        .settings()
                        .killSwitch())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"off", "OFF", "false", "False", "FALSE", "0"})
    void theKillSwitchStaysOffInWhicheverWayShellsWriteIt(String off) {
        Loaded loaded = Written.noFile(Map.of(), Map.of("PARSIMONY_KILL_SWITCH", off));
        assertThat(loaded.problems()).isEmpty();
        assertThat(loaded.settings().killSwitch()).isFalse();
    }

    @Test
    void namingASwitchAsAPropertyIsEnoughToThrowIt() {
        Loaded loaded = Written.noFile(Map.of("parsimony.kill_switch", ""), Map.of());
        assertThat(loaded.problems()).isEmpty();
        assertThat(loaded.settings().killSwitch()).isTrue();
    }

    @Test
    void aPropertyThatIsNoSwitchNeedsAValue() {
        assertThat(Written.problems(Written.noFile(Map.of("parsimony.mode", "", "parsimony.log.to", ""), Map.of())))
                .containsExactlyInAnyOrder(
                        "-Dparsimony.mode: mode: must be observe or optimize.",
                        "-Dparsimony.log.to: log.to: must not be empty");
    }

    @Test
    void anEmptyReferenceThrowsNoSwitch() {
        assertThat(Written.file("kill_switch: ${env:NOT_SET:-}").settings().killSwitch())
                .isFalse();
    }

    @Test
    void namesThatKubernetesInventsAreLikeNoneOfOurs() {
        Loaded loaded = Written.noFile(
                Map.of(),
                Map.of(
                        "PARSIMONY_PORT", "tcp://10.0.0.1:80",
                        "PARSIMONY_PORT_80_TCP_ADDR", "10.0.0.1",
                        "PARSIMONY_SERVICE_PORT", "80"));
        assertThat(loaded.isAccepted()).isTrue();
        assertThat(Written.warnings(loaded))
                .hasSize(3)
                .allSatisfy(warning -> assertThat(warning).endsWith(": unknown variable, ignored."));
    }

    @Test
    void anUnknownPropertyIsAMistake() {
        assertThat(Written.problems(Written.noFile(Map.of("parsimony.promt_cache.mode", "off"), Map.of())))
                .containsExactly("-Dparsimony.promt_cache.mode: promt_cache.mode: unknown setting."
                        + " Did you mean \"prompt_cache.mode\"?");
    }

    @Test
    void anUnknownVariableIsOnlyMentioned() {
        Loaded loaded =
                Written.noFile(Map.of(), Map.of("PARSIMONY_SERVICE_HOST", "10.0.0.1", "PARSIMONY_LOG_FORMATT", "json"));
        assertThat(loaded.isAccepted()).isTrue();
        assertThat(Written.warnings(loaded))
                .containsExactly(
                        "PARSIMONY_LOG_FORMATT: unknown variable, ignored. Did you mean \"PARSIMONY_LOG_FORMAT\"?",
                        "PARSIMONY_SERVICE_HOST: unknown variable, ignored.");
    }

    @Test
    void aMistakeInAVariableOrPropertyIsToldByItsName() {
        Loaded loaded = Written.noFile(Map.of("parsimony.mode", "observ"), Map.of("PARSIMONY_CONTROL", "5"));
        assertThat(Written.problems(loaded))
                .containsExactlyInAnyOrder(
                        "-Dparsimony.mode: mode: must be observe or optimize. Did you mean \"observe\"?",
                        "PARSIMONY_CONTROL: control: must be a percentage from 0% to 100%");
    }

    @Test
    void aPriceFileThatIsNotThereIsToldByTheNameOfTheProperty() {
        assertThat(Written.problems(Written.noFile(Map.of("parsimony.pricing.file", "no-such-file"), Map.of())))
                .containsExactly("-Dparsimony.pricing.file: pricing.file: cannot be read: there is no such file");
    }

    @Test
    void aListCannotBeAProperty() {
        assertThat(Written.problems(Written.noFile(Map.of("parsimony.rules", "[]"), Map.of())))
                .containsExactly("-Dparsimony.rules: rules: can only be set in a file: it is not a single value");
    }

    @Test
    void whatIsReadElsewhereOrEmptyOrForeignIsNoMistake() {
        Loaded loaded = Written.noFile(
                Map.of("parsimony.enabled", "true", "parsimony.config", "", "parsimony.x-mine", "1", "other", "2"),
                Map.of("PARSIMONY_ENABLED", "true", "PARSIMONY_MODE", "", "PATH", "/bin"));
        assertThat(loaded.problems()).isEmpty();
        assertThat(loaded.warnings()).isEmpty();
        assertThat(loaded.settings()).isEqualTo(Written.BUILT_IN);
    }

    @Test
    void theFileIsStillCheckedWhereItIsOverridden() {
        assertThat(Written.file(Map.of("parsimony.mode", "observe"), Map.of(), "mode: wrong")
                        .problems())
                .hasSize(1);
    }
}
