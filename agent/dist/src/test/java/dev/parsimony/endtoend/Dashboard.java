// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.endtoend;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A Grafana dashboard's queries, with its variables filled in as Grafana does while all values are chosen. */
final class Dashboard {
    private static final Path OURS = Path.of("otel-collector-config", "grafana", "dashboards", "parsimony.json");
    private static final Pattern VARIABLE = Pattern.compile("\\$(?:\\{(\\w+)(?::\\w+)?\\}|(\\w+))");

    /** Grafana's own function for the values of a variable; Prometheus does not know it. */
    private static final Pattern LABEL_VALUES = Pattern.compile("label_values\\((.+),\\s*(\\w+)\\)");

    private static final Pattern IN_LEGEND = Pattern.compile("\\{\\{\\s*(\\w+)\\s*\\}\\}");

    private final JsonNode root;
    private final Map<String, String> variables =
            new TreeMap<>(Map.of("__rate_interval", "5m", "__interval", "1m", "__range", "10m"));

    private Dashboard(JsonNode root) {
        this.root = root;
        templates()
                .forEach(variable -> variables.put(
                        variable.path("name").asString(),
                        variable.path("allValue").asString()));
    }

    /** The dashboard that comes with the project. */
    static Dashboard ours() {
        return Stream.iterate(Path.of("").toAbsolutePath(), Objects::nonNull, Path::getParent)
                .map(directory -> directory.resolve(OURS))
                .filter(Files::isRegularFile)
                .findFirst()
                .map(file -> of(JsonMapper.shared().readTree(file)))
                .orElseThrow();
    }

    /** The dashboard of this JSON. */
    static Dashboard of(JsonNode root) {
        return new Dashboard(root);
    }

    /** Every query there is: those of panels, in rows or not, and those of variables. */
    List<Query> queries() {
        Stream<Query> ofPanels = panels(root)
                .flatMap(panel -> panel.path("targets").valueStream().map(target -> ofPanel(panel, target)));
        Stream<Query> ofVariables = templates()
                .filter(variable -> variable.path("type").asString().equals("query"))
                .map(this::ofVariable);
        return Stream.concat(ofPanels, ofVariables).toList();
    }

    private static Stream<JsonNode> panels(JsonNode parent) {
        return parent.path("panels").valueStream().flatMap(panel -> Stream.concat(Stream.of(panel), panels(panel)));
    }

    private Stream<JsonNode> templates() {
        return root.path("templating").path("list").valueStream();
    }

    private Query ofPanel(JsonNode panel, JsonNode target) {
        String where =
                panel.path("title").asString() + " " + target.path("refId").asString();
        Set<String> shown = IN_LEGEND
                .matcher(target.path("legendFormat").asString(""))
                .results()
                .map(label -> label.group(1))
                .collect(Collectors.toSet());
        return new Query(where, filled(where, target.path("expr").asString()), shown);
    }

    private Query ofVariable(JsonNode variable) {
        String where = "variable " + variable.path("name").asString();
        String text = filled(where, variable.path("query").path("query").asString());
        return new Query(where, LABEL_VALUES.matcher(text).replaceAll("count by ($2) ($1)"), Set.of());
    }

    private String filled(String where, String text) {
        return VARIABLE.matcher(text).replaceAll(variable -> {
            String name = Optional.ofNullable(variable.group(1)).orElse(variable.group(2));
            return Matcher.quoteReplacement(value(where, name));
        });
    }

    private String value(String where, String variable) {
        String value = variables.get(variable);
        if (value == null) {
            throw new IllegalArgumentException(where + ": the dashboard has no variable " + variable);
        }
        return value;
    }
}
