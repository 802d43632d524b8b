// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.cli;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.TypeConversionException;

/** Times as users write them; UTC where they name no offset. */
final class Times {
    private static final List<Function<String, Instant>> FORMS = List.of(
            text -> OffsetDateTime.parse(text).toInstant(),
            text -> LocalDateTime.parse(text).toInstant(ZoneOffset.UTC),
            text -> LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC));

    private Times() {}

    /**
     * Reads a time.
     *
     * @param text {@code 2026-11-21T12:00:00Z}, with another offset, without one, or the date alone
     * @throws TypeConversionException if it is none of these
     */
    static Instant read(String text) {
        return FORMS.stream()
                .flatMap(form -> attempt(form, text).stream())
                .findFirst()
                .orElseThrow(() -> new TypeConversionException(
                        "'" + text + "' is no time; write 2026-11-21 or 2026-11-21T12:00:00Z"));
    }

    private static Optional<Instant> attempt(Function<String, Instant> form, String text) {
        try {
            return Optional.of(form.apply(text));
        } catch (DateTimeException another) {
            return Optional.empty();
        }
    }
}
