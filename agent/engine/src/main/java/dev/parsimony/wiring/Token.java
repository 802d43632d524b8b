// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.wiring;

import dev.parsimony.exchange.Json;
import dev.parsimony.exchange.Node;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A JSON Web Token, as its bearer presents it: nobody here can tell whether it is genuine.
 *
 * @param holder issuer, subject and client, which stay the same when the token is renewed
 * @param expires when it says it expires; {@link Instant#MAX} if it does not say
 */
record Token(String holder, Instant expires) {
    /** Reads a token; empty if it is none, or names no holder. */
    static Optional<Token> read(String text) {
        String[] parts = text.split("\\.", -1);
        return parts.length != 3 || !text.startsWith("ey")
                ? Optional.empty()
                : claims(parts[1]).map(Json::root).flatMap(Token::of);
    }

    private static Optional<Json> claims(String part) {
        try {
            return Json.read(Base64.getUrlDecoder().decode(part.getBytes(StandardCharsets.US_ASCII)));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    /** Issuer, subject and client as RFC 7519, RFC 8693 (client_id) and Entra ID (azp, appid) name them. */
    private static Optional<Token> of(Node claims) {
        String client = Stream.of("client_id", "azp", "appid")
                .map(name -> claims.get(name).raw())
                .filter(value -> !value.isEmpty())
                .findFirst()
                .orElse("");
        if (!claims.get("sub").isPresent() && client.isEmpty()) {
            return Optional.empty();
        }
        String holder = Stream.of(claims.get("iss").raw(), claims.get("sub").raw(), client)
                .collect(Collectors.joining("\n"));
        return Optional.of(new Token(holder, expiry(claims.get("exp"))));
    }

    private static Instant expiry(Node seconds) {
        return seconds.asLong().stream()
                .filter(value -> value < Instant.MAX.getEpochSecond())
                .mapToObj(Instant::ofEpochSecond)
                .findFirst()
                .orElse(Instant.MAX);
    }

    @Override
    public String toString() {
        return "token"; // never whose
    }
}
