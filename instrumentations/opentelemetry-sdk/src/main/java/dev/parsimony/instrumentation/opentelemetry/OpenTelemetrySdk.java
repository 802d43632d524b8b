// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.instrumentation.opentelemetry;

import dev.parsimony.weaving.Instrumentation;
import dev.parsimony.weaving.Symbol;
import dev.parsimony.weaving.Weave;
import java.util.List;

/**
 * OpenTelemetry's SDK as applications build it. Spring Boot's and Micrometer's bridges do not make it known as the global
 * instance, so that it is met where it is built; {@code io.opentelemetry:opentelemetry-sdk}, from 1.0 on.
 */
public final class OpenTelemetrySdk implements Instrumentation {
    private static final String INSIDE = "dev.parsimony.instrumentation.opentelemetry.inside";

    /** Made by the service loader. */
    public OpenTelemetrySdk() {}

    @Override
    public String name() {
        return "opentelemetry-sdk";
    }

    @Override
    public List<Weave> weaves() {
        return List.of(
                new Weave(Symbol.method("io.opentelemetry.sdk.OpenTelemetrySdkBuilder", "build"), INSIDE + ".Build"));
    }

    @Override
    public List<Symbol> requires() {
        return List.of();
    }

    @Override
    public List<String> inside() {
        return List.of(INSIDE);
    }
}
