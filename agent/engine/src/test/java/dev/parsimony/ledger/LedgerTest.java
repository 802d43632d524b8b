// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parsimony.exchange.Log;
import dev.parsimony.exchange.Pepper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS) // permissions are POSIX's
class LedgerTest {
    private static final long LARGE = 1L << 30;

    @TempDir
    private Path directory;

    private final List<String> said = new ArrayList<>();
    private int lost;
    private final Ledger ledger = ledger();
    private Path file = Path.of("");

    private Ledger ledger() {
        Pepper pepper = Pepper.of(new Random());
        return new Ledger(new Said(), () -> Calls.NOON, (model, bytes) -> bytes / 4, pepper, () -> lost++);
    }

    @BeforeEach
    void keepItInTheDirectory() {
        file = directory.resolve("calls.jsonl");
        keep(Content.NONE);
    }

    @Test
    void writesALineForEachCall() throws IOException {
        ledger.enter(Calls.billed(), Calls.request());
        ledger.enter(Calls.failed(), Calls.request());
        ledger.write();

        assertThat(Lines.of(file).entries).hasSize(2);
        assertThat(Lines.of(file).call(0).target().url()).isEqualTo("https://api.openai.com/v1/chat/completions");
        assertThat(said).isEmpty();
    }

    @Test
    void isReadableByItsOwnerAlone() throws IOException {
        enter(1);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void keepsNothingOfTheRequestUnlessAsked() throws IOException {
        enter(1);

        assertThat(text()).doesNotContain("lamp", "messages", "fingerprint");
    }

    @Test
    void keepsHashesAndCountsAndNoTextAsAShape() throws IOException {
        keep(Content.SHAPE);
        enter(2);

        assertThat(text())
                .contains("\"shape\":{\"blocks\":[{\"level\":\"messages\",\"role\":\"user\",\"hash\":")
                .doesNotContain("lamp");
        assertThat(Lines.of(file).call(0).fingerprint())
                .isNotEmpty()
                .isEqualTo(Lines.of(file).call(1).fingerprint());
    }

    @Test
    void givesRequestsThatDifferOtherHashes() throws IOException {
        keep(Content.SHAPE);
        ledger.enter(Calls.billed(), Calls.request());
        ledger.enter(Calls.billed(), Calls.request("{\"model\":\"gpt-4.1\",\"messages\":[]}"));
        ledger.write();

        assertThat(Lines.of(file).call(0).fingerprint())
                .isNotEqualTo(Lines.of(file).call(1).fingerprint());
    }

    @Test
    void keepsTheWholeRequestOnItsLineWhereAsked() throws IOException {
        keep(Content.FULL);
        enter(1);

        assertThat(text().lines()).hasSize(1);
        assertThat(text()).contains("\"request\":{\"model\": \"gpt-4.1\",   \"messages\"", Calls.QUESTION);
    }

    @Test
    void writesATenantAsAHashThatIsTheSameInEveryLedgerOfADirectory() throws IOException {
        enter(1);
        Ledger other = ledger();
        other.adopt(new Terms(file, LARGE, Content.NONE, true));
        other.enter(Calls.billed(), Calls.request());
        other.enter(Calls.billed("other"), Calls.request());
        other.write();

        List<String> tenants = Lines.of(file).entries.stream()
                .map(line -> ((LedgerLine) line).origin().tenant())
                .toList();
        assertThat(tenants.get(0))
                .matches("#[0-9a-f]{16}")
                .isEqualTo(tenants.get(1))
                .isNotEqualTo(tenants.get(2));
        assertThat(text()).doesNotContain("acme\"");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve(".parsimony-key"))))
                .isEqualTo("rw-------");
    }

    @Test
    void writesATenantsNameWhereAsked() throws IOException {
        ledger.adopt(new Terms(file, LARGE, Content.NONE, false));
        enter(1);

        assertThat(Lines.of(file).call(0).origin().tenant()).isEqualTo("acme");
    }

    @Test
    void beginsAnotherFileWhenOneIsFull() throws IOException {
        enter(1);
        long one = Files.size(file);
        ledger.adopt(new Terms(file, one + 10, Content.NONE, true));
        enter(1);
        enter(1);

        for (String name : List.of("calls.1.jsonl", "calls.2.jsonl", "calls.jsonl")) {
            assertThat(Lines.of(directory.resolve(name)).entries).as(name).hasSize(1);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve(name))))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void goesOnInAFullFileThatCannotBeRenamed() throws IOException {
        file = directory.resolve("a".repeat(249) + ".jsonl"); // a number makes it too long for any file system
        ledger.adopt(new Terms(file, 10, Content.NONE, true));
        enter(1);
        enter(1);
        enter(1);

        assertThat(Lines.of(file).entries).hasSize(3);
        assertThat(said).isNotEmpty().allMatch(line -> line.contains("is full, cannot be renamed and grows on"));
    }

    @Test
    void triesToRenameAFullFileAgainOnceItHasGrownAsMuchAgain() throws IOException {
        file = directory.resolve("a".repeat(249) + ".jsonl");
        keep(Content.NONE);
        enter(1);
        ledger.adopt(new Terms(file, Files.size(file) * 3, Content.NONE, true));
        for (int i = 0; i < 5; i++) {
            enter(1);
        }

        assertThat(said).hasSize(1);
    }

    @Test
    void losesACallThatCannotBeToldAndNoOtherAndSaysNothingOfIt() throws IOException {
        Pepper pepper = Pepper.of(new Random());
        Ledger picky = new Ledger(new Said(), () -> Calls.NOON, LedgerTest::picky, pepper, () -> lost++);
        picky.adopt(new Terms(file, LARGE, Content.SHAPE, true));
        picky.enter(Calls.billed(), Calls.request());
        String large = "{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":\"" + "x".repeat(500) + "\"}]}";
        picky.enter(Calls.billed(), Calls.request(large));
        picky.enter(Calls.billed(), Calls.request());
        picky.write();

        assertThat(Lines.of(file).entries).hasSize(3).endsWith(new Gap(Calls.NOON, 1));
        assertThat(said)
                .anyMatch(line -> line.equals("ledger: a call is lost: java.lang.IllegalStateException"))
                .noneMatch(line -> line.contains("secret"));
    }

    private static long picky(String model, long bytes) {
        if (bytes > 400) {
            throw new IllegalStateException("secret");
        }
        return bytes / 4;
    }

    @Test
    void goesOnInANewFileWhenSomebodyMovedTheOld() throws IOException {
        enter(1);
        Files.move(file, directory.resolve("moved.jsonl"));
        enter(2);

        assertThat(Lines.of(directory.resolve("moved.jsonl")).entries).hasSize(1);
        assertThat(Lines.of(file).entries).hasSize(2);
    }

    @Test
    void beginsALineOfItsOwnBehindATornOne() throws IOException {
        enter(1);
        Files.writeString(file, "{\"at\":\"2026-1", StandardOpenOption.APPEND);
        Ledger next = ledger();
        next.adopt(new Terms(file, LARGE, Content.NONE, true));
        next.enter(Calls.failed(), Calls.request());
        next.write();

        assertThat(Lines.of(file).entries).hasSize(2);
        assertThat(Lines.of(file).unreadable).containsExactly(2L);
    }

    @Test
    void doesNotFollowALink() throws IOException {
        Path elsewhere = Files.createFile(directory.resolve("elsewhere"));
        Files.createSymbolicLink(file, elsewhere);
        enter(1);

        assertThat(elsewhere).isEmptyFile();
        assertThat(said).anyMatch(line -> line.contains("is a symbolic link"));
    }

    @Test
    void doesNotWriteWhereOthersRead() throws IOException {
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-r--r--")));
        enter(1);

        assertThat(file).isEmptyFile();
        assertThat(said).anyMatch(line -> line.contains("chmod 600"));
    }

    @Test
    void doesNotWriteToWhatIsNoFile() throws IOException {
        Files.createDirectory(file);
        enter(1);

        assertThat(said).anyMatch(line -> line.contains("is not a file"));
    }

    @Test
    void saysThatTheDirectoryIsMissingAndCountsWhatIsLostOnceItIsThere() throws IOException {
        file = directory.resolve("later").resolve("calls.jsonl");
        keep(Content.NONE);
        enter(3);
        assertThat(said).anyMatch(line -> line.contains("its directory is not there"));

        Files.createDirectory(directory.resolve("later"));
        enter(1);

        assertThat(Lines.of(file).entries).hasSize(2).contains(new Gap(Calls.NOON, 3));
    }

    @Test
    void dropsWhatDoesNotFitAndCountsIt() throws IOException {
        enter(10_005);

        assertThat(lost).isEqualTo(5);
        assertThat(Lines.of(file).entries).hasSize(10_001).endsWith(new Gap(Calls.NOON, 5));
    }

    @Test
    void writesElsewhereWhenTheTermsChange() throws IOException {
        enter(1);
        Path first = file;
        file = directory.resolve("other.jsonl");
        keep(Content.NONE);
        enter(1);

        assertThat(Lines.of(first).entries).hasSize(1);
        assertThat(Lines.of(file).entries).hasSize(1);
    }

    @Test
    void keepsNoLedgerUnlessOneIsAskedFor() {
        ledger.adopt(Terms.none());
        enter(1);

        assertThat(ledger.isKept()).isFalse();
        assertThat(directory).isEmptyDirectory();
    }

    private void keep(Content content) {
        ledger.adopt(new Terms(file, LARGE, content, true));
    }

    private void enter(int calls) {
        for (int i = 0; i < calls; i++) {
            ledger.enter(Calls.billed(), Calls.request());
        }
        ledger.write();
    }

    private String text() throws IOException {
        return Files.readString(file, StandardCharsets.UTF_8);
    }

    private final class Said implements Log {
        @Override
        public void say(String line) {
            said.add(line);
        }

        @Override
        public void warn(String topic, String line) {
            said.add(line);
        }

        @Override
        public void debug(Supplier<String> line) {}
    }
}
