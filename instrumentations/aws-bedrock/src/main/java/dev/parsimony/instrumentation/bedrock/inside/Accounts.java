// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.instrumentation.bedrock.inside;

import dev.parsimony.exchange.Client;
import dev.parsimony.weaving.WeakIdentityMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.http.ExecutionContext;
import software.amazon.awssdk.core.interceptor.SdkInternalExecutionAttribute;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.IdentityProvider;
import software.amazon.awssdk.identity.spi.IdentityProviders;
import software.amazon.awssdk.identity.spi.TokenIdentity;

/**
 * On whose account a call is made, as far as that is seen without asking for it, which may mean to ask over the network: a
 * key that was given once and for all tells account and user, and so does, within this process, the object that provides
 * keys.
 */
final class Accounts {
    private static final String GIVEN = "software.amazon.awssdk.auth.credentials.StaticCredentialsProvider";

    private final String sdk;
    private final WeakIdentityMap<Object, Long> numbers = new WeakIdentityMap<>();
    private final AtomicLong last = new AtomicLong();

    Accounts(String sdk) {
        this.sdk = sdk;
    }

    /** The client that makes a call, as the engine knows it. */
    Client client(ExecutionContext context) {
        IdentityProviders providers =
                context.executionAttributes().getAttribute(SdkInternalExecutionAttribute.IDENTITY_PROVIDERS);
        if (providers == null) {
            return new Client(sdk, number(context.interceptorChain()), () -> null);
        }
        IdentityProvider<AwsCredentialsIdentity> keys = providers.identityProvider(AwsCredentialsIdentity.class);
        Object token = providers.identityProvider(TokenIdentity.class);
        long identity = number(keys == null ? providers : keys);
        return new Client(sdk, identity, () -> keys == null ? null : given(keys, token));
    }

    /** The key where it was given; a bearer token, where the client has one, is another account beside it. */
    private @Nullable String given(IdentityProvider<AwsCredentialsIdentity> keys, @Nullable Object token) {
        if (!keys.getClass().getName().equals(GIVEN)) {
            return null;
        }
        AwsCredentialsIdentity key = keys.resolveIdentity().getNow(null);
        return key == null ? null : key.accessKeyId() + "\n" + (token == null || isUsual(token) ? "" : number(token));
    }

    /** Whether it looks for a token where the process has it. */
    private static boolean isUsual(Object token) {
        return token.getClass().getName().endsWith(".DefaultAwsTokenProvider");
    }

    private long number(Object object) {
        return numbers.get(object, any -> last.incrementAndGet());
    }
}
