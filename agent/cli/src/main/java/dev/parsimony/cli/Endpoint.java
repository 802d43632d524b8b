// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.cli;

import dev.parsimony.dialect.Dialects;
import dev.parsimony.exchange.Address;
import dev.parsimony.exchange.Dialect;
import dev.parsimony.exchange.Node;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/**
 * Where a request would go, and which API it is.
 *
 * @param address the host
 * @param path the whole path, without a slash at its end
 * @param query the query; empty if there is none
 * @param dialect the API
 * @param guessed what was made up because the user did not say it; empty if nothing was
 */
record Endpoint(Address address, String path, String query, Dialect dialect, String guessed) {
    /**
     * The endpoint of a URL; a base URL, as SDKs take it, is completed by the body's shape.
     *
     * @param url what the user gave; empty for nothing
     * @param body the request
     * @throws Complaint if the URL is none, or neither it nor the body tells the API
     */
    static Endpoint of(String url, Node body) {
        return url.isEmpty() ? guess(body) : read(url, body);
    }

    private static Endpoint guess(Node body) {
        Shape shape = shape(body);
        Endpoint usual = at(uri(shape.url()), shape.dialect());
        return usual.saying("no --url is given: taken for " + shape.dialect().name() + " at " + shape.url()
                + ", since the body has " + shape.sign());
    }

    private static Endpoint read(String url, Node body) {
        URI uri = uri(url);
        Optional<Dialect> told = Dialects.of(path(uri));
        if (told.isPresent()) {
            return at(uri, told.get());
        }
        Shape shape = shape(body);
        Endpoint base = at(uri, shape.dialect());
        return new Endpoint(base.address, base.path + shape.suffix(), base.query, base.dialect, "")
                .saying("the path tells no API: taken for " + shape.dialect().name() + " at " + base.path
                        + shape.suffix() + ", since the body has " + shape.sign());
    }

    private static Shape shape(Node body) {
        return Shape.of(body)
                .orElseThrow(() -> new Complaint(
                        "request",
                        "its shape is that of no API that this version knows: it has neither messages nor input."
                                + " Give --url if it is one"));
    }

    private static Endpoint at(URI uri, Dialect dialect) {
        Address address = new Address(uri.getScheme(), uri.getHost().toLowerCase(Locale.ROOT), uri.getPort());
        return new Endpoint(
                address, path(uri), Optional.ofNullable(uri.getRawQuery()).orElse(""), dialect, "");
    }

    private Endpoint saying(String words) {
        return new Endpoint(address, path, query, dialect, words);
    }

    private static String path(URI uri) {
        return Optional.ofNullable(uri.getRawPath()).orElse("").replaceFirst("/+$", "");
    }

    private static URI uri(String url) {
        try {
            URI uri = new URI(url.contains("://") ? url : "https://" + url);
            if (uri.getHost() != null) {
                return uri;
            }
        } catch (URISyntaxException misspelt) {
            throw new Complaint("--url", url + " is no URL: " + misspelt.getReason());
        }
        throw new Complaint("--url", url + " names no host. Write https://HOST/PATH");
    }
}
