// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.wiring;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.parsimony.dialect.Allowance;
import dev.parsimony.exchange.Block;
import dev.parsimony.exchange.Change;
import dev.parsimony.exchange.Digest;
import dev.parsimony.exchange.Guard;
import dev.parsimony.exchange.Lens;
import dev.parsimony.exchange.Plan.Marking;
import dev.parsimony.exchange.QuickHash;
import dev.parsimony.tokens.Estimator;
import dev.parsimony.tokens.Lean;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.LongSupplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Gives requests a {@code prompt_cache_key}, by which OpenAI and others lead those of one call site and tenant to the machine
 * that holds their prefix. The key is a hash of both, made with the account's own secret, so that all replicas of an
 * application agree on it and nobody else can tell what it stands for. The application's own key stays.
 *
 * <p>Requests of different keys do not meet. Where another call site or tenant was seen to begin its prompts alike, neither
 * gets a key: they share what is cached.
 */
final class CacheKeys {
    /** The step's name. */
    static final String NAME = "prompt_cache_key";

    /** Shorter prompts are cached nowhere; OpenAI's guide, November 2026. */
    static final long LEAST_TOKENS = 1024;

    private static final String SHARED = "";
    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEY_BYTES = 16;
    private static final int MOST = 10_000;
    private static final Duration MEMORY = Duration.ofHours(1);

    private final Credentials credentials;
    private final Estimator estimator;
    private final Guard guard;
    private final Reverts reverts;
    private final QuickHash.Key secret = QuickHash.Key.of(new SecureRandom());
    private final Cache<Digest, String> owners;
    private final Spread spread;

    CacheKeys(Credentials credentials, Estimator estimator, Guard guard, Reverts reverts, LongSupplier ticker) {
        this.credentials = credentials;
        this.estimator = estimator;
        this.guard = guard;
        this.reverts = reverts;
        this.spread = new Spread(ticker);
        this.owners = Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterAccess(MEMORY)
                .ticker(ticker::getAsLong)
                .executor(Runnable::run) // the common pool is the application's
                .build();
    }

    /** The request with its key; as it is where it gets none, or where the step fails. */
    Draft key(Draft draft, Situation situation) {
        return guard.run(NAME, draft, () -> isWanted(draft, situation) ? keyed(draft, situation) : draft);
    }

    private boolean isWanted(Draft draft, Situation situation) {
        Lens lens = draft.lens();
        return situation.plan().promptCache().value() != Marking.OFF
                && situation.host().allows(Allowance.PROMPT_CACHE_KEY)
                && situation.exchange().opening().caller().site().isKnown()
                && !lens.blocks().isEmpty()
                && estimator.tokens(lens.model(), lens.promptBytes(), Lean.EVEN) >= LEAST_TOKENS;
    }

    private Draft keyed(Draft draft, Situation situation) {
        String owner = situation.exchange().opening().caller().site().function() + "\n"
                + situation.tenancy().identity();
        Optional<String> account = credentials.lasting(draft.call().headers(), situation.client());
        if (account.isEmpty() || !isAlone(draft, situation, owner)) {
            return draft;
        }
        String key = hash(account.get(), owner);
        Change change = draft.lens().withCacheKey(key + part(key, draft.lens()));
        if (!(change instanceof Change.Make make)) {
            return draft;
        }
        if (reverts.rests(NAME, situation)) {
            situation.exchange().skip(NAME, Reverts.REASON);
            return draft;
        }
        situation.exchange().rewrote(NAME);
        return draft.with(make);
    }

    /** Whether nobody else was seen to begin its prompts like this one. */
    private boolean isAlone(Draft draft, Situation situation, String owner) {
        Block first = draft.lens().blocks().get(0);
        Digest beginning = secret.hash()
                .digest(situation.credential())
                .text(draft.lens().model())
                .raw(first.node())
                .digest();
        return owner.equals(owners.asMap().merge(beginning, owner, (before, now) -> before.equals(now) ? now : SHARED));
    }

    /** A conversation stays with its part, whichever replica sends it. */
    private String part(String key, Lens lens) {
        int parts = spread.parts(key);
        return parts == 1
                ? ""
                : "-" + parts + "-" + Math.floorMod(lens.firstUserText().hashCode(), parts);
    }

    private static String hash(String account, String owner) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(account.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            byte[] digest = mac.doFinal(owner.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, KEY_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JVM lacks " + ALGORITHM, e);
        }
    }
}
