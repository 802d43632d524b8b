// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GooglePathTest {
    @ParameterizedTest
    @CsvSource({
        "/v1beta/models/gemini-2.5-flash:generateContent, gemini-2.5-flash",
        "/models/gemini-2.5-flash:generateContent, gemini-2.5-flash",
        "/v1/projects/p/locations/l/publishers/google/models/gemini-2.5-pro:generateContent, gemini-2.5-pro",
        "/v1beta/tunedModels/mine-7:generateContent, tunedModels/mine-7",
        "/v1/projects/p/locations/l/endpoints/42:generateContent, endpoints/42",
        "/v1/chat/completions, ''",
        "'', ''"
    })
    void namesTheModel(String path, String model) {
        assertThat(new GooglePath(path).model()).isEqualTo(model);
    }

    @Test
    void leadsToAnotherModel() {
        assertThat(new GooglePath("/v1beta/models/gemini-2.5-pro:streamGenerateContent").to("gemini-2.5-flash"))
                .isEqualTo("/v1beta/models/gemini-2.5-flash:streamGenerateContent");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "google/gemini-2.5-pro", "gemini:free", "gemini?alt=json", "../x", "gemini 2"})
    void hasNoRoomForWhatIsNoName(String model) {
        assertThat(new GooglePath("/v1beta/models/a:generateContent").whyNotTo(model))
                .hasValue("no_model_name");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gemini-2.5-pro", "gemini-2.5-pro@002", "gemma_3.27b-it"})
    void hasRoomForAName(String model) {
        assertThat(new GooglePath("/v1beta/models/a:generateContent").whyNotTo(model))
                .isEmpty();
    }

    @Test
    void hasNoRoomWhereNoModelStands() {
        assertThat(new GooglePath("/llm/run").whyNotTo("gemini-2.5-pro")).hasValue("no_model");
    }
}
