// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parsimony.exchange.Address;
import dev.parsimony.exchange.Client;
import dev.parsimony.exchange.Digest;
import dev.parsimony.exchange.Headers;
import dev.parsimony.exchange.Pepper;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CredentialsTest {
    private static final Client SILENT = new Client("openai-java", 7, () -> null);
    private static final Address HOME = new Address("https", "api.openai.com", -1);
    private static final Address ELSEWHERE = new Address("https", "llm.corp.example", -1);
    private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");
    private static final long SOON = NOW.plusSeconds(600).getEpochSecond();

    private final AtomicLong nanos = new AtomicLong();
    private final Credentials credentials =
            new Credentials(Pepper.of(new Random(1)), () -> NOW.plusNanos(nanos.get()), nanos::get);

    @Test
    void tellsApiKeysApart() {
        assertThat(of("authorization", "Bearer sk-one")).isNotEqualTo(of("authorization", "Bearer sk-two"));
    }

    @Test
    void readsTheKeyWhateverTheCaseOfItsScheme() {
        assertThat(of("authorization", "bearer sk-one")).isEqualTo(of("Authorization", "Bearer sk-one"));
    }

    @Test
    void takesAzuresOwnHeaderAsAKey() {
        assertThat(of("api-key", "one")).isNotEqualTo(of("api-key", "two"));
    }

    @Test
    void tellsSubscriptionsApartThatShareAPlaceholderForAKey() {
        assertThat(of(Map.of("authorization", "Bearer EMPTY", "Ocp-Apim-Subscription-Key", "alice")))
                .isNotEqualTo(of(Map.of("authorization", "Bearer EMPTY", "Ocp-Apim-Subscription-Key", "bob")))
                .isNotEqualTo(of(Map.of("authorization", "Bearer EMPTY")));
    }

    @Test
    void knowsTheAccountWhateverTheCallIsNamed() {
        assertThat(of(Map.of("authorization", "Bearer sk", "Idempotency-Key", "1")))
                .isEqualTo(of(Map.of("authorization", "Bearer sk", "Idempotency-Key", "2")));
    }

    @Test
    void knowsARenewedTokenOfTheSameHolderOnceBothWereAccepted() {
        String monday = bearer("{\"iss\":\"login\",\"sub\":\"desk\",\"azp\":\"app\",\"exp\":" + SOON + "}");
        String tuesday = bearer("{\"iss\":\"login\",\"sub\":\"desk\",\"azp\":\"app\",\"exp\":" + (SOON + 1) + "}");
        accept(monday, HOME);

        assertThat(of("authorization", tuesday)).isNotEqualTo(of("authorization", monday));
        accept(tuesday, HOME);
        assertThat(of("authorization", tuesday)).isEqualTo(of("authorization", monday));
    }

    @Test
    void doesNotBelieveATokenThatAnotherPlaceAccepted() {
        String token = bearer("{\"iss\":\"login\",\"sub\":\"desk\",\"exp\":" + SOON + "}");
        Digest before = of("authorization", token);
        accept(token, ELSEWHERE);

        assertThat(of("authorization", token)).isEqualTo(before);
    }

    @Test
    void doesNotBelieveATokenThatHasExpired() {
        String token = bearer("{\"iss\":\"login\",\"sub\":\"desk\",\"exp\":" + SOON + "}");
        Digest unbelieved = of("authorization", token);
        accept(token, HOME);
        Digest believed = of("authorization", token);
        later(Duration.ofMinutes(11));

        assertThat(of("authorization", token)).isEqualTo(unbelieved).isNotEqualTo(believed);
    }

    @Test
    void forgetsAfterAnHourWhatATokenWithoutExpirySaid() {
        String token = bearer("{\"iss\":\"login\",\"sub\":\"desk\"}");
        Digest unbelieved = of("authorization", token);
        accept(token, HOME);
        later(Duration.ofMinutes(61));

        assertThat(of("authorization", token)).isEqualTo(unbelieved);
    }

    @Test
    void tellsHoldersOfTokensApart() {
        String desk = bearer("{\"iss\":\"login\",\"sub\":\"desk\"}");
        String shop = bearer("{\"iss\":\"login\",\"sub\":\"shop\"}");
        accept(desk, HOME);
        accept(shop, HOME);

        assertThat(of("authorization", desk)).isNotEqualTo(of("authorization", shop));
    }

    @Test
    void takesATokenWithoutHolderAsAKey() {
        String one = bearer("{\"exp\":" + SOON + "}");
        String two = bearer("{\"exp\":" + (SOON + 1) + "}");
        accept(one, HOME);
        accept(two, HOME);

        assertThat(of("authorization", one)).isNotEqualTo(of("authorization", two));
    }

    @Test
    void takesWhatOnlyLooksLikeATokenAsAKey() {
        accept("Bearer ey.%%%.x", HOME);

        assertThat(of("authorization", "Bearer ey.%%%.x")).isNotEqualTo(of("authorization", "Bearer ey.%%%.y"));
    }

    @Test
    void asksTheClientWhereTheRequestCarriesNothing() {
        Client holder = new Client("anthropic-java", 1, () -> "sk-ant");
        Client child = new Client("anthropic-java", 2, () -> "sk-ant");

        assertThat(credentials.of(Headers.none(), holder, HOME)).isEqualTo(credentials.of(Headers.none(), child, HOME));
    }

    @Test
    void keepsClientsApartThatShowNothing() {
        assertThat(credentials.of(Headers.none(), SILENT, HOME))
                .isNotEqualTo(credentials.of(Headers.none(), new Client("openai-java", 8, () -> null), HOME));
    }

    @Test
    void keepsClientsApartWhoseRequestsNameAnAccountAndNoKey() {
        Headers project = headers(Map.of("OpenAI-Project", "lamps")); // the key may be put on below us

        assertThat(credentials.of(project, SILENT, HOME))
                .isNotEqualTo(credentials.of(project, new Client("apache", 8, () -> null), HOME));
    }

    private Digest of(String header, String value) {
        return of(Map.of(header, value));
    }

    private Digest of(Map<String, String> headers) {
        return credentials.of(headers(headers), SILENT, HOME);
    }

    private void accept(String bearer, Address address) {
        credentials.accepted(headers(Map.of("Authorization", bearer)), address);
    }

    private void later(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    private static Headers headers(Map<String, String> values) {
        return Headers.of(values.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> List.of(entry.getValue()))));
    }

    private static String bearer(String claims) {
        Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
        return "Bearer " + base64.encodeToString("{\"alg\":\"none\"}".getBytes(StandardCharsets.UTF_8)) + "."
                + base64.encodeToString(claims.getBytes(StandardCharsets.UTF_8)) + ".signature";
    }
}
