// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.simulator.http;

import dev.parsimony.simulator.billing.Charge;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A page of time buckets, as the reports of both providers have them. Buckets begin at whole days, hours or minutes of UTC;
 * empty ones are there, too.
 *
 * @param buckets of this page
 * @param next where the next page begins; empty after the last
 */
record Buckets(List<Bucket> buckets, String next) {

    private static final Map<String, Duration> WIDTHS =
            Map.of("1d", Duration.ofDays(1), "1h", Duration.ofHours(1), "1m", Duration.ofMinutes(1));

    private static final Map<String, Integer> USUAL = Map.of("1d", 7, "1h", 24, "1m", 60);
    private static final String PAGE = "page_";

    /**
     * One of them.
     *
     * @param from its first instant
     * @param to the instant behind its last
     */
    record Bucket(Instant from, Instant to) {

        /** Those of the charges that fall into it. */
        List<Charge> of(List<Charge> charges) {
            return charges.stream()
                    .filter(charge -> !charge.at().isBefore(from) && charge.at().isBefore(to))
                    .toList();
        }
    }

    /**
     * The page that a query asks for.
     *
     * @param start the name of the parameter that says where to begin
     * @param end the name of the one that says where to end; now, if it is not there
     * @param time reads a time as this provider writes it
     */
    static Buckets of(Query query, String start, String end, Function<String, Instant> time, Instant now) {
        try {
            String width = query.first("bucket_width").orElse("1d");
            Instant from = query.first(start)
                    .map(time)
                    .orElseThrow(() -> Rejection.invalid("Missing required parameter: '" + start + "'."));
            Instant to = query.first(end).map(time).orElse(now);
            if (!WIDTHS.containsKey(width)) {
                throw Rejection.invalid("bucket_width must be one of 1m, 1h, 1d.");
            }
            int limit = query.first("limit").map(Integer::parseInt).orElse(USUAL.getOrDefault(width, 7));
            int skipped = query.first("page")
                    .map(page -> Integer.parseInt(page.replace(PAGE, "")))
                    .orElse(0);
            return page(from, to, WIDTHS.get(width), skipped, limit);
        } catch (DateTimeException | NumberFormatException e) {
            throw Rejection.invalid("Invalid parameter: " + e.getMessage());
        }
    }

    private static Buckets page(Instant start, Instant end, Duration width, int skipped, int limit) {
        long seconds = width.toSeconds();
        Instant from =
                Instant.ofEpochSecond(Math.floorDiv(start.getEpochSecond(), seconds) * seconds + skipped * seconds);
        List<Bucket> buckets = new ArrayList<>();
        while (from.isBefore(end) && buckets.size() < limit) {
            buckets.add(new Bucket(from, from.plus(width)));
            from = from.plus(width);
        }
        return new Buckets(List.copyOf(buckets), from.isBefore(end) ? PAGE + (skipped + limit) : "");
    }
}
