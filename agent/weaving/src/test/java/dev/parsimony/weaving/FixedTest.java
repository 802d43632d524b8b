// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.weaving;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parsimony.exchange.Address;
import dev.parsimony.exchange.Call;
import dev.parsimony.exchange.Headers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FixedTest {
    private static final String PATH = "/v1/chat/completions";

    @Test
    void letsAnotherBodyPass() {
        Headers headers = Headers.of(Map.of("Authorization", List.of("Bearer key")));

        assertThatCode(() -> Fixed.check(headers, PATH, call(PATH))).doesNotThrowAnyException();
    }

    @Test
    void keepsTheRequestFromGoingElsewhere() {
        assertThatThrownBy(() -> Fixed.check(Headers.none(), PATH, call("/v1beta/models/other:generateContent")))
                .hasMessageContaining("path");
    }

    @ParameterizedTest
    @CsvSource({
        "Authorization, AWS4-HMAC-SHA256 Credential=AKIA",
        "X-Amz-Content-Sha256, e3b0c442",
        "Content-MD5, 1B2M2Y8A",
        "Digest, SHA-256=abc",
        "Signature, keyId=1"
    })
    void leavesASignedRequestAsItStands(String name, String value) {
        Headers headers = Headers.of(Map.of(name, List.of(value)));

        assertThatThrownBy(() -> Fixed.check(headers, PATH, call(PATH))).hasMessageContaining("signed");
        assertThatThrownBy(() -> Fixed.checkSeals(headers)).hasMessageContaining("signed");
    }

    private static Call call(String path) {
        return new Call("POST", Address.unknown(), path, "", Headers.none(), new byte[] {'{', '}'});
    }
}
