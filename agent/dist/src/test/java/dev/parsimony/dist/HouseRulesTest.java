// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.dist;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.conditions.ArchConditions;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Who may import whom, and which library is used where. */
class HouseRulesTest {
    private static final String[] ENGINE = {
        "exchange",
        "dialect",
        "settings",
        "rules",
        "tokens",
        "rewrite",
        "evidence",
        "recall",
        "price",
        "ledger",
        "report",
        "advice",
        "wiring"
    };

    private static JavaClasses house;

    @BeforeAll
    static void read() {
        house = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("dev.parsimony");
    }

    @TestFactory
    Stream<DynamicTest> everyRoomOpensOnlyItsOwnDoors() {
        return Stream.of(
                        new Room("premain"),
                        new Room("exchange"),
                        new Room("dialect", "exchange"),
                        new Room("rules", "exchange"),
                        new Room("settings", "exchange", "rules", "price"),
                        new Room("tokens", "exchange"),
                        new Room("rewrite", "exchange"),
                        new Room("evidence", "exchange"),
                        new Room("recall", "exchange"),
                        new Room("price", "exchange"),
                        new Room("ledger", "exchange"),
                        new Room("report", "exchange", "ledger", "advice"),
                        new Room("advice", "exchange"),
                        new Room("wiring", ENGINE),
                        new Room("beside"),
                        new Room("telemetry", with("beside", ENGINE)),
                        new Room("doors"),
                        new Room("weaving", with("beside", with("doors", ENGINE))),
                        new Room("instrumentation.stainless", "exchange", "weaving"),
                        new Room("instrumentation.openai", "exchange", "weaving", "instrumentation.stainless"),
                        new Room("instrumentation.anthropic", "exchange", "weaving", "instrumentation.stainless"),
                        new Room("instrumentation.langchain4j", "exchange", "weaving"),
                        new Room("instrumentation.okhttp", "exchange", "weaving"),
                        new Room("instrumentation.opentelemetry", "exchange", "weaving"),
                        new Room("instrumentation.apache", "exchange", "weaving"),
                        new Room("instrumentation.jdk", "exchange", "weaving"),
                        new Room("instrumentation.azure", "exchange", "weaving"),
                        new Room("instrumentation.spring", "exchange", "weaving"),
                        new Room("simulator.billing"),
                        new Room("simulator.http", "simulator.billing"),
                        new Room("cli", with("simulator.billing", ENGINE)))
                .map(room -> dynamicTest(room.toString(), () -> room.rule().check(house)));
    }

    @Test
    void noTwoRoomsLeanOnEachOther() {
        check(SlicesRuleDefinition.slices()
                .matching("dev.parsimony.(*)..")
                .should()
                .beFreeOfCycles());
    }

    @Test
    void byteBuddyLivesInWeavingAndAnnotatesAdvice() {
        onlyIn("net.bytebuddy..", "weaving", "instrumentation");
    }

    @Test
    void openTelemetryLivesInTelemetry() {
        onlyIn("io.opentelemetry..", "telemetry", "testkit");
    }

    @Test
    void micrometerIsReachedFromBesideItAlone() {
        onlyIn("io.micrometer..", "telemetry.meters");
    }

    @Test
    void theTokenizerAndTheCommandParserServeTheCommandLine() {
        onlyIn("com.knuddels..", "cli");
        onlyIn("picocli..", "cli");
    }

    @Test
    void premainNeedsNothingButTheJdksBase() {
        check(classes()
                .that(resideInAPackage(Room.path("premain")))
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                        Room.path("premain"),
                        "java.io..",
                        "java.lang..",
                        "java.net..",
                        "java.nio..",
                        "java.security..",
                        "java.util",
                        "java.util.function",
                        "java.util.jar..",
                        "java.util.zip..",
                        "org.jspecify..")));
    }

    @Test
    void theSimulatorCanJudgeTheEngineBecauseItKnowsNothingOfIt() {
        check(noClasses()
                .that(resideInAPackage(Room.path("simulator")))
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage(Stream.of(ENGINE).map(Room::path).toArray(String[]::new))));
    }

    @Test
    void nothingOfOursLogsThroughALoggingFramework() {
        check(noClasses()
                .that(resideInAPackage("dev.parsimony.."))
                .should()
                .dependOnClassesThat(resideInAnyPackage("java.util.logging..", "org.slf4j..", "org.apache.logging..")));
    }

    @Test
    void onlyTheCommandLineWritesToTheStandardOutput() {
        check(noClasses()
                .that(resideInAPackage("dev.parsimony..")
                        .and(not(resideInAnyPackage(Room.path("cli"), Room.path("simulator"), Room.path("testkit")))))
                .should()
                .accessField(System.class, "out"));
    }

    @Test
    void everyPackageSaysWhatMayBeNull() {
        check(classes()
                .that(resideInAPackage("dev.parsimony.."))
                .should(ArchConditions.be(describe(
                        "in a @NullMarked package", type -> type.getPackage().isAnnotatedWith(NullMarked.class)))));
    }

    @Test
    void nothingStaticChanges() {
        // Except where the JVM or a library makes our objects by a static call that knows nothing of us.
        check(fields().that()
                .areStatic()
                .and()
                .areDeclaredInClassesThat(resideInAPackage("dev.parsimony..")
                        .and(not(resideInAnyPackage(Room.path("premain"), Room.path("telemetry.jul")))))
                .and()
                .doNotHaveModifier(JavaModifier.SYNTHETIC)
                .should()
                .beFinal());
    }

    private static void onlyIn(String library, String... rooms) {
        check(noClasses()
                .that(resideInAPackage("dev.parsimony..")
                        .and(not(resideInAnyPackage(
                                Stream.of(rooms).map(Room::path).toArray(String[]::new)))))
                .should()
                .dependOnClassesThat(resideInAPackage(library)));
    }

    private static void check(ArchRule rule) {
        rule.allowEmptyShould(true).check(house);
    }

    private static String[] with(String room, String... others) {
        return Stream.concat(Stream.of(room), Stream.of(others)).toArray(String[]::new);
    }
}
