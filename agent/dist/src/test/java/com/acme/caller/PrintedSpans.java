// SPDX-License-Identifier: Apache-2.0
package com.acme.caller;

import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.Collection;

/** Prints spans as they end: their scope and their name. */
final class PrintedSpans implements SpanExporter {
    /** An OpenTelemetry of the application's own that is registered nowhere, as frameworks build it. */
    static OpenTelemetrySdk sdk() {
        return OpenTelemetrySdk.builder()
                .setTracerProvider(SdkTracerProvider.builder()
                        .addSpanProcessor(SimpleSpanProcessor.create(new PrintedSpans()))
                        .build())
                .build();
    }

    @Override
    public CompletableResultCode export(Collection<SpanData> spans) {
        spans.forEach(span ->
                System.out.println("span " + span.getInstrumentationScopeInfo().getName() + ": " + span.getName()));
        return CompletableResultCode.ofSuccess();
    }

    @Override
    public CompletableResultCode flush() {
        return CompletableResultCode.ofSuccess();
    }

    @Override
    public CompletableResultCode shutdown() {
        return CompletableResultCode.ofSuccess();
    }
}
