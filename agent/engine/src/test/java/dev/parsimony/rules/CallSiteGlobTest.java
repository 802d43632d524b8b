// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CallSiteGlobTest {
    @ParameterizedTest
    @CsvSource({
        "com.acme.Triage.classify, com.acme.Triage.classify, true",
        "com.acme.Triage.classify, com.acme.Triage.classifyAll, false",
        "com.acme.Triage.*, com.acme.Triage.classify, true",
        "com.acme.*, com.acme.Triage.classify, false",
        "com.acme.Tri*.cl*fy, com.acme.Triage.classify, true",
        "com.acme.**, com.acme.Triage.classify, true",
        "com.acme.**, com.acme, true",
        "com.acme.**, com.acmecorp.Triage.classify, false",
        "**.classify, com.acme.Triage.classify, true",
        "**.classify, classify, true",
        "com.**.classify, com.acme.support.Triage.classify, true",
        "com.**.support.**.classify, com.acme.Triage.classify, false",
        "com.**.support.**.classify, com.acme.support.Triage.classify, true",
        "**, com.acme.Triage.classify, true",
        "com.**.a.**.b, com.a.a.b.a, false"
    })
    void oneStarStaysWithinASegmentAndTwoSpanAnyNumber(String glob, String site, boolean fits) {
        assertThat(CallSiteGlob.of(glob).matches(site)).isEqualTo(fits);
    }

    @Test
    void nothingFitsACallSiteThatIsNotKnown() {
        assertThat(CallSiteGlob.of("**").matches("")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "com..acme", ".com", "com.", "com acme", "com.**Triage", "com.***"})
    void refusesWhatCannotBeMeant(String glob) {
        assertThatIllegalArgumentException().isThrownBy(() -> CallSiteGlob.of(glob));
    }

    @ParameterizedTest
    @CsvSource({
        "**, com.acme.**, true",
        "com.**, com.acme.**, true",
        "com.acme.**, com.**, false",
        "com.acme.**, com.acme.Triage.classify, true",
        "com.acme.*, com.acme.**, false",
        "com.*.**, com.**, false",
        "com.acme.**, com.acme.**.classify, true",
        "**.classify, com.**, false"
    })
    void knowsWhichPatternsItEncloses(String wide, String narrow, boolean encloses) {
        assertThat(CallSiteGlob.of(wide).encloses(CallSiteGlob.of(narrow))).isEqualTo(encloses);
    }

    @Test
    void printsItselfAsWritten() {
        assertThat(CallSiteGlob.of("com.*.**.run")).hasToString("com.*.**.run");
    }
}
