// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PriceFilesTest {
    private final Shelf shelf = new Shelf();
    private final PriceFiles files = new PriceFiles(shelf, "");

    /** One file, and how often it was read. */
    private static final class Shelf implements SettingsSource.Reading {
        private String content = "one";
        private Optional<String> stamp = Optional.of("1");
        private boolean locked;
        private int reads;

        @Override
        public byte[] read(String file) throws IOException {
            reads++;
            if (locked) {
                throw new IOException("locked");
            }
            return content.getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public Optional<String> stamp(String file) {
            return stamp;
        }
    }

    @Test
    void isNotReadAgainWhereItsStampIsTheSame() throws IOException {
        files.read("prices.json");

        assertThat(files.hasChanged()).isFalse();
        assertThat(shelf.reads).isEqualTo(1);
    }

    @Test
    void hasChangedWhereStampAndContentAreOthers() throws IOException {
        files.read("prices.json");
        shelf.stamp = Optional.of("2");
        shelf.content = "two";

        assertThat(files.hasChanged()).isTrue();
    }

    @Test
    void hasNotChangedWhereItIsOnlyYoungerAndIsReadOnceMore() throws IOException {
        files.read("prices.json");
        shelf.stamp = Optional.of("2");

        assertThat(files.hasChanged()).isFalse();
        assertThat(files.hasChanged()).isFalse();
        assertThat(shelf.reads).isEqualTo(2);
    }

    @Test
    void isComparedByContentWhereThereIsNoStamp() throws IOException {
        shelf.stamp = Optional.empty();
        files.read("prices.json");

        assertThat(files.hasChanged()).isFalse();
        shelf.content = "two";
        assertThat(files.hasChanged()).isTrue();
    }

    @Test
    void hasChangedWhereItCanBeReadAtLastUnderTheSameStamp() {
        shelf.locked = true;
        assertThatThrownBy(() -> files.read("prices.json")).hasMessage("locked");
        assertThat(files.hasChanged()).isFalse();

        shelf.locked = false;

        assertThat(files.hasChanged()).isTrue();
    }

    @Test
    void isForgotten() throws IOException {
        files.read("prices.json");
        files.forget();
        shelf.stamp = Optional.of("2");
        shelf.content = "two";

        assertThat(files.hasChanged()).isFalse();
    }
}
