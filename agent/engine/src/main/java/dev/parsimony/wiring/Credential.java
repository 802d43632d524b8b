// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.wiring;

import dev.parsimony.exchange.Client;
import dev.parsimony.exchange.Headers;
import dev.parsimony.exchange.Json;
import dev.parsimony.exchange.Node;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * On whose account a call is made: the API key; for a bearer JWT its issuer, subject and client, since its text changes with
 * every renewal; where the request carries none, what the SDK's client holds; where that cannot be seen either, the client
 * itself.
 */
final class Credential {
    private static final String BEARER = "bearer ";

    private Credential() {}

    /**
     * Reads the credential. What it returns is a secret: it goes into a keyed hash at once and nowhere else.
     *
     * @param headers the request's headers
     * @param client the client that makes the call
     */
    static String of(Headers headers, Client client) {
        return onRequest(headers).or(() -> held(client)).orElseGet(() -> "client " + client);
    }

    private static Optional<String> onRequest(Headers headers) {
        String authorization = headers.first("authorization");
        if (authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return Optional.of(bearer(authorization.substring(BEARER.length()).trim()));
        }
        return Stream.of(authorization, headers.first("api-key"), headers.first("x-api-key"))
                .filter(value -> !value.isEmpty())
                .findFirst()
                .map(key -> "key " + key);
    }

    private static Optional<String> held(Client client) {
        @Nullable String secret = client.secret().read();
        return Optional.ofNullable(secret).map(key -> "key " + key);
    }

    private static String bearer(String token) {
        return claims(token)
                .map(Credential::holder)
                .filter(holder -> !holder.isEmpty())
                .orElse("key " + token);
    }

    private static Optional<Json> claims(String token) {
        String[] parts = token.split("\\.", -1);
        if (parts.length != 3 || !token.startsWith("ey")) {
            return Optional.empty();
        }
        try {
            return Json.read(Base64.getUrlDecoder().decode(parts[1].getBytes(StandardCharsets.US_ASCII)));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    /** Issuer, subject and client as RFC 7519, RFC 8693 (client_id) and Entra ID (azp, appid) name them. */
    private static String holder(Json claims) {
        Node root = claims.root();
        String client = Stream.of("client_id", "azp", "appid")
                .map(name -> root.get(name).raw())
                .filter(value -> !value.isEmpty())
                .findFirst()
                .orElse("");
        boolean anonymous = !root.get("sub").isPresent() && client.isEmpty();
        return anonymous
                ? ""
                : Stream.of("jwt", root.get("iss").raw(), root.get("sub").raw(), client)
                        .collect(Collectors.joining("\n"));
    }
}
