// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.instrumentation.okhttp.inside;

import java.util.Iterator;
import java.util.List;
import okhttp3.HttpUrl;
import okhttp3.Request;

/**
 * Where among its interceptors a call is met: before all of them, so that what the application's do with a response, retries
 * above all, is about one call. But the account that a call is made on must be seen, and often it is one of them that puts
 * it on the request: then it is met behind that one, and at the latest before the first of OkHttp's own.
 */
final class Place {
    private static final String OKHTTPS_FIRST = "okhttp3.internal.http.RetryAndFollowUpInterceptor";
    private static final List<String> CREDENTIALS = List.of("authorization", "api-key", "x-api-key", "x-goog-api-key");

    private Place() {}

    /**
     * Whether this is the place.
     *
     * @param request the request as it is here
     * @param ahead the interceptors that are still to come
     */
    static boolean isSeam(Request request, Iterator<?> ahead) {
        return ahead.hasNext() && (isOkHttps(ahead.next()) || (isCredentialed(request) && isOkHttpsAmong(ahead)));
    }

    private static boolean isOkHttpsAmong(Iterator<?> ahead) {
        while (ahead.hasNext()) {
            if (isOkHttps(ahead.next())) {
                return true;
            }
        }
        return false;
    }

    /** By name: the class is no part of OkHttp's API, and not for us to link to. */
    private static boolean isOkHttps(Object interceptor) {
        return interceptor.getClass().getName().equals(OKHTTPS_FIRST);
    }

    private static boolean isCredentialed(Request request) {
        HttpUrl url = request.url();
        return CREDENTIALS.stream().anyMatch(name -> request.header(name) != null)
                || (url.encodedQuery() != null && url.queryParameter("key") != null);
    }
}
