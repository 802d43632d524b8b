// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.instrumentation.apache.inside;

import org.apache.hc.client5.http.config.Configurable;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.core5.concurrent.Cancellable;
import org.apache.hc.core5.concurrent.CancellableDependency;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.message.HttpRequestWrapper;
import org.jspecify.annotations.Nullable;

/** The application's request with another body; its settings count, and who aborts it aborts this. */
final class OtherRequest extends HttpRequestWrapper implements ClassicHttpRequest, Configurable, CancellableDependency {
    private final ClassicHttpRequest original;
    private HttpEntity entity;

    OtherRequest(ClassicHttpRequest original, HttpEntity entity) {
        super(original);
        this.original = original;
        this.entity = entity;
    }

    @Override
    public HttpEntity getEntity() {
        return entity;
    }

    @Override
    public void setEntity(HttpEntity other) {
        entity = other;
    }

    @Override
    public @Nullable RequestConfig getConfig() {
        return original instanceof Configurable configurable ? configurable.getConfig() : null;
    }

    @Override
    public void setDependency(Cancellable dependency) {
        if (original instanceof CancellableDependency cancellable) {
            cancellable.setDependency(dependency);
        }
    }

    @Override
    public boolean isCancelled() {
        return original instanceof CancellableDependency cancellable && cancellable.isCancelled();
    }

    @Override
    public boolean cancel() {
        return original instanceof CancellableDependency cancellable && cancellable.cancel();
    }
}
