// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.ledger;

import dev.parsimony.exchange.Hindsight;
import dev.parsimony.exchange.Members;
import dev.parsimony.exchange.Node;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** How hindsight is written in a line. What would not have changed the cost is left out. */
final class HindsightForm {
    /** The member of a line that it stands in. */
    static final String NAME = "hindsight";

    private static final String CAP = "cap";
    private static final String AGAIN = "again_ms";
    private static final String STANDS_FOR = "stands_for";
    private static final String UNREAD = "unread_usd";
    private static final String BROKEN = "broken_usd";
    private static final String BREAKER = "breaker";

    private HindsightForm() {}

    static void write(JsonLine json, @Nullable Hindsight seen) {
        if (seen != null) {
            json.object(NAME, members -> members(members, seen));
        }
    }

    private static void members(JsonLine json, Hindsight seen) {
        if (seen.cap() >= 0) {
            json.number(CAP, seen.cap());
        }
        json.millis(AGAIN, seen.againMicros()).count(STANDS_FOR, seen.standsFor());
        money(json, UNREAD, seen.unread());
        money(json, BROKEN, seen.broken());
        json.text(BREAKER, seen.breaker());
    }

    private static void money(JsonLine json, String name, BigDecimal usd) {
        if (usd.signum() != 0) {
            json.money(name, usd);
        }
    }

    static @Nullable Hindsight read(Node seen) {
        return seen.is(Node.Kind.OBJECT) ? read(new Members(seen)) : null;
    }

    private static Hindsight read(Members seen) {
        long cap = LineReader.number(seen, CAP, -1);
        return new Hindsight(
                LineReader.micros(seen, AGAIN),
                cap,
                (int) LineReader.number(seen, STANDS_FOR, 0),
                money(seen.get(UNREAD)),
                money(seen.get(BROKEN)),
                LineReader.text(seen, BREAKER));
    }

    private static BigDecimal money(Node usd) {
        return usd.exists() ? LineReader.money(usd) : BigDecimal.ZERO;
    }
}
