// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.instrumentation.okhttp.inside;

import java.util.Iterator;

/**
 * Where among its interceptors a call is met: behind the application's, directly before the first of OkHttp's own. Any of
 * them may put the account that the call is made on onto the request, or another in place of one that was there, and an
 * answer is reused by account. What an interceptor of the application's repeats is therefore another call.
 */
final class Place {
    private static final String OKHTTPS_FIRST = "okhttp3.internal.http.RetryAndFollowUpInterceptor";

    private Place() {}

    /**
     * Whether this is the place.
     *
     * @param ahead the interceptors that are still to come
     */
    static boolean isSeam(Iterator<?> ahead) {
        // by name: the class is no part of OkHttp's API, and not for us to link to
        return ahead.hasNext() && ahead.next().getClass().getName().equals(OKHTTPS_FIRST);
    }
}
