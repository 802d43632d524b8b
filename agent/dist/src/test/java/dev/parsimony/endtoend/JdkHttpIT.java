// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.endtoend;

import com.acme.caller.JdkPost;
import dev.parsimony.testkit.Jdk;
import dev.parsimony.testkit.Variants;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Calls written by hand over the JDK's own client: each way of making them, with and without a stream. */
class JdkHttpIT extends HandWrittenCalls {
    /** In five ways, the streams in a sixth too. */
    JdkHttpIT() {
        super(JdkPost.class, 2 * (5 * TO_MODELS + 2));
    }

    static Stream<Jdk> jdks() {
        return Variants.of(Stream.of(Jdk.current()), Jdk.newer().stream());
    }

    static Stream<Jdk> currentAndNewest() {
        return Stream.of(Jdk.current(), Jdk.newest()).distinct();
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void sendsTheVerySameBytesWhereItObserves(Jdk jdk) {
        checkThatNothingIsChanged(() -> at(jdk), "mode: observe\n" + CAP);
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void givesTheStoredAnswerByteForByteWithoutAnotherCall(Jdk jdk) {
        checkThatTheFirstWayStoresForAll(at(jdk));
    }

    @ParameterizedTest
    @MethodSource("currentAndNewest")
    void givesTheStoredAnswerForOneThatCameOverHttp2(Jdk jdk, @TempDir Path directory) throws Exception {
        try (Http2Relay relay = Http2Relay.to(simulator, directory)) {
            checkThatTheFirstWayStoresForAll(relay.before(at(jdk)));
        }
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void sendsTheCapThatARuleAsksForWhicheverWayACallIsMade(Jdk jdk) {
        checkThatAllAreCapped(at(jdk));
    }

    @Test
    void sendsAgainAsWrittenWhatTheProviderRefuses() {
        checkThatWhatIsRefusedGoesOutAsWritten(() -> Application.at(simulator));
    }

    private Application at(Jdk jdk) {
        return Application.at(simulator, new Surroundings(jdk, Surroundings.Sdks.NEWEST));
    }
}
