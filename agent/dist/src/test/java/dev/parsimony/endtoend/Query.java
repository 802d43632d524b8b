// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.endtoend;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A PromQL query, read as far as it takes to see what it asks for. Whether it is well formed, promtool judges.
 *
 * @param where the panel or variable it is from
 * @param text the query
 * @param legend the labels by whose values its results are named
 */
record Query(String where, String text, Set<String> legend) {
    private static final Pattern TEXTS = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"");
    private static final Pattern GROUPINGS =
            Pattern.compile("\\b(?:by|without|on|ignoring|group_left|group_right)\\s*\\(([^)]*)\\)");
    private static final Pattern MATCHERS = Pattern.compile("\\{([^}]*)\\}");
    private static final Pattern RANGES = Pattern.compile("\\[[^\\]]*\\]");
    private static final Pattern NAMES = Pattern.compile("\\b[a-zA-Z_:][\\w:]*+(?!\\s*\\()");
    private static final Set<String> WORDS = Set.of("and", "or", "unless", "bool", "offset", "atan2");

    /** The metrics it names. */
    Set<String> metrics() {
        String selectors = without(RANGES, without(MATCHERS, without(GROUPINGS, withoutTexts())));
        return NAMES.matcher(selectors)
                .results()
                .map(MatchResult::group)
                .filter(name -> !WORDS.contains(name))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The labels it names, be it to choose series or to group them. */
    Set<String> labels() {
        return Stream.of(GROUPINGS, MATCHERS)
                .flatMap(lists -> lists.matcher(withoutTexts()).results())
                .flatMap(list -> List.of(list.group(1).split(",")).stream())
                .map(label -> label.split("[=!]", 2)[0].strip())
                .filter(label -> !label.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private String withoutTexts() {
        return TEXTS.matcher(text).replaceAll("''");
    }

    private static String without(Pattern part, String text) {
        return part.matcher(text).replaceAll(" ");
    }

    @Override
    public String toString() {
        return where + ": " + text;
    }
}
