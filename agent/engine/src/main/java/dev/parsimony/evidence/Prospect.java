// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.evidence;

/**
 * How likely a prefix is to be sent again, and what one who writes it may expect of that.
 *
 * @param withinShort how likely within the shortest life
 * @param withinLong how likely within the longest
 * @param otherwise what a token will cost then if it is not written now: plain input, or writing if that pays by then
 */
record Prospect(double withinShort, double withinLong, double otherwise) {
    static Prospect of(Sighting sighting, Role role, Site site, CacheRules rules) {
        Survival likes = site.survival(role, sighting.times() - 1);
        Survival then = site.survival(role.next(), sighting.times());
        return new Prospect(sighting.withinShort(likes), sighting.withinLong(likes), otherwise(then, rules));
    }

    private static double otherwise(Survival then, CacheRules rules) {
        double brief = rules.brief().write();
        double longest = rules.longest().write();
        if (then.withinShort() * (brief - rules.read()) > brief - 1) {
            return brief;
        }
        return then.withinLong() * (longest - rules.read()) > longest - 1 ? longest : 1;
    }

    /** Whoever sends a longer prefix again sends this one again too. */
    Prospect atLeast(Prospect longer) {
        return new Prospect(
                Math.max(withinShort, longer.withinShort), Math.max(withinLong, longer.withinLong), otherwise);
    }

    /** What writing a token for the shortest life is expected to save. */
    double gainShort(CacheRules rules) {
        return withinShort * (otherwise - rules.read()) - (rules.brief().write() - 1);
    }

    /** What writing a token for the longest life is expected to save. */
    double gainLong(CacheRules rules) {
        double longest = rules.longest().write();
        double later = otherwise > 1 ? Math.max(otherwise, longest) : 1;
        return withinLong * (later - rules.read()) - (longest - 1);
    }
}
