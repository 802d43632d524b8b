// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parsimony.exchange.Client;
import dev.parsimony.exchange.Headers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CredentialTest {
    private static final Client SILENT = new Client("openai-java", 7, () -> null);

    @Test
    void tellsApiKeysApart() {
        assertThat(of("authorization", "Bearer sk-one")).isNotEqualTo(of("authorization", "Bearer sk-two"));
    }

    @Test
    void readsTheKeyWhateverTheCaseOfItsScheme() {
        assertThat(of("authorization", "bearer sk-one")).isEqualTo(of("authorization", "Bearer sk-one"));
    }

    @Test
    void takesAzuresOwnHeaderAsAKey() {
        assertThat(of("api-key", "one")).isNotEqualTo(of("api-key", "two"));
    }

    @Test
    void knowsARenewedTokenOfTheSameHolder() {
        String monday = jwt("{\"iss\":\"login\",\"sub\":\"desk\",\"azp\":\"app\",\"exp\":1}");
        String tuesday = jwt("{\"iss\":\"login\",\"sub\":\"desk\",\"azp\":\"app\",\"exp\":2}");

        assertThat(of("authorization", "Bearer " + monday)).isEqualTo(of("authorization", "Bearer " + tuesday));
    }

    @Test
    void tellsHoldersOfTokensApart() {
        String desk = jwt("{\"iss\":\"login\",\"sub\":\"desk\"}");
        String shop = jwt("{\"iss\":\"login\",\"sub\":\"shop\"}");

        assertThat(of("authorization", "Bearer " + desk)).isNotEqualTo(of("authorization", "Bearer " + shop));
    }

    @Test
    void takesATokenWithoutHolderAsAKey() {
        assertThat(of("authorization", "Bearer " + jwt("{\"exp\":1}")))
                .isNotEqualTo(of("authorization", "Bearer " + jwt("{\"exp\":2}")));
    }

    @Test
    void takesWhatOnlyLooksLikeATokenAsAKey() {
        assertThat(of("authorization", "Bearer ey.%%%.x")).isEqualTo("key ey.%%%.x");
    }

    @Test
    void asksTheClientWhereTheRequestCarriesNothing() {
        Client holder = new Client("anthropic-java", 1, () -> "sk-ant");
        Client child = new Client("anthropic-java", 2, () -> "sk-ant");

        assertThat(Credential.of(Headers.none(), holder)).isEqualTo(Credential.of(Headers.none(), child));
    }

    @Test
    void keepsClientsApartThatShowNothing() {
        assertThat(Credential.of(Headers.none(), SILENT))
                .isNotEqualTo(Credential.of(Headers.none(), new Client("openai-java", 8, () -> null)));
    }

    private static String of(String header, String value) {
        Map<String, List<String>> headers = Map.of(header, List.of(value));
        return Credential.of(name -> headers.getOrDefault(name, List.of()), SILENT);
    }

    private static String jwt(String claims) {
        Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
        return base64.encodeToString("{\"alg\":\"none\"}".getBytes(StandardCharsets.UTF_8)) + "."
                + base64.encodeToString(claims.getBytes(StandardCharsets.UTF_8)) + ".signature";
    }
}
