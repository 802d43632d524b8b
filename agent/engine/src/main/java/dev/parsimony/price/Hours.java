// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.price;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;

/**
 * Other prices at some times of the day, in UTC.
 *
 * @param days the days on which they hold
 * @param spans the times at which they hold
 * @param except days on which they do not, such as public holidays
 * @param prices the prices
 */
public record Hours(Set<DayOfWeek> days, List<Span> spans, Set<LocalDate> except, Prices prices) {
    /**
     * A time of the day.
     *
     * @param from the first instant
     * @param to the first instant behind it, later on the same day
     */
    public record Span(LocalTime from, LocalTime to) {
        boolean holds(LocalTime time) {
            return !time.isBefore(from) && time.isBefore(to);
        }

        @Override
        public String toString() {
            return from + "-" + to;
        }
    }

    boolean holds(Instant at) {
        ZonedDateTime utc = at.atZone(ZoneOffset.UTC);
        return days.contains(utc.getDayOfWeek())
                && !except.contains(utc.toLocalDate())
                && spans.stream().anyMatch(span -> span.holds(utc.toLocalTime()));
    }

    @Override
    public String toString() {
        return "at " + String.join(" and ", spans.stream().map(Span::toString).toList()) + " UTC: " + prices;
    }
}
