// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.weaving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parsimony.exchange.Address;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BaseTest {
    @ParameterizedTest
    @CsvSource({
        "https://api.openai.com/v1, https, api.openai.com, -1, /v1",
        "https://API.OpenAI.com/v1/, https, api.openai.com, -1, /v1",
        "http://localhost:8080, http, localhost, 8080, ''",
        "http://my_llm:8080/v1, http, my_llm, 8080, /v1",
        "http://my_llm, http, my_llm, -1, ''",
        "http://user:secret@my_llm:80/v1, http, my_llm, 80, /v1",
        "http://[::1]:8080/v1, http, [::1], 8080, /v1"
    })
    void readsWhereAnApiAnswers(String url, String scheme, String host, int port, String path) {
        assertThat(Base.of(url)).isEqualTo(new Base(new Address(scheme, host, port), path));
    }

    @ParameterizedTest
    @CsvSource({
        "https://llm.example/v1/models/a:go?alt=sse, /v1/models/b:go, https://llm.example/v1/models/b:go?alt=sse",
        "http://my_llm:8080/model/a/go, /model/b:0/go, http://my_llm:8080/model/b:0/go",
        "https://llm.example/a%20b?q=%2F, '/a c', https://llm.example/a%20c?q=%2F",
        "https://llm.example/a%20b/?q, '/a b', https://llm.example/a%20b/?q",
        "https://user@llm.example/a, /a, https://user@llm.example/a"
    })
    void changesThePathOfAUrlAndNothingElse(String url, String path, String moved) {
        assertThat(Base.moved(url, path)).isEqualTo(moved);
    }

    @Test
    void changesNoPathThatIsNotThere() {
        assertThatThrownBy(() -> Base.moved("https://llm.example?a/b", "/v1"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void tellsHostsApartThatJavaCannotRead() {
        assertThat(Base.of("http://my_llm:1").address())
                .isNotEqualTo(Base.of("http://my_llm:2").address())
                .isNotEqualTo(Base.of("http://your_llm:1").address());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no url", "/v1", "https:///v1", "http://host:port/"})
    void knowsNothingOfWhatIsNoUrl(String text) {
        assertThat(Base.of(text)).isEqualTo(Base.unknown());
    }
}
