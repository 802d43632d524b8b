// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.cli;

import dev.parsimony.exchange.Address;
import dev.parsimony.exchange.Dialect;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

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
    private static final Pattern VERSION = Pattern.compile("v[0-9]+\\w*");
    /** Words in the paths of the APIs, which stand in no base URL. */
    private static final Set<String> RESOURCES = Set.of("chat", "completions", "messages", "responses", "embeddings");

    /** Knows the API of a path at a host. */
    @FunctionalInterface
    interface Apis {
        /** The API; empty if calls there pass untouched. */
        Optional<Dialect> at(String host, String path);
    }

    /**
     * The endpoint of a URL; a base URL, as SDKs take it, is completed by the body's shape.
     *
     * @param url what the user gave; empty for nothing
     * @param body the request
     * @param apis tells the API where the URL does
     * @throws Complaint if the URL is none, names something else than an API, or neither it nor the body tells which
     */
    static Endpoint of(String url, Body body, Apis apis) {
        return url.isEmpty() ? guess(body) : read(url, body, apis);
    }

    private static Endpoint guess(Body body) {
        Shape shape = body.shape();
        Endpoint usual = at(uri(shape.url()), shape.dialect());
        return usual.saying("no --url is given: taken for " + shape.dialect().name() + " at " + shape.url()
                + ", since the body has " + shape.sign());
    }

    private static Endpoint read(String url, Body body, Apis apis) {
        URI uri = uri(url);
        Optional<Dialect> told = apis.at(uri.getHost().toLowerCase(Locale.ROOT), path(uri));
        if (told.isPresent()) {
            return at(uri, told.get());
        }
        if (!isBase(path(uri))) {
            throw new Complaint(
                    "--url",
                    path(uri) + " is the path of no API that this version knows, so such a call passes untouched."
                            + " Give a base URL, such as https://HOST/v1, or name the API under hosts");
        }
        Shape shape = body.shape();
        Endpoint base = at(uri, shape.dialect());
        String whole = shape.under(base.path);
        return new Endpoint(base.address, whole, base.query, base.dialect, "")
                .saying("the path tells no API: taken for " + shape.dialect().name() + " at " + whole
                        + ", since the body has " + shape.sign());
    }

    /** Whether a path may be that of a base URL, to which SDKs add what they ask for: behind a version stands such a thing. */
    private static boolean isBase(String path) {
        List<String> segments = List.of(path.split("/"));
        String last = segments.get(segments.size() - 1);
        boolean versioned =
                segments.stream().anyMatch(segment -> VERSION.matcher(segment).matches());
        return segments.stream().noneMatch(RESOURCES::contains)
                && (!versioned || VERSION.matcher(last).matches() || last.equals("openai"));
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
