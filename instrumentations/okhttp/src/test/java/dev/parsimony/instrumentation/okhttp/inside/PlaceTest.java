// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.instrumentation.okhttp.inside;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.internal.http.CallServerInterceptor;
import okhttp3.internal.http.RetryAndFollowUpInterceptor;
import org.junit.jupiter.api.Test;

class PlaceTest {
    private static final Interceptor THE_APPLICATIONS = chain -> chain.proceed(chain.request());

    private final List<Interceptor> all = List.of(
            THE_APPLICATIONS,
            THE_APPLICATIONS,
            new RetryAndFollowUpInterceptor(new OkHttpClient()),
            THE_APPLICATIONS,
            new CallServerInterceptor(false));

    @Test
    void isBehindTheApplicationsInterceptorsAnyOfWhichMayPutTheKeyOn() {
        assertThat(isSeam(0)).isFalse();
        assertThat(isSeam(1)).isFalse();
        assertThat(isSeam(2)).isTrue();
    }

    @Test
    void isNowhereBehindTheFirstOfOkHttpsOwn() {
        assertThat(isSeam(3)).isFalse();
        assertThat(isSeam(4)).isFalse();
        assertThat(isSeam(5)).isFalse();
    }

    private boolean isSeam(int index) {
        return Place.isSeam(all.listIterator(index));
    }
}
