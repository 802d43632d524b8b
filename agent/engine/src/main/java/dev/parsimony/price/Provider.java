// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.price;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who bills.
 *
 * @param id the name in the OpenTelemetry conventions where they have one, {@code azure.ai.openai}
 * @param name the name people use
 * @param otherNames further names it is found by
 * @param resells whether it sells the models of others, so that its prices hold nowhere else
 * @param tools what it charges for its own tools
 * @param notes how it bills, in words
 */
public record Provider(
        String id, String name, List<String> otherNames, boolean resells, List<ToolPrice> tools, String notes) {
    /** Somebody of whom nothing is known but the name; he is taken for one who sells the models of others. */
    static Provider unheardOf(String id) {
        return new Provider(id, id, List.of(), true, List.of(), "");
    }

    /** The same by the first name. */
    Provider at(String itsId) {
        return new Provider(itsId, name.equals(id) ? itsId : name, otherNames, resells, tools, notes);
    }

    /** This entry in the place of another one: what it does not say, that one says. */
    Provider over(@Nullable Provider before) {
        if (before == null) {
            return this;
        }
        return equals(unheardOf(id)) ? before : adding(before);
    }

    private Provider adding(Provider before) {
        Stream<ToolPrice> rest =
                before.tools.stream().filter(price -> tools.stream().noneMatch(price::isOfTheSameTool));
        return new Provider(
                id,
                name.equals(id) ? before.name : name,
                Stream.of(before.otherNames, otherNames)
                        .flatMap(List::stream)
                        .distinct()
                        .toList(),
                resells || before.resells,
                Stream.concat(tools.stream(), rest).toList(),
                notes.isEmpty() ? before.notes : notes);
    }
}
