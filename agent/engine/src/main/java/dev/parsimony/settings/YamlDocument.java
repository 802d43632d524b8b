// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.settings;

import dev.parsimony.exchange.Position;
import dev.parsimony.settings.Value.Entry;
import dev.parsimony.settings.Value.Kind;
import dev.parsimony.settings.Value.Mapping;
import dev.parsimony.settings.Value.Scalar;
import dev.parsimony.settings.Value.Sequence;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/**
 * A settings file taken apart by YAML 1.2's core schema into values that know their places. Only nodes are composed, no
 * object is ever constructed from a tag, and what aliases share stays shared.
 */
final class YamlDocument {
    private static final Map<Tag, Kind> KINDS = Map.of(
            Tag.STR, Kind.TEXT,
            Tag.MERGE, Kind.TEXT,
            Tag.INT, Kind.NUMBER,
            Tag.FLOAT, Kind.NUMBER,
            Tag.BOOL, Kind.SWITCH,
            Tag.NULL, Kind.NOTHING);

    private static final int DEEP = 100;

    private static final LoadSettings YAML = LoadSettings.builder()
            .setSchema(new CoreSchema())
            .setUseMarks(true)
            .setAllowNonScalarKeys(true) // refused by us, with their place
            .setMaxAliasesForCollections(200)
            .build();

    private final String source;
    private final Audit audit;
    private final Map<Node, Value> values = new HashMap<>(); // nodes compare by identity

    private YamlDocument(String source, Audit audit) {
        this.source = source;
        this.audit = audit;
    }

    /**
     * Takes a file apart.
     *
     * @param source the file as the user named it
     * @param bytes what is in it, in UTF-8
     * @param audit who is told of mistakes
     * @return its settings; none if it is empty or no YAML
     */
    static Mapping read(String source, byte[] bytes, Audit audit) {
        return new YamlDocument(source, audit).read(bytes);
    }

    private Mapping read(byte[] bytes) {
        Mapping empty = new Mapping(List.of(), new Place(source, 1, 1));
        Value value = compose(bytes).orElse(empty);
        if (value instanceof Mapping mapping) {
            return mapping;
        }
        audit.problem(value.place(), "", "must be a mapping, with a key and a value, such as mode: observe");
        return empty;
    }

    private Optional<Value> compose(byte[] bytes) {
        Optional<Position> illFormed = Position.ofIllFormed(bytes);
        if (illFormed.isPresent()) {
            return refuse(place(illFormed.get()), "is not text in UTF-8 from here on");
        }
        String text = new String(bytes, StandardCharsets.UTF_8);
        try {
            return new Compose(YAML).composeString(text).map(this::value);
        } catch (MarkedYamlEngineException refusal) {
            Place place = place(refusal.getProblemMark());
            return refuse(place, "is not YAML: " + refusal.getProblem() + hint(text, place));
        } catch (YamlEngineException refusal) {
            return refuse(Place.of(source), "is not YAML: " + refusal.getMessage());
        } catch (StackOverflowError tooDeep) { // the composer recurses, and has no limit of its own
            return refuse(deep(text), "is nested too deeply");
        }
    }

    /** Between brackets YAML takes the braces of a reference for its own. */
    private static String hint(String text, Place place) {
        boolean refers = text.lines()
                .skip(Math.max(0, place.line() - 1))
                .findFirst()
                .filter(line -> line.contains("${"))
                .isPresent();
        return refers ? ". Put ${env:...} in quotes" : "";
    }

    /** Where a text that is too deep first goes deeper than anybody writes. The parser itself does not recurse. */
    private Place deep(String text) {
        int depth = 0;
        for (Event event : new Parse(YAML).parseString(text)) {
            depth += event instanceof CollectionStartEvent ? 1 : event instanceof CollectionEndEvent ? -1 : 0;
            if (depth > DEEP) {
                return place(event.getStartMark());
            }
        }
        return Place.of(source);
    }

    private Place place(Position position) {
        return new Place(source, position.line(), position.column());
    }

    private Optional<Value> refuse(Place place, String message) {
        audit.problem(place, "", message);
        return Optional.empty();
    }

    private Value value(Node node) {
        Value known = values.get(node);
        if (known != null) {
            return known;
        }
        Value value = node instanceof ScalarNode scalar ? scalar(scalar) : collection(node);
        values.put(node, value);
        return value;
    }

    private Value collection(Node node) {
        Place place = place(node.getStartMark());
        if (node.isRecursive()) {
            audit.problem(place, "", "holds itself through an alias");
            return new Mapping(List.of(), place);
        }
        return node instanceof MappingNode mapping
                ? new Mapping(entries(mapping), place)
                : new Sequence(items((SequenceNode) node), place);
    }

    private List<Entry> entries(MappingNode mapping) {
        List<Entry> entries = new ArrayList<>();
        for (NodeTuple tuple : mapping.getValue()) {
            Place place = place(tuple.getKeyNode().getStartMark());
            if (tuple.getKeyNode() instanceof ScalarNode key) {
                entries.add(new Entry(key.getValue(), place, value(tuple.getValueNode())));
            } else {
                audit.problem(place, "", "is no key: a key is a word");
            }
        }
        return entries;
    }

    private List<Value> items(SequenceNode sequence) {
        List<Value> items = new ArrayList<>();
        sequence.getValue().forEach(item -> items.add(value(item)));
        return items;
    }

    private Scalar scalar(ScalarNode node) {
        Place place = place(node.getStartMark());
        Kind kind = KINDS.get(node.getTag());
        if (kind == null) {
            audit.problem(place, "", "has the tag " + node.getTag().getValue() + ", which settings do not know");
            return new Scalar(node.getValue(), Kind.ANY, place);
        }
        return new Scalar(node.getValue(), kind, place);
    }

    private Place place(Optional<Mark> mark) {
        return mark.map(found -> new Place(source, found.getLine() + 1, found.getColumn() + 1))
                .orElse(Place.of(source));
    }
}
