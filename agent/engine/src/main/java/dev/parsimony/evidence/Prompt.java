// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.evidence;

import dev.parsimony.exchange.Block;
import dev.parsimony.exchange.Block.Level;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One prompt against what was sent before: which of its prefixes were seen, which the provider holds, which role each plays.
 * To make one is to note that the prompt is sent. Guarded by its cache's lock.
 */
final class Prompt {
    private static final int LATEST = 4;
    private static final int FIRST_OF_SYSTEM = 16;

    private final List<Prefix> prefixes;
    private final List<Sighting> sightings = new ArrayList<>();
    private final @Nullable Role[] roles;
    private final boolean[] underWay;
    private final Site site;
    private final CacheRules rules;
    private final Course course;
    private final int end;
    private int held = -1;
    private int heldAlone = -1;

    /** Notes that a prompt is sent now. */
    Prompt(List<Prefix> prefixes, Sightings known, Site site, CacheRules rules, Course course, long now) {
        this.prefixes = prefixes;
        this.site = site;
        this.rules = rules;
        this.course = course;
        this.roles = new @Nullable Role[prefixes.size()];
        this.underWay = new boolean[prefixes.size()];
        this.end = lastMarkable();
        site.age(now, rules);
        for (int i = 0; i < prefixes.size(); i++) {
            Sighting sighting = known.of(prefixes.get(i).digest());
            sightings.add(sighting);
            underWay[i] = sighting.isUnderWay(now);
            held = sighting.isHeld(now) ? i : held;
            heldAlone = sighting.wouldBeHeld(now) ? i : heldAlone;
        }
        cast();
        send(now);
    }

    private int lastMarkable() {
        for (int i = prefixes.size() - 1; i >= 0; i--) {
            Block last = prefixes.get(i).last();
            if (last.markable() || last.marked()) {
                return i;
            }
        }
        return -1;
    }

    /** Gives each prefix that may be worth a mark its role. */
    private void cast() {
        int nth = 0;
        int meeting = meeting();
        int first = firstMessage();
        for (int i = 0; i < prefixes.size(); i++) {
            Block last = prefixes.get(i).last();
            boolean sameAsBefore = i > 0 && isLike(prefixes.get(i - 1).last(), last);
            nth = sameAsBefore ? nth + 1 : 0;
            if (i == end) {
                roles[i] = Role.of(Role.Part.END, 0);
            } else if (last.level() == Level.TOOLS) {
                boolean lastTool =
                        i + 1 == prefixes.size() || prefixes.get(i + 1).last().level() != Level.TOOLS;
                roles[i] = lastTool ? Role.of(Role.Part.TOOLS, 0) : null;
            } else if (last.level() == Level.SYSTEM) {
                boolean counts = nth < FIRST_OF_SYSTEM || i == meeting || isLastOfSystem(i);
                roles[i] = counts ? Role.of(Role.Part.SYSTEM, nth) : null;
            } else if (sightings.get(i).ended() || i == meeting) {
                roles[i] = Role.of(Role.Part.HISTORY, 0);
            } else if (last.message() == first && nth < LATEST) {
                roles[i] = Role.of(Role.Part.FIRST, nth);
            } else if (i == end - 1) {
                roles[i] = Role.of(Role.Part.BEFORE_LAST, 0);
            }
        }
        thin();
    }

    private boolean isLastOfSystem(int index) {
        return index + 1 == prefixes.size() || prefixes.get(index + 1).last().level() != Level.SYSTEM;
    }

    /** Of a long history, only the latest places count. */
    private void thin() {
        int seen = 0;
        for (int i = prefixes.size() - 1; i >= 0; i--) {
            Role role = roles[i];
            if (role != null && role.part() == Role.Part.HISTORY && ++seen > LATEST) {
                roles[i] = null;
            }
        }
    }

    private static boolean isLike(Block before, Block block) {
        return before.level() == block.level() && before.message() == block.message();
    }

    private int firstMessage() {
        return prefixes.stream()
                .map(Prefix::last)
                .filter(block -> block.level() == Level.MESSAGES)
                .findFirst()
                .map(Block::message)
                .orElse(-1);
    }

    /** How far the prompt is like one that was sent before. */
    private int meeting() {
        int last = -1;
        for (int i = 0; i < sightings.size() && sightings.get(i).times() > 0; i++) {
            last = i;
        }
        return last;
    }

    private void send(long now) {
        boolean room = site.hasRoom();
        for (int i = 0; i < prefixes.size(); i++) {
            if (!underWay[i]) {
                Role role = roles[i];
                if (role != null && room) {
                    Survival likes = site.survival(role, sightings.get(i).times());
                    site.ask(sightings.get(i), likes, now, rules);
                } else if (role != null) {
                    sightings.get(i).ask(null, now, rules);
                }
                sightings.get(i).sent(course, i == end);
            }
            if (i <= held) {
                sightings.get(i).renew(now);
            }
            if (i <= heldAlone && sightings.get(i).wouldBeHeld(now)) {
                sightings.get(i).wouldHold(now, rules.brief().length().toNanos());
            }
        }
    }

    List<Prefix> prefixes() {
        return prefixes;
    }

    Sighting sighting(int index) {
        return sightings.get(index);
    }

    @Nullable
    Role role(int index) {
        return roles[index];
    }

    /** Whether another call sends this prefix right now, so that it cannot be read and need not be written again. */
    boolean isUnderWay(int index) {
        return underWay[index];
    }

    /** The longest prefix that the provider holds; -1 for none. */
    int held() {
        return held;
    }

    /** The longest prefix that the provider would hold, had it always been left to itself; -1 for none. */
    int heldAlone() {
        return heldAlone;
    }

    Site site() {
        return site;
    }

    CacheRules rules() {
        return rules;
    }

    Course course() {
        return course;
    }
}
