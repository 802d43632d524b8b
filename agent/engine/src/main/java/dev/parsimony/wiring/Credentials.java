// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.wiring;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import dev.parsimony.exchange.Address;
import dev.parsimony.exchange.Client;
import dev.parsimony.exchange.Digest;
import dev.parsimony.exchange.Headers;
import dev.parsimony.exchange.Pepper;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * On whose account a call is made: what its headers say of it, API keys above all; where they say nothing, what the SDK's
 * client holds; where that cannot be seen either, the client itself. Known as a keyed hash only.
 *
 * <p>A bearer JWT changes with every renewal, so its holder counts instead of its text; but anyone can write a name into a
 * token. It is believed once the provider has answered a call that carried this very token, and until it expires.
 */
final class Credentials {
    private static final String AUTHORIZATION = "authorization";
    private static final String BEARER = "bearer ";
    private static final List<String> KEYS = List.of("api-key", "x-api-key", "x-goog-api-key");
    private static final List<String> TELLING =
            List.of("auth", "key", "token", "secret", "cookie", "account", "organization", "project");
    private static final Duration LONGEST_BELIEF = Duration.ofHours(1);
    private static final int MOST = 10_000;

    private final Pepper pepper;
    private final InstantSource clock;
    private final Cache<Digest, Instant> believed;

    Credentials(Pepper pepper, InstantSource clock, Ticker ticker) {
        this.pepper = pepper;
        this.clock = clock;
        this.believed = Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterWrite(LONGEST_BELIEF)
                .ticker(ticker)
                .executor(Runnable::run) // the common pool is the application's
                .build();
    }

    /**
     * The account of a call.
     *
     * @param headers the request's headers
     * @param client the client that makes it
     * @param address where it goes
     */
    Digest of(Headers headers, Client client, Address address) {
        String beside = beside(headers);
        String main = onRequest(headers, address).or(() -> held(client)).orElseGet(() -> "client " + client);
        return pepper.digest(main + "\n" + beside);
    }

    /**
     * A secret of a call's account that outlasts this process and that its replicas know too: its key, or whose token it is.
     * Not to be kept.
     *
     * @param headers the request's headers
     * @param client the client that makes it
     * @return the secret; empty where none can be seen
     */
    Optional<String> lasting(Headers headers, Client client) {
        String token = bearer(headers);
        return token.isEmpty()
                ? onRequest(headers, Address.unknown()).or(() -> held(client))
                : Optional.of(Token.read(token).map(Token::holder).orElse(token));
    }

    /** The provider answered a call with these headers: what its token says of its holder can be believed. */
    void accepted(Headers headers, Address address) {
        String token = bearer(headers);
        Token.read(token).ifPresent(read -> believed.put(digest(token, address), read.expires()));
    }

    private Optional<String> onRequest(Headers headers, Address address) {
        String token = bearer(headers);
        if (!token.isEmpty()) {
            return Optional.of(holder(token, address).orElse("key " + token));
        }
        String authorization = headers.first(AUTHORIZATION);
        return Stream.concat(Stream.of(authorization), KEYS.stream().map(headers::first))
                .filter(value -> !value.isEmpty())
                .findFirst()
                .map(key -> "key " + key);
    }

    private static String bearer(Headers headers) {
        String authorization = headers.first(AUTHORIZATION);
        return authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? authorization.substring(BEARER.length()).trim()
                : "";
    }

    private Optional<String> holder(String token, Address address) {
        return Token.read(token)
                .filter(read -> isBelieved(digest(token, address)))
                .map(read -> "holder " + read.holder());
    }

    private boolean isBelieved(Digest token) {
        Instant until = believed.getIfPresent(token);
        return until != null && clock.instant().isBefore(until);
    }

    private Digest digest(String token, Address address) {
        return pepper.digest(address + "\n" + token);
    }

    private static Optional<String> held(Client client) {
        @Nullable String secret = client.secret().read();
        return Optional.ofNullable(secret).map(key -> "key " + key);
    }

    /** Headers that look like they name an account, such as a gateway's subscription key beside the provider's own key. */
    private static String beside(Headers headers) {
        return headers.names().stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .filter(Predicate.not(AUTHORIZATION::equals))
                .filter(Predicate.not(Steering::isNeutral))
                .filter(name -> TELLING.stream().anyMatch(name::contains))
                .sorted()
                .map(name -> name + ": " + String.join(",", headers.values(name)))
                .collect(Collectors.joining("\n"));
    }

    @Override
    public String toString() {
        return "credentials, " + believed.estimatedSize() + " tokens believed";
    }
}
