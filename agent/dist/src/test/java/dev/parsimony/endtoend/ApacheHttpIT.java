// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.endtoend;

import com.acme.caller.ApachePost;
import dev.parsimony.testkit.Variants;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls written by hand over the classic Apache HttpClient. */
class ApacheHttpIT extends HandWrittenCalls {
    private static final String OLDEST = "httpclient-5.1";

    ApacheHttpIT() {
        super(ApachePost.class, 2 * TO_MODELS * ApachePost.values().length);
    }

    static Stream<String> versions() {
        return Variants.of(Stream.of(""), Stream.of(OLDEST));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mode: observe\n" + CAP,
                "kill_switch: on\n" + CAP,
                "prompt_cache: {mode: off}\nstream_usage: off\n"
            })
    void sendsTheVerySameBytesWhereNothingIsToBeChanged(String settings) {
        checkThatNothingIsChanged(() -> Application.at(simulator), settings);
    }

    @ParameterizedTest
    @MethodSource("versions")
    void givesTheStoredAnswerByteForByteWithoutAnotherCall(String version) {
        checkThatTheFirstWayStoresForAll(at(version));
    }

    @ParameterizedTest
    @MethodSource("versions")
    void sendsTheCapThatARuleAsksForAndAsWrittenWhatIsRefused(String version) {
        checkThatAllAreCapped(at(version));
        simulator.reset();
        checkThatWhatIsRefusedGoesOutAsWritten(() -> at(version));
    }

    private Application at(String version) {
        Application application = Application.at(simulator);
        return version.isEmpty() ? application : application.withLibraries(version);
    }
}
