// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.dist;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Stream;

/**
 * A package of the house and the others that one may enter from it.
 *
 * @param name the package below {@code dev.parsimony}, with all that is below it
 * @param doors names of the other packages that it may import
 */
record Room(String name, List<String> doors) {
    Room(String name, String... doors) {
        this(name, List.of(doors));
    }

    /** Whose classes, and those below it, a package's name means. */
    static String path(String name) {
        return "dev.parsimony." + name + "..";
    }

    /** It imports nothing of ours but itself and what its doors lead to; the rule holds of an empty room as well. */
    ArchRule rule() {
        String[] open =
                Stream.concat(Stream.of(name), doors.stream()).map(Room::path).toArray(String[]::new);
        return noClasses()
                .that(resideInAPackage(path(name)))
                .should()
                .dependOnClassesThat(resideInAPackage("dev.parsimony..").and(not(resideInAnyPackage(open))))
                .as(name + " imports of ours only " + doors)
                .allowEmptyShould(true);
    }
}
