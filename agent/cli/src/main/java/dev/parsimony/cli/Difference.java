// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.cli;

import dev.parsimony.exchange.Node;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * What differs between two JSON values, by the paths of what differs. Members are compared by name, items by position once
 * those that are alike at both ends are set aside, long texts line by line.
 */
final class Difference {
    private static final int WIDTH = 100;
    private static final String PATH_OF_ROOT = "request";

    private final List<Line> lines = new ArrayList<>();

    /**
     * One line of it.
     *
     * @param sign {@code -} for what was there, {@code +} for what is there now
     * @param path where, {@code messages[0].content}
     * @param value the value as JSON, cut short where it is long
     */
    record Line(char sign, String path, String value) {
        @Override
        public String toString() {
            return sign + " " + path + ": " + value;
        }
    }

    private Difference() {}

    /**
     * Compares.
     *
     * @param before a value
     * @param after another
     * @return what differs; empty if nothing does
     */
    static List<Line> between(Node before, Node after) {
        Difference difference = new Difference();
        difference.compare("", before, after);
        return difference.lines;
    }

    private void compare(String path, Node before, Node after) {
        if (before.raw().equals(after.raw())) {
            return;
        }
        if (before.is(Node.Kind.OBJECT) && after.is(Node.Kind.OBJECT)) {
            members(path, before, after);
        } else if (before.is(Node.Kind.ARRAY) && after.is(Node.Kind.ARRAY)) {
            items(path, before.items(), after.items());
        } else if (isLong(before) && isLong(after)) {
            texts(path, before.text(), after.text());
        } else {
            line('-', path, before);
            line('+', path, after);
        }
    }

    private void members(String path, Node before, Node after) {
        Set<String> names = new LinkedHashSet<>();
        before.children().forEach(member -> names.add(member.name()));
        after.children().forEach(member -> names.add(member.name()));
        for (String name : names) {
            compare(path.isEmpty() ? name : path + "." + name, before.get(name), after.get(name));
        }
    }

    private void items(String path, List<Node> before, List<Node> after) {
        Span span = Span.of(before, after, Node::raw);
        List<Node> gone = span.of(before);
        List<Node> come = span.of(after);
        for (int i = 0; i < Math.max(gone.size(), come.size()); i++) {
            String item = path + "[" + (span.start() + i) + "]";
            if (i < gone.size() && i < come.size()) {
                compare(item, gone.get(i), come.get(i));
            } else {
                line(i < gone.size() ? '-' : '+', item, i < gone.size() ? gone.get(i) : come.get(i));
            }
        }
    }

    private void texts(String path, String before, String after) {
        List<String> old = before.lines().toList();
        List<String> now = after.lines().toList();
        Span span = Span.of(old, now, Function.identity());
        span.of(old).forEach(line -> lines.add(new Line('-', path, shortened(line))));
        span.of(now).forEach(line -> lines.add(new Line('+', path, shortened(line))));
    }

    private static boolean isLong(Node value) {
        return value.is(Node.Kind.STRING) && value.text().indexOf('\n') >= 0;
    }

    private void line(char sign, String path, Node value) {
        if (value.exists()) {
            lines.add(new Line(sign, path.isEmpty() ? PATH_OF_ROOT : path, shortened(value.raw())));
        }
    }

    private static String shortened(String text) {
        String line = text.replaceAll("\\s+", " ");
        return line.length() <= WIDTH
                ? line
                : line.substring(0, WIDTH) + "... (" + (line.length() - WIDTH) + " more characters)";
    }

    /**
     * The middle of two lists, without what is alike at their beginnings and ends.
     *
     * @param start where it starts in both
     * @param tail how many items behind it are alike
     */
    private record Span(int start, int tail) {
        static <T> Span of(List<T> before, List<T> after, Function<T, String> text) {
            int most = Math.min(before.size(), after.size());
            int start = 0;
            while (start < most && text.apply(before.get(start)).equals(text.apply(after.get(start)))) {
                start++;
            }
            int tail = 0;
            while (tail < most - start
                    && text.apply(before.get(before.size() - 1 - tail))
                            .equals(text.apply(after.get(after.size() - 1 - tail)))) {
                tail++;
            }
            return new Span(start, tail);
        }

        <T> List<T> of(List<T> list) {
            return list.subList(start, list.size() - tail);
        }
    }
}
