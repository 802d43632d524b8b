// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.parsimony.settings.Value.Kind;
import dev.parsimony.settings.Value.Scalar;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantityTest {
    private static Scalar text(String text) {
        return new Scalar(text, Kind.ANY, Place.of("here"));
    }

    private static Scalar number(String text) {
        return new Scalar(text, Kind.NUMBER, Place.of("here"));
    }

    @ParameterizedTest
    @CsvSource({
        "64MiB, 67108864",
        "1 GiB, 1073741824",
        "512KiB, 524288",
        "500kB, 500000",
        "2KB, 2000",
        "1MB, 1000000",
        "3GB, 3000000000",
        "7B, 7",
        "1048576, 1048576",
        "0, 0"
    })
    void readsSizes(String written, long bytes) {
        assertThat(Quantity.bytes(text(written))).isEqualTo(bytes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "MiB", "-1", "1.5MiB", "64mib", "64M", "1 000", "9999999MiB"})
    void refusesWhatIsNoSize(String written) {
        assertThatIllegalArgumentException().isThrownBy(() -> Quantity.bytes(text(written)));
    }

    @ParameterizedTest
    @CsvSource({"500ms, PT0.5S", "30s, PT30S", "10m, PT10M", "2h, PT2H", "7d, PT168H", "0ms, PT0S"})
    void readsTimes(String written, Duration time) {
        assertThat(Quantity.time(text(written))).isEqualTo(time);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "10", "10 m", "m", "-1s", "1.5h", "1w", "PT10M", "10000d"})
    void refusesWhatIsNoTime(String written) {
        assertThatIllegalArgumentException().isThrownBy(() -> Quantity.time(text(written)));
    }

    @ParameterizedTest
    @CsvSource({"0%, 0", "10%, 0.1", "2.5%, 0.025", "100%, 1", "99.999999%, 0.99999999", "7 %, 0.07"})
    void readsShares(String written, double share) {
        assertThat(Quantity.share(text(written))).isEqualTo(share);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "10", "0.1", "101%", "-1%", "100.5%", "%"})
    void refusesWhatIsNoShare(String written) {
        assertThatIllegalArgumentException().isThrownBy(() -> Quantity.share(text(written)));
    }

    @ParameterizedTest
    @CsvSource({"010, 10", "0x1F, 31", "0o17, 15", "+5, 5", "-5, -5", "1e3, 1000", ".5, 0.5", "5., 5"})
    void readsNumbersAsYamlWritesThem(String written, double number) {
        assertThat(Quantity.number(number(written)).doubleValue()).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {".inf", "-.INF", ".nan", "1e99999999999", "0.0000000000000000000000000000001"})
    void refusesNumbersNobodyCanMean(String written) {
        assertThatIllegalArgumentException().isThrownBy(() -> Quantity.number(number(written)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999999999", "-1e999999999", "1e-999999999"})
    void refusesHugeExponentsWithoutWritingThemOut(String written) {
        assertThatIllegalArgumentException().isThrownBy(() -> Form.whole(1, 10).read(number(written)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999999999", "-1"})
    void refusesComparisonsWithNumbersNobodyCanMean(String written) {
        assertThatIllegalArgumentException().isThrownBy(() -> Form.range().read(number(written)));
    }
}
