// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parsimony.dialect.Dialects;
import dev.parsimony.exchange.Address;
import dev.parsimony.exchange.Call;
import dev.parsimony.exchange.Change;
import dev.parsimony.exchange.Dialect;
import dev.parsimony.exchange.Edits;
import dev.parsimony.exchange.Headers;
import dev.parsimony.exchange.Json;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class DraftTest {
    private static final String PATH = "/openai/deployments/a/chat/completions";
    private static final String OTHER_PATH = "/openai/deployments/b/chat/completions";

    private final Draft written = draft("{\"messages\":[]}");

    @Test
    void goesToAnotherPathAndIsReadAnewThere() {
        Draft moved = written.with(Change.make(Edits.none(), OTHER_PATH));

        assertThat(moved.call()).isEqualTo(written.call().withPath(OTHER_PATH));
        assertThat(moved.call().body()).isSameAs(written.call().body());
        assertThat(moved.lens().model()).isEqualTo("b");
        assertThat(moved.goesOutAs(written)).isFalse();
    }

    @Test
    void keepsItsPathWhereTheBodyAloneIsChanged() {
        Edits edits = Edits.none().append(written.body().root(), "max_tokens", "9");

        Draft capped = written.with(Change.make(edits));

        assertThat(capped.call().path()).isEqualTo(PATH);
        assertThat(capped.lens().cap()).hasValue(9);
        assertThat(capped.goesOutAs(written)).isFalse();
        assertThat(written.goesOutAs(written)).isTrue();
    }

    @Test
    void isNotMadeOfWhatIsNoJson() {
        Edits edits = Edits.none().splice(0, 1, new byte[0]);

        assertThatThrownBy(() -> written.with(Change.make(edits))).isInstanceOf(IllegalStateException.class);
    }

    private static Draft draft(String json) {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        Call call = new Call("POST", Address.unknown(), PATH, "", Headers.none(), bytes);
        Dialect dialect = Dialects.of(PATH).orElseThrow();
        Json body = Json.read(bytes).orElseThrow();
        return new Draft(call, dialect, body, dialect.lens(PATH, body));
    }
}
