// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.advice;

import java.util.Locale;

/**
 * A rule in the making, in the settings' own words.
 *
 * @param conditions beside the call site, each behind a comma
 * @param action what it does
 */
record Rule(String conditions, String action) {
    static Rule of(String action) {
        return new Rule("", action);
    }

    /** With one more condition. */
    Rule when(String condition) {
        return new Rule(conditions + ", " + condition, action);
    }

    /** The rule for a call site. */
    String at(String site, String lever) {
        String method = site.substring(site.lastIndexOf('.', site.lastIndexOf('.') - 1) + 1);
        String name = (method + " " + lever).replaceAll("[^A-Za-z0-9]+", "-").toLowerCase(Locale.ROOT);
        return "{name: " + name + ", when: {call_site: \"" + site + "\"" + conditions + "}, then: {" + action + "}}";
    }
}
