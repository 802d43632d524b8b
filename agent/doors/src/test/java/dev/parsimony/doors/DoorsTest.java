// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.doors;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.lang.instrument.ClassFileTransformer;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import net.bytebuddy.agent.ByteBuddyAgent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoorsTest {
    private static final String SHOP = Shop.class.getName().replace('.', '/');
    private static final String LINE =
            SHOP + " door loops " + Order.class.getName().replace('.', '/') + " method place.path";

    private final AtomicInteger woken = new AtomicInteger();

    /** Else it would stay: a lookout takes away none but itself. */
    @AfterEach
    void lookAway() throws Exception {
        dispatcher().getField("lookout").set(null, null);
    }

    @Test
    void wakeTheAgentOnceForWhatMayBeACallToAModel() throws Exception {
        hang(null, LINE);

        knock(Order.of("POST", "/v1/chat/completions"));
        knock(Order.of("POST", "/v1/chat/completions"));

        assertThat(woken).hasValue(1);
    }

    @Test
    void askNothingButThePathWhereTheyShowNoMore() throws Exception {
        hang(null, SHOP + " door loops java/net/URI any getRawPath");

        knock(URI.create("http://localhost/health"));
        knock(URI.create("mailto:model@example.com"));
        assertThat(woken).hasValue(0);
        knock(URI.create("http://localhost/v1/messages"));

        assertThat(woken).hasValue(1);
    }

    @Test
    void letEverythingElseThroughWithoutAWord() throws Exception {
        hang(null, LINE);

        knock(Order.of("GET", "/v1/chat/completions"));
        knock(Order.of("POST", "/health"));
        knock(new Order("POST", null));
        knock("a text");
        knock(null);

        assertThat(woken).hasValue(0);
    }

    @Test
    void wakeTheAgentForAnyPostWhereTheSettingsMayNameTheApiOfAHost(@TempDir Path directory) throws Exception {
        Path settings = Files.writeString(directory.resolve("p.yaml"), "hosts: [{match: llm, api: openai.chat}]");
        hang(settings.toString(), LINE);

        knock(Order.of("GET", "/lamps"));
        assertThat(woken).hasValue(0);
        knock(Order.of("POST", "/lamps"));

        assertThat(woken).hasValue(1);
    }

    @Test
    void knowNothingOfARequestWhoseMethodsAreOthers() throws Exception {
        hang("no such file", LINE.replace("place.path", "place.way"));

        knock(Order.of("POST", "/v1/chat/completions"));

        assertThat(woken).hasValue(0);
    }

    @Test
    void keepInMindWhatTheAgentIsToKnowOfLater() throws Exception {
        Iterable<?> doors = (Iterable<?>) hang(null, LINE, SHOP + " door loops this");
        Shop shop = new Shop();

        knock(shop);
        knock(shop);
        knock(Order.of("GET", "/lamps"));

        assertThat(doors).singleElement().isSameAs(shop);
        assertThat(woken).hasValue(0);
    }

    @Test
    void keepOnlyAFewInMind() throws Exception {
        Iterable<?> doors = (Iterable<?>) hang(null, SHOP + " door loops this");
        List<Shop> many = Stream.generate(Shop::new).limit(100).toList();

        for (Shop shop : many) {
            knock(shop);
        }

        assertThat(doors).hasSize(16).allMatch(many::contains);
    }

    @Test
    void arePutIntoTheClassesThatHaveThem() throws Exception {
        ClassFileTransformer doors = hang(null, LINE);

        assertThat(doors.transform(null, SHOP, null, null, classFile())).hasSizeGreaterThan(classFile().length);
        assertThat(woken).hasValue(0);
    }

    @Test
    void wakeTheAgentAtOnceWhereADoorIsNotAsItIsKnown() throws Exception {
        ClassFileTransformer doors = hang(null, LINE.replace("loops", "sends"));

        assertThat(doors.transform(null, SHOP, null, null, classFile())).isNull();
        assertThat(woken).hasValue(1);
    }

    private ClassFileTransformer hang(@Nullable String settings, String... lines) throws Exception {
        return Doors.hang(ByteBuddyAgent.install(), List.of(lines), settings, woken::incrementAndGet);
    }

    private static void knock(@Nullable Object request) throws Exception {
        dispatcher().getMethod("knock", Object.class).invoke(null, request);
    }

    private static Class<?> dispatcher() throws ClassNotFoundException {
        return Class.forName("java.lang.ParsimonyDispatcher", false, null);
    }

    private static byte[] classFile() throws Exception {
        try (InputStream in = Objects.requireNonNull(Shop.class.getResourceAsStream("Shop.class"))) {
            return in.readAllBytes();
        }
    }
}
