// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.dialect;

import dev.parsimony.exchange.AnswerReader;
import dev.parsimony.exchange.Dialect;
import dev.parsimony.exchange.Json;
import dev.parsimony.exchange.Lens;
import dev.parsimony.exchange.Node;
import dev.parsimony.exchange.Operation;
import dev.parsimony.exchange.Reading;
import java.util.function.Predicate;

/**
 * A dialect, put together from its parts.
 *
 * @param name its name
 * @param provider who speaks it where the host does not tell
 * @param operation what its calls ask for
 * @param shape tells its paths
 * @param body tells its requests from others to such a path
 * @param lenses reads its requests
 * @param readers reads its answers
 */
record Api(
        String name,
        String provider,
        Operation operation,
        Predicate<String> shape,
        Predicate<Node> body,
        Lenses lenses,
        Readers readers)
        implements Dialect {
    /** A dialect whose paths are no other API's. */
    Api(String name, String provider, Operation operation, Predicate<String> shape, Lenses lenses, Readers readers) {
        this(name, provider, operation, shape, any -> true, lenses, readers);
    }

    /** Makes lenses. */
    interface Lenses {
        Lens over(String path, Json body);
    }

    /** Makes readers. */
    interface Readers {
        AnswerReader of(Reading reading);
    }

    @Override
    public boolean recognises(String path) {
        return shape.test(path);
    }

    @Override
    public boolean fits(Json request) {
        return body.test(request.root());
    }

    @Override
    public Lens lens(String path, Json body) {
        return lenses.over(path, body);
    }

    @Override
    public AnswerReader reader(Reading reading) {
        return readers.of(reading);
    }

    @Override
    public String toString() {
        return name;
    }
}
