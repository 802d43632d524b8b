// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.cli;

import dev.parsimony.exchange.Json;
import dev.parsimony.exchange.Node;

/**
 * A request's body as a command is given it.
 *
 * @param name the file, as messages write it
 * @param json what is in it
 */
record Body(String name, Json json) {
    /**
     * Reads one.
     *
     * @param console what {@code -} stands for
     * @param file its name
     * @throws Complaint if it cannot be read, or is no JSON that the agent would look at
     */
    static Body read(Console console, String file) {
        byte[] bytes = new Source(console).bytes(file);
        String name = Source.name(file);
        return new Body(name, Json.read(bytes).orElseThrow(() -> complaint(name, Misreading.of(bytes))));
    }

    private static Complaint complaint(String name, Misreading misreading) {
        return new Complaint(
                name + ":" + misreading.position(),
                "is no strict JSON (RFC 8259): " + misreading.reason() + ". Parsimony would let it pass untouched");
    }

    /** The outermost value. */
    Node root() {
        return json.root();
    }

    /**
     * The API that it looks like.
     *
     * @throws Complaint if it looks like none
     */
    Shape shape() {
        return Shape.of(root())
                .orElseThrow(() -> new Complaint(
                        name,
                        "its shape is that of no API that this version knows: it has neither messages nor input."
                                + " Give --url if it is one"));
    }
}
