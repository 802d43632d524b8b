// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.weaving;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parsimony.exchange.Address;
import dev.parsimony.exchange.Call;
import dev.parsimony.exchange.Headers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AccountsTest {
    @Test
    void areWithheldAndAllElseIsKept() {
        Headers headers = Headers.of(Map.of(
                "Authorization", List.of("Bearer key"), "X-API-Key", List.of("key"), "X-Desk", List.of("a", "b")));
        byte[] body = {'{', '}'};

        Call call = Accounts.withheld(
                new Call("POST", new Address("https", "llm", 443), "/v1/messages", "a=b", headers, body));

        assertThat(call.headers().first("authorization")).isEmpty();
        assertThat(call.headers().first("x-api-key")).isEmpty();
        assertThat(call.headers().values("x-desk")).containsExactly("a", "b");
        assertThat(call.body()).isSameAs(body);
        assertThat(call).hasToString("POST https://llm:443/v1/messages (2 bytes)");
    }
}
