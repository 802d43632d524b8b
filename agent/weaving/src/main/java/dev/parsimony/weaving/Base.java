// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.weaving;

import dev.parsimony.exchange.Address;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The base of an API's URLs.
 *
 * @param address where it answers
 * @param path what stands before every path, without a slash at its end; often empty
 */
public record Base(Address address, String path) {
    /** Read by hand, since {@link URI#getHost} knows no host with an underscore, as containers often have it. */
    private static final Pattern AUTHORITY =
            Pattern.compile("(?:[^@]*@)?(?<host>\\[[^\\]]+\\]|[^:\\[\\]]+)(?::(?<port>\\d{1,5})?)?");

    private static final Base UNKNOWN = new Base(Address.unknown(), "");

    /** A base nobody knows. */
    public static Base unknown() {
        return UNKNOWN;
    }

    /** The base in a URL; unknown if it is none. */
    public static Base of(String url) {
        try {
            URI uri = URI.create(url);
            Matcher authority = AUTHORITY.matcher(Objects.requireNonNullElse(uri.getRawAuthority(), ""));
            if (uri.getScheme() == null || !authority.matches()) {
                return UNKNOWN;
            }
            String host = authority.group("host");
            int port = authority.group("port") == null ? -1 : Integer.parseInt(authority.group("port"));
            String path = uri.getPath() == null ? "" : uri.getPath();
            String trimmed = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
            return new Base(new Address(uri.getScheme(), host.toLowerCase(Locale.ROOT), port), trimmed);
        } catch (IllegalArgumentException noUrl) {
            return UNKNOWN;
        }
    }

    /**
     * A URL with another path. What stands before the path and behind it stays as it is written.
     *
     * @param url an absolute URL
     * @param path the other path, with a leading slash, nothing in it encoded
     * @return the very same URL where it has that path already
     * @throws IllegalArgumentException if the URL has no path, or there can be no such path
     */
    public static String moved(String url, String path) {
        int query = url.indexOf('?');
        String place = query < 0 ? url : url.substring(0, query);
        if (of(place).path.equals(path)) {
            return url;
        }
        int from = place.indexOf('/', place.indexOf("://") + 3);
        if (from < 0) {
            throw new IllegalArgumentException("no path to change");
        }
        return url.substring(0, from) + encoded(path) + url.substring(place.length());
    }

    private static String encoded(String path) {
        try {
            return new URI(null, null, path, null).getRawPath();
        } catch (URISyntaxException noPath) {
            throw new IllegalArgumentException(noPath);
        }
    }
}
