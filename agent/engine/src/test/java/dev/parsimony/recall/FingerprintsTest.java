// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.recall;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parsimony.exchange.Address;
import dev.parsimony.exchange.Call;
import dev.parsimony.exchange.Digest;
import dev.parsimony.exchange.Headers;
import dev.parsimony.exchange.Pepper;
import dev.parsimony.exchange.PlainLens;
import dev.parsimony.exchange.Plan.Sharing;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FingerprintsTest {
    private static final Address HOST = new Address("https", "api.example", -1);
    private static final String BODY = """
            {"model":"m","messages":[{"role":"user","content":[{"text":"hello"}]}]}""";

    private final Pepper pepper = Pepper.of(new Random(1));
    private final Fingerprints fingerprints = new Fingerprints(pepper);

    @Test
    void isTheSameForTheSameRequest() {
        assertThat(of(BODY)).isEqualTo(of(BODY));
    }

    @Test
    void ignoresWhiteSpaceAndTheOrderOfTopLevelMembers() {
        assertThat(of("""
                { "messages" : [ {"role":"user", "content":[{"text":"hello"}]} ],
                  "model" : "m" }""")).isEqualTo(of(BODY));
    }

    @Test
    void ignoresWhatCannotChangeTheAnswer() {
        assertThat(of("""
                {"model":"m","metadata":{"user":"u1"},
                 "messages":[{"role":"user","content":[{"text":"hello","mark":"short"}]}]}""")).isEqualTo(of(BODY));
    }

    @Test
    void countsAMemberNamedLikeAMarkThatIsContent() {
        assertThat(of(tool("\"mark\":{\"type\":\"string\"}"))).isNotEqualTo(of(tool("")));
    }

    private static String tool(String property) {
        return "{\"model\":\"m\",\"tools\":[{\"name\":\"t\",\"schema\":{" + property + "}}],\"messages\":[]}";
    }

    @Test
    void countsTheOrderOfNestedMembersAndOfItems() {
        assertThat(of(BODY.replace(
                        "\"role\":\"user\",\"content\":[{\"text\":\"hello\"}]",
                        "\"content\":[{\"text\":\"hello\"}],\"role\":\"user\"")))
                .isNotEqualTo(of(BODY));
        assertThat(of("{\"messages\":[1,2]}")).isNotEqualTo(of("{\"messages\":[2,1]}"));
    }

    @Test
    void countsEveryOtherMember() {
        assertThat(of(BODY.replace("\"m\"", "\"n\""))).isNotEqualTo(of(BODY));
        assertThat(of(BODY.replace("hello", "hello "))).isNotEqualTo(of(BODY));
        assertThat(of(BODY.replace("\"model\"", "\"seed\":1,\"model\""))).isNotEqualTo(of(BODY));
    }

    @Test
    void keepsStreamsAndPlainAnswersApart() {
        assertThat(of(BODY.replace("\"model\"", "\"stream\":true,\"model\""))).isNotEqualTo(of(BODY));
    }

    @Test
    void keepsMembersApartThatReadTheSameJoined() {
        assertThat(of("{\"a\":1,\"b\":2}"))
                .isNotEqualTo(of("{\"a\":12,\"b\":2}"))
                .isNotEqualTo(of("{\"a\":1}"));
        assertThat(of("{\"ab\":1}")).isNotEqualTo(of("{\"a\":1}"));
    }

    @Test
    void countsWhereItGoesAndByWhichVersion() {
        Digest plain = of(BODY);

        assertThat(of(shared("key"), BODY, "/v2/chat", "", List.of("v1"))).isNotEqualTo(plain);
        assertThat(of(shared("key"), BODY, "/v1/chat", "api-version=2", List.of("v1")))
                .isNotEqualTo(plain);
        assertThat(of(shared("key"), BODY, "/v1/chat", "", List.of("v2"))).isNotEqualTo(plain);
        assertThat(of(shared("key"), BODY, "/v1/chat", "", List.of("v1", "beta")))
                .isNotEqualTo(plain);
        assertThat(of(shared("key"), BODY, "/v1/chat", "", List.of("v1"))).isEqualTo(plain);
    }

    @Test
    void neverLeavesItsPartition() {
        assertThat(of(shared("other key"), BODY)).isNotEqualTo(of(shared("key"), BODY));
        assertThat(of(tenant("a"), BODY)).isNotEqualTo(of(tenant("b"), BODY)).isEqualTo(of(tenant("a"), BODY));
        assertThat(of(tenant("a"), BODY)).isNotEqualTo(of(shared("key"), BODY));
        assertThat(of(Partition.of(pepper, "key", new Address("http", "api.example", 8080), Sharing.SHARED, ""), BODY))
                .isNotEqualTo(of(shared("key"), BODY));
    }

    @Test
    void sharesAmongTenantsWhereTheRuleSaysSo() {
        assertThat(of(Partition.of(pepper, "key", HOST, Sharing.SHARED, "a"), BODY))
                .isEqualTo(of(Partition.of(pepper, "key", HOST, Sharing.SHARED, "b"), BODY));
    }

    @Test
    void sharesNothingWithinATenantNobodyKnows() {
        assertThat(tenant("").whyClosed()).hasValue("no_tenant");
        assertThat(tenant("a").whyClosed()).isEmpty();
        assertThat(shared("key").whyClosed()).isEmpty();
    }

    @Test
    void showsNeitherCredentialNorTenant() {
        assertThat(Partition.of(pepper, "sk-secret", HOST, Sharing.TENANT, "jane")
                        .toString())
                .doesNotContain("secret", "jane");
    }

    private Partition shared(String credential) {
        return Partition.of(pepper, credential, HOST, Sharing.SHARED, "");
    }

    private Partition tenant(String tenant) {
        return Partition.of(pepper, "key", HOST, Sharing.TENANT, tenant);
    }

    private Digest of(String body) {
        return of(shared("key"), body);
    }

    private Digest of(Partition partition, String body) {
        return of(partition, body, "/v1/chat", "", List.of("v1"));
    }

    private Digest of(Partition partition, String body, String path, String query, List<String> aspects) {
        PlainLens lens = PlainLens.of(body);
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        Call call = new Call("POST", HOST, path, query, Headers.none(), bytes);
        return fingerprints.of(partition, new Request("plain", call, lens.json(), lens, aspects));
    }
}
