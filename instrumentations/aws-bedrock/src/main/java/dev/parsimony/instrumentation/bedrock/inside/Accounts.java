// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.instrumentation.bedrock.inside;

import dev.parsimony.exchange.Client;
import dev.parsimony.weaving.WeakIdentityMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.signer.AwsSignerExecutionAttribute;
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
    private final String sdk;
    private final WeakIdentityMap<Object, Long> numbers = new WeakIdentityMap<>();
    private final AtomicLong last = new AtomicLong();

    Accounts(String sdk) {
        this.sdk = sdk;
    }

    /** The client that makes a call, as the engine knows it. */
    Client client(ExecutionContext context) {
        try {
            return Providing.client(this, context);
        } catch (LinkageError before) {
            return signing(context); // 2.21, which resolves keys before it comes here
        }
    }

    @SuppressWarnings("deprecation") // the only way there was
    private Client signing(ExecutionContext context) {
        AwsCredentials key = context.executionAttributes().getAttribute(AwsSignerExecutionAttribute.AWS_CREDENTIALS);
        return new Client(sdk, number(context), () -> key == null ? null : key.accessKeyId());
    }

    private long number(Object object) {
        return numbers.get(object, any -> last.incrementAndGet());
    }

    /** Apart, since older versions lack its types. */
    private static final class Providing {
        private static final String GIVEN = "software.amazon.awssdk.auth.credentials.StaticCredentialsProvider";

        private Providing() {}

        static Client client(Accounts accounts, ExecutionContext context) {
            IdentityProviders providers =
                    context.executionAttributes().getAttribute(SdkInternalExecutionAttribute.IDENTITY_PROVIDERS);
            if (providers == null) {
                return accounts.signing(context);
            }
            IdentityProvider<AwsCredentialsIdentity> keys = providers.identityProvider(AwsCredentialsIdentity.class);
            Object token = providers.identityProvider(TokenIdentity.class);
            long identity = accounts.number(keys == null ? providers : keys);
            String beside = token == null || isUsual(token) ? "" : "\ntoken " + accounts.number(token);
            return new Client(accounts.sdk, identity, () -> secret(keys, identity, beside));
        }

        /** A bearer token, where a client or a single request has one, is another account, whatever the keys are. */
        private static @Nullable String secret(
                @Nullable IdentityProvider<AwsCredentialsIdentity> keys, long identity, String token) {
            String key = keys == null ? null : given(keys);
            if (key != null) {
                return key + token;
            }
            return token.isEmpty() ? null : "keys " + identity + token;
        }

        /** The key where it was given; null where it is looked for. */
        private static @Nullable String given(IdentityProvider<AwsCredentialsIdentity> keys) {
            if (!keys.getClass().getName().equals(GIVEN)) {
                return null;
            }
            AwsCredentialsIdentity key = keys.resolveIdentity().getNow(null);
            return key == null ? null : key.accessKeyId();
        }

        /** Whether it looks for a token where the process has it. */
        private static boolean isUsual(Object token) {
            return token.getClass().getName().endsWith(".DefaultAwsTokenProvider");
        }
    }
}
