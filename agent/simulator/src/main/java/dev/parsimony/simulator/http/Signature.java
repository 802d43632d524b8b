// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.simulator.http;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The signature of a request, AWS Signature Version 4: what was signed must be what came, to the byte. Any access key will do;
 * its secret is {@link #SECRET}. Source: Amazon's guide to signing API requests, November 2026.
 */
final class Signature {

    /** The secret of every access key here. */
    static final String SECRET = "simulated-secret";

    private static final Pattern AUTHORIZATION = Pattern.compile(
            "AWS4-HMAC-SHA256 Credential=([^/]+)/(\\d{8})/([^/]+)/([^/]+)/aws4_request, ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})");

    private final Received request;
    private final Matcher said;

    private Signature(Received request, Matcher said) {
        this.request = request;
        this.said = said;
    }

    /**
     * The access key that signed a request.
     *
     * @throws Rejection when it is not signed, or not by this very request
     */
    static String check(Received request) {
        String authorization = request.header("Authorization").orElse("");
        if (authorization.isEmpty()) {
            throw refused("MissingAuthenticationTokenException", "Missing Authentication Token");
        }
        Matcher said = AUTHORIZATION.matcher(authorization);
        if (!said.matches()) {
            throw refused("IncompleteSignatureException", "Authorization header is not AWS4-HMAC-SHA256.");
        }
        new Signature(request, said).check();
        return said.group(1);
    }

    private static Rejection refused(String type, String message) {
        return new Rejection(403, type, message, null, null);
    }

    private void check() {
        String payload = hex(sha256(request.body()));
        String claimed = request.header("x-amz-content-sha256").orElse(payload);
        if (!claimed.equals(payload) && !claimed.equals("UNSIGNED-PAYLOAD")) {
            throw refused("InvalidSignatureException", "The payload is not the one that was signed.");
        }
        if (!said.group(6).equals(expected(claimed))) {
            throw refused(
                    "InvalidSignatureException",
                    "The request signature we calculated does not match the signature you provided. Check your AWS Secret"
                            + " Access Key and signing method.");
        }
    }

    private String expected(String payload) {
        String scope = String.join("/", said.group(2), said.group(3), said.group(4), "aws4_request");
        String date = request.header("x-amz-date").orElse("");
        String toSign = String.join("\n", "AWS4-HMAC-SHA256", date, scope, hex(sha256(bytes(canonical(payload)))));
        byte[] key = bytes("AWS4" + SECRET);
        for (String part : scope.split("/")) {
            key = hmac(key, part);
        }
        return hex(hmac(key, toSign));
    }

    /** The request as it is signed; the path, encoded as it is, is encoded once more. */
    private String canonical(String payload) {
        TreeMap<String, String> headers = new TreeMap<>();
        List<String> signed = Arrays.asList(said.group(5).split(";"));
        request.headers().stream()
                .filter(header -> signed.contains(header.name().toLowerCase(Locale.ROOT)))
                .forEach(header -> headers.merge(
                        header.name().toLowerCase(Locale.ROOT),
                        header.value().trim().replaceAll(" +", " "),
                        (a, b) -> a + "," + b));
        String listed = headers.entrySet().stream()
                .map(header -> header.getKey() + ":" + header.getValue() + "\n")
                .collect(Collectors.joining());
        return String.join(
                "\n", request.method(), request.path().replace("%", "%25"), "", listed, said.group(5), payload);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(bytes(text));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }
}
