// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.endtoend;

import com.acme.caller.ApachePost;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls written by hand over the classic Apache HttpClient. */
class ApacheHttpIT extends HandWrittenCalls {
    private static final String OLDEST = "httpclient-5.1";

    ApacheHttpIT() {
        super(ApachePost.class, 2 * TO_MODELS * ApachePost.values().length);
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
    @ValueSource(strings = {"", OLDEST})
    void givesTheStoredAnswerByteForByteWithoutAnotherCall(String version) {
        checkThatTheFirstWayStoresForAll(at(version));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", OLDEST})
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
