// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.premain;

import org.jspecify.annotations.Nullable;

/** Is this JVM new enough? Everything behind the door is compiled for Java 17. */
final class JavaVersionCheck implements StartupCheck {
    /** The oldest Java whose class files we write. */
    static final int OLDEST = 17;

    private final @Nullable String specification;

    /** @param specification the property {@code java.specification.version}: {@code 1.8}, {@code 11}, {@code 25} */
    JavaVersionCheck(@Nullable String specification) {
        this.specification = specification;
    }

    @Override
    public @Nullable Objection objection() {
        if (feature() >= OLDEST) {
            return null;
        }
        return Objection.saying("needs Java " + OLDEST + " or newer; this is Java " + specification);
    }

    /** The feature number: {@code 1.8} is 8. What cannot be read counts as too old. */
    private int feature() {
        if (specification == null) {
            return 0;
        }
        try {
            return Integer.parseInt(specification.startsWith("1.") ? specification.substring(2) : specification);
        } catch (NumberFormatException unreadable) {
            return 0;
        }
    }
}
