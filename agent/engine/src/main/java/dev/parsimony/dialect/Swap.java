// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.dialect;

import dev.parsimony.exchange.Change;
import dev.parsimony.exchange.Edits;
import dev.parsimony.exchange.Json;
import dev.parsimony.exchange.Lens;
import dev.parsimony.exchange.Node;
import dev.parsimony.exchange.Node.Kind;
import java.util.List;
import java.util.Optional;

/**
 * A request on its way to another model of the same API.
 *
 * @param request the request
 * @param lens the same, as its dialect reads it
 * @param from what the model it names accepts
 * @param to what the other model accepts
 */
record Swap(Node request, Lens lens, Family from, Family to) {
    /** A swap to this model. */
    static Swap of(Node request, Lens lens, String model) {
        return new Swap(request, lens, Family.of(lens.model()), Family.of(model));
    }

    /**
     * The edits that name the other model.
     *
     * @param model its name
     * @param objections what would make the request invalid there
     */
    Change to(String model, List<Objection<Swap>> objections) {
        Node name = request.get("model");
        if (name.is(model)) {
            return Change.make(Edits.none());
        }
        if (!name.is(Kind.STRING)) {
            return Change.refuse("no_model");
        }
        Optional<String> reason = Objection.first(objections, this);
        return reason.isPresent()
                ? Change.refuse(reason.get())
                : Change.make(Edits.none().replace(name, Json.quote(model)));
    }

    /** Whether the request sets a field, {@code null} being no setting. */
    boolean sets(String field) {
        return request.get(field).isPresent();
    }

    /** Whether the request sets a field to another number than its default. */
    boolean sets(String field, double standard) {
        Node value = request.get(field);
        return value.isPresent() && value.asDouble().orElse(Double.NaN) != standard;
    }

    /** Whether the cap is more than the other model can put out. */
    boolean exceedsOutput() {
        return lens.cap().orElse(0) > to.output().orElse(Long.MAX_VALUE);
    }

    /** Whether the request sets OpenAI's sampling settings to anything but their defaults. */
    boolean samples() {
        return sets("temperature", 1)
                || sets("top_p", 1)
                || sets("presence_penalty", 0)
                || sets("frequency_penalty", 0);
    }

    /** The reasoning effort at which the other model would work. */
    String effortAt(Node effort) {
        return effort.isPresent() ? effort.text() : to.value("default_effort");
    }

    /** Whether the other model takes no reasoning effort, or not this one. */
    boolean refusesEffort(Node effort) {
        return effort.isPresent() && !to.accepts("efforts", effort.text());
    }

    @Override
    public String toString() {
        return from + " -> " + to;
    }
}
