// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.settings;

import dev.parsimony.exchange.Environment;
import dev.parsimony.settings.Value.Entry;
import dev.parsimony.settings.Value.Mapping;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Settings that stand together. It hands them out by key, and knows in the end which of its keys nobody asked for: those
 * are unknown. So there is no list of keys beside the code that reads them.
 */
final class Section {
    private final String path;
    private final String noun;
    private final Mapping mapping;
    private final Audit audit;
    private final Overrides overrides;
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final Set<String> asked = new TreeSet<>();

    private Section(String path, String noun, Mapping mapping, Audit audit, Overrides overrides) {
        this.path = path;
        this.noun = noun;
        this.mapping = mapping;
        this.audit = audit;
        this.overrides = overrides;
        mapping.entries().forEach(this::enter);
    }

    /** All settings. */
    static Section root(Mapping file, Audit audit, Overrides overrides) {
        return new Section("", "setting", file, audit, overrides);
    }

    /** Settings below a list, which properties and variables cannot name. */
    static Section inList(String path, String noun, Mapping mapping, Audit audit) {
        return new Section(path, noun, mapping, audit, new Overrides(new Environment(Map.of(), Map.of())));
    }

    private void enter(Entry entry) {
        if (entry.isForeign()) {
            return;
        }
        Entry first = entries.putIfAbsent(entry.name(), entry);
        if (first != null) {
            audit.problem(entry.place(), pathOf(entry.key()), "stands twice, first at " + first.place());
        }
    }

    private String pathOf(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    /** A setting as the file gives it. */
    Optional<Field> field(String key) {
        asked.add(key);
        return Optional.ofNullable(entries.get(key)).map(entry -> new Field(pathOf(key), entry.value(), audit));
    }

    /** What everybody says of a setting: the file, a variable, a property, the later one winning over the earlier. */
    private <T> List<T> said(String key, Form<T> form) {
        List<T> said = new ArrayList<>();
        field(key).flatMap(field -> field.read(form)).ifPresent(said::add);
        overrides
                .of(pathOf(key))
                .forEach(scalar ->
                        new Field(pathOf(key), scalar, audit).read(form).ifPresent(said::add));
        return said;
    }

    /** A single value. */
    <T> Optional<T> value(String key, Form<T> form) {
        List<T> said = said(key, form);
        return said.isEmpty() ? Optional.empty() : Optional.of(said.get(said.size() - 1));
    }

    /** A single value, or what stands for it if nobody gives one. */
    <T> T value(String key, Form<T> form, T byDefault) {
        return value(key, form).orElse(byDefault);
    }

    /** A single value that must be there. */
    <T> Optional<T> required(String key, Form<T> form, String example) {
        if (field(key).isEmpty()) {
            audit.problem(mapping.place(), pathOf(key), "missing. Add " + example);
        }
        return value(key, form);
    }

    /** Whether anybody says {@code on}. */
    boolean isOnAnywhere(String key) {
        return said(key, Form.onOff()).contains(true);
    }

    /** The items of a list; none if it is not there. */
    List<Field> list(String key) {
        overrides.inFileOnly(pathOf(key));
        return field(key).map(Field::items).orElse(List.of());
    }

    /** The values of a list, or the single one in its place. */
    <T> Optional<List<T>> oneOrMore(String key, Form<T> form) {
        return field(key).map(field -> field.readAll(form)).filter(values -> !values.isEmpty());
    }

    /**
     * Settings below a key, of which none need be there.
     *
     * @param key the key
     * @param reading reads them
     */
    <T> T section(String key, String noun, Function<Section, T> reading) {
        overrides.inFileOnly(pathOf(key));
        Mapping below = field(key).map(this::mapping).orElse(new Mapping(List.of(), mapping.place()));
        Section section = new Section(pathOf(key), noun, below, audit, overrides);
        return section.readBy(reading);
    }

    private Mapping mapping(Field field) {
        if (field.value() instanceof Mapping below) {
            return below;
        }
        field.refuse("must be a mapping, with a key and a value");
        return new Mapping(List.of(), field.value().place());
    }

    /** Reads this section and then complains of keys the reading did not ask for. */
    <T> T readBy(Function<Section, T> reading) {
        T read = reading.apply(this);
        entries.forEach((name, entry) -> {
            if (!asked.contains(name)) {
                audit.problem(entry.place(), pathOf(entry.key()), "unknown " + noun + "." + Spelling.hint(name, asked));
            }
        });
        return read;
    }

    /** Notes what is wrong with a setting, at the place that wins. */
    void refuse(String key, String message) {
        List<Place> places = placesOf(key, entry -> entry.value().place());
        audit.problem(places.get(places.size() - 1), pathOf(key), message);
    }

    /** A setting whose part is not built yet. */
    void later(String key) {
        asked.add(key);
        placesOf(key, Entry::place)
                .forEach(place -> audit.problem(place, pathOf(key), "not available in this version"));
    }

    /** Where a setting is given, the later one winning over the earlier. */
    private List<Place> placesOf(String key, Function<Entry, Place> where) {
        List<Place> places = new ArrayList<>();
        Optional.ofNullable(entries.get(key)).map(where).ifPresent(places::add);
        overrides.of(pathOf(key)).forEach(scalar -> places.add(scalar.place()));
        return places;
    }
}
