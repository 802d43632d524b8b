// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.exchange;

import java.security.GeneralSecurityException;
import java.util.random.RandomGenerator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secret that goes into every hash of this process (HMAC-SHA256, RFC 2104), so that a digest found in a dump or a log
 * cannot be tried against guessed keys, tenants or texts, and nobody outside can build two requests with one digest.
 */
public final class Pepper {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int BYTES = 32;

    private final SecretKeySpec secret;
    private final Mac prototype;

    private Pepper(byte[] secret) {
        this.secret = new SecretKeySpec(secret, ALGORITHM);
        this.prototype = create();
    }

    /**
     * A secret of its own.
     *
     * @param random where it comes from; a secure one in production
     * @throws IllegalStateException if this JVM lacks HMAC-SHA256, which every Java platform must have
     */
    public static Pepper of(RandomGenerator random) {
        byte[] secret = new byte[BYTES];
        random.nextBytes(secret);
        return new Pepper(secret);
    }

    /** Begins a hash; to be used by one thread at a time, and again and again by that thread. */
    public Hash hash() {
        return new Hash(mac());
    }

    /** The digest of one text. */
    public Digest digest(String text) {
        return hash().text(text).digest();
    }

    /**
     * A secret that was kept, so that digests mean the same in other processes.
     *
     * @param secret bytes that nobody can guess; not kept as they are
     */
    public static Pepper of(byte[] secret) {
        return new Pepper(secret);
    }

    private Mac mac() {
        try {
            return (Mac) prototype.clone(); // a look-up through the security providers costs more than hashing a prompt
        } catch (CloneNotSupportedException providerWithoutClones) {
            return create();
        }
    }

    private Mac create() {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(secret);
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JVM lacks " + ALGORITHM, e);
        }
    }

    @Override
    public String toString() {
        return "pepper"; // never the secret
    }
}
