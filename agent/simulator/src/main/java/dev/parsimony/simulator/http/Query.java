// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.simulator.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What stands behind the question mark of a request.
 *
 * @param parameters names and values, decoded, in order
 */
record Query(List<Header> parameters) {
    static Query of(Received request) {
        String target = request.target();
        int mark = target.indexOf('?');
        List<Header> parameters = new ArrayList<>();
        for (String pair : mark < 0 ? new String[0] : target.substring(mark + 1).split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                parameters.add(new Header(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1))));
            }
        }
        return new Query(List.copyOf(parameters));
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    /** The value of that name. */
    Optional<String> first(String name) {
        return parameters.stream()
                .filter(parameter -> parameter.name().equals(name))
                .map(Header::value)
                .findFirst();
    }

    /** The values of a list, whichever way clients write one: {@code name=a}, {@code name[]=a}, {@code name=a,b}. */
    List<String> all(String name) {
        return parameters.stream()
                .filter(parameter ->
                        parameter.name().equals(name) || parameter.name().equals(name + "[]"))
                .flatMap(parameter -> List.of(parameter.value().split(",")).stream())
                .toList();
    }
}
