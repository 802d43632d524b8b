// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.telemetry.jul;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parsimony.exchange.Log;
import dev.parsimony.telemetry.RecordedLog;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LoggerTest {
    private final RecordedLog log = new RecordedLog();

    @BeforeEach
    void listen() {
        Logger.listen(log);
    }

    @AfterEach
    void stop() {
        Logger.listen(Log.silent());
    }

    @Test
    void saysAWarningOnceAndThenOnlyToWhoDebugs() {
        Logger logger = Logger.getLogger("library");
        logger.warning("full");
        logger.warning("full");
        logger.severe("broken");
        assertThat(log.warned).containsExactly("telemetry: full", "telemetry: broken");
        assertThat(log.debugged).containsExactly("library: full");
    }

    @Test
    void takesAnotherCountForTheSameMessage() {
        Logger logger = Logger.getLogger("library");
        logger.warning("dropped 12 spans");
        logger.warning("dropped 7 spans");
        assertThat(log.warned).containsExactly("telemetry: dropped 12 spans");
    }

    @Test
    void remembersAHundredMessagesAndSaysNoMore() {
        Logger logger = Logger.getLogger("library");
        for (int i = 0; i < 150; i++) {
            logger.warning("message " + "x".repeat(i));
        }
        assertThat(log.warned).hasSize(100);
    }

    @Test
    void leavesAnExportersFailuresToTheCollectorsOwnLine() {
        Logger.getLogger("io.opentelemetry.exporter.internal.http.HttpExporter").severe("refused");
        assertThat(log.warned).isEmpty();
        assertThat(log.debugged).hasSize(1);
    }

    @Test
    void saysWhatIsNoWarningOnlyToWhoDebugs() {
        Logger logger = Logger.getLogger("library");
        logger.info("started");
        logger.log(Level.FINE, "{0} things", 3);
        assertThat(log.warned).isEmpty();
        assertThat(log.debugged).containsExactly("library: started", "library: 3 things");
    }

    @Test
    void saysNothingOfTheSmallestSteps() {
        Logger logger = Logger.getLogger("library");
        logger.log(Level.FINEST, "step");
        assertThat(logger.isLoggable(Level.FINER)).isFalse();
        assertThat(log.debugged).isEmpty();
    }

    @Test
    void hasTheLevelsOfJavaUtilLogging() {
        assertThat(Stream.of(Level.values()).map(Level::name))
                .allSatisfy(
                        name -> assertThat(java.util.logging.Level.parse(name).getName())
                                .isEqualTo(name));
    }

    @Test
    void mapsTheSystemsLevels() {
        assertThat(Arrays.stream(System.Logger.Level.values()).map(Level::of))
                .containsExactly(
                        Level.FINEST, Level.FINEST, Level.FINE, Level.INFO, Level.WARNING, Level.SEVERE, Level.FINEST);
    }
}
