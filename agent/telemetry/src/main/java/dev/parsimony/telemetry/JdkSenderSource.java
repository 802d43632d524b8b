// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.telemetry;

import io.opentelemetry.sdk.common.export.HttpSender;
import io.opentelemetry.sdk.common.export.HttpSenderConfig;
import io.opentelemetry.sdk.common.export.HttpSenderProvider;

/** Where OpenTelemetry's exporters find their HTTP client: the JDK's. */
public final class JdkSenderSource implements HttpSenderProvider {
    /** Made by the service loader. */
    public JdkSenderSource() {}

    @Override
    public HttpSender createSender(HttpSenderConfig config) {
        return new JdkSender(config, new OtherAgents());
    }
}
