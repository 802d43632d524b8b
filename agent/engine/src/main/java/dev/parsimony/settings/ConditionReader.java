// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.settings;

import dev.parsimony.rules.CallSiteGlob;
import dev.parsimony.rules.CalledFor;
import dev.parsimony.rules.CalledFrom;
import dev.parsimony.rules.Condition;
import dev.parsimony.rules.Featured;
import dev.parsimony.rules.Glob;
import dev.parsimony.rules.Measured;
import dev.parsimony.rules.Named;
import dev.parsimony.rules.Phrased;
import dev.parsimony.rules.RouteGlob;
import dev.parsimony.rules.Sampled;
import java.util.ArrayList;
import java.util.List;

/** Reads the conditions under {@code when} or {@code unless}. */
final class ConditionReader {
    private static final Form<String> TEXT = Form.text();

    private final Section section;
    private final List<Condition> conditions = new ArrayList<>();

    private ConditionReader(Section section) {
        this.section = section;
    }

    /** Reads them; one that cannot be read is noted and left out. */
    static List<Condition> read(Section section) {
        return new ConditionReader(section).read();
    }

    private List<Condition> read() {
        section.oneOrMore("call_site", TEXT.then(CallSiteGlob::of))
                .ifPresent(globs -> conditions.add(new CalledFrom(globs)));
        for (Named.Attribute attribute : Named.Attribute.values()) {
            section.oneOrMore(attribute.key(), TEXT.then(text -> glob(attribute, text)))
                    .ifPresent(globs -> conditions.add(new Named(attribute, globs)));
        }
        for (Featured.Feature feature : Featured.Feature.values()) {
            section.value(feature.key(), Form.onOff())
                    .ifPresent(wanted -> conditions.add(new Featured(feature, wanted)));
        }
        for (Measured.Quantity quantity : Measured.Quantity.values()) {
            section.value(quantity.key(), Form.range())
                    .ifPresent(range -> conditions.add(new Measured(quantity, range)));
        }
        for (Phrased.Part part : Phrased.Part.values()) {
            section.value(part.key(), TEXT.then(text -> Phrased.of(part, text))).ifPresent(conditions::add);
        }
        section.value("sample", Quantity::share).ifPresent(share -> conditions.add(new Sampled(share)));
        section.oneOrMore("endpoint", TEXT.then(RouteGlob::of))
                .ifPresent(globs -> conditions.add(new CalledFor(globs)));
        return conditions;
    }

    private static Glob glob(Named.Attribute attribute, String text) {
        return attribute == Named.Attribute.HOST ? Glob.ofHost(text) : new Glob(text);
    }
}
