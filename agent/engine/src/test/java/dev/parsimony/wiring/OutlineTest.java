// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parsimony.exchange.Chunk;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutlineTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '^',
            value = {
                "{'a':1,'b':[2,3]} ; {'a':1,'b':[2,3]}",
                "{'a':[{'b':[1]},{'c':2}],'d':{'e':3}} ; {'a':[{},{}],'d':{'e':3}}",
                "[[[1],[[2]]],3] ; [[[],[]],3]",
                "{'a':'}]','b':{'c':['[',{'d':'}]'}],'e':'f'}} ; {'a':'}]','b':{'c':[],'e':'f'}}",
                "{'a':[['\\']','\\\\']],'b':'\\\\'} ; {'a':[[]],'b':'\\\\'}",
                "{'a':[[ ; {'a':[[",
                "no json ; no json"
            })
    void emptiesWhatLiesDeeperThanTwo(String text, String outline) {
        byte[] bytes = text.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        for (int cut = 0; cut <= bytes.length; cut++) {
            assertThat(of(new Chunk(bytes, 0, cut), new Chunk(bytes, cut, bytes.length - cut)))
                    .isEqualTo(outline.replace('\'', '"'));
        }
    }

    @Test
    void keepsNothingOfTheChunkThatCarriedIt() {
        byte[] buffer = "{\"a\":[[1]]}".getBytes(StandardCharsets.UTF_8);
        Copy copy = new Copy(100);
        new Outline(2, copy).add(Chunk.of(buffer));
        buffer[0] = '#';

        assertThat(copy.whole()).asString(StandardCharsets.UTF_8).isEqualTo("{\"a\":[[]]}");
    }

    private static String of(Chunk... chunks) {
        Copy copy = new Copy(1000);
        Outline outline = new Outline(2, copy);
        for (Chunk chunk : chunks) {
            outline.add(chunk);
        }
        return new String(copy.whole(), StandardCharsets.UTF_8);
    }
}
