// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.instrumentation.okhttp.inside;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.internal.http.CallServerInterceptor;
import okhttp3.internal.http.RetryAndFollowUpInterceptor;
import org.junit.jupiter.api.Test;

class PlaceTest {
    private static final Request ANONYMOUS =
            new Request.Builder().url("https://api.example/v1/messages").build();
    private static final Request KEYED =
            ANONYMOUS.newBuilder().header("x-api-key", "key").build();
    private static final Interceptor THE_APPLICATIONS = chain -> chain.proceed(chain.request());

    private final List<Interceptor> all = List.of(
            THE_APPLICATIONS,
            THE_APPLICATIONS,
            new RetryAndFollowUpInterceptor(new OkHttpClient()),
            THE_APPLICATIONS,
            new CallServerInterceptor(false));

    @Test
    void isBeforeAllInterceptorsWhereTheAccountIsSeen() {
        assertThat(isSeam(KEYED, 0)).isTrue();
        assertThat(isSeam(KEYED, 1)).isTrue();
        assertThat(isSeam(keyedByQuery(), 0)).isTrue();
    }

    @Test
    void isBehindTheApplicationsInterceptorsWhereOneOfThemMayPutTheKeyOn() {
        assertThat(isSeam(ANONYMOUS, 0)).isFalse();
        assertThat(isSeam(ANONYMOUS, 1)).isFalse();
        assertThat(isSeam(ANONYMOUS, 2)).isTrue();
    }

    @Test
    void isNowhereBehindTheFirstOfOkHttpsOwn() {
        assertThat(isSeam(KEYED, 3)).isFalse();
        assertThat(isSeam(KEYED, 4)).isFalse();
        assertThat(isSeam(KEYED, 5)).isFalse();
    }

    private boolean isSeam(Request request, int index) {
        return Place.isSeam(request, all.listIterator(index));
    }

    private static Request keyedByQuery() {
        return new Request.Builder()
                .url("https://api.example/v1beta/models/m:embedContent?key=k")
                .build();
    }
}
