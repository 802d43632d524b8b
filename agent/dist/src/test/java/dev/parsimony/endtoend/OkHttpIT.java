// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.caller.Kind;
import com.acme.caller.OkHttpPost;
import dev.parsimony.testkit.OtlpReceiver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls written by hand over OkHttp, without any SDK: each way of making them, with and without a stream. */
class OkHttpIT extends HandWrittenCalls {
    /** In three ways, the streams in a fourth too. */
    OkHttpIT() {
        super(OkHttpPost.class, 2 * (3 * TO_MODELS + 2));
    }

    @ParameterizedTest
    @MethodSource("dev.parsimony.endtoend.OkHttpVersion#all")
    void sendsTheVerySameBytesWhereItObserves(OkHttpVersion version) {
        checkThatNothingIsChanged(() -> version.at(simulator), "mode: observe\n" + CAP);
    }

    @ParameterizedTest
    @ValueSource(strings = {"kill_switch: on\n" + CAP, "prompt_cache: {mode: off}\nstream_usage: off\n"})
    void sendsTheVerySameBytesWhereNothingIsToBeChanged(String settings) {
        checkThatNothingIsChanged(() -> OkHttpVersion.USUAL.at(simulator), settings);
    }

    @ParameterizedTest
    @MethodSource("dev.parsimony.endtoend.OkHttpVersion#all")
    void givesTheStoredAnswerByteForByteWithoutAnotherCall(OkHttpVersion version) {
        checkThatTheFirstWayStoresForAll(version.at(simulator));
    }

    @ParameterizedTest
    @MethodSource("dev.parsimony.endtoend.OkHttpVersion#all")
    void sendsTheCapThatARuleAsksForWhicheverWayACallIsMade(OkHttpVersion version) {
        checkThatAllAreCapped(version.at(simulator));
    }

    @Test
    void sendsAgainAsWrittenWhatTheProviderRefuses() {
        checkThatWhatIsRefusedGoesOutAsWritten(() -> Application.at(simulator));
    }

    @Test
    void leavesToAnSdkWhatTheSdkSends() {
        try (OtlpReceiver collector = OtlpReceiver.start()) {
            Kind[] kinds = {
                Kind.OPENAI_CHAT, Kind.OPENAI_CHAT_ASYNC, Kind.OPENAI_CHAT_STREAM, Kind.ANTHROPIC_MESSAGE_ASYNC
            };
            Application.at(simulator)
                    .withAgent("debug: on\n")
                    .tellingTo(collector.endpoint())
                    .call(kinds);

            assertThat(collector.spans()).hasSize(kinds.length);
        }
    }
}
