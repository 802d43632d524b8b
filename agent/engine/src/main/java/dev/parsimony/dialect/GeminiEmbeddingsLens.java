// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.dialect;

import dev.parsimony.exchange.Node;
import dev.parsimony.exchange.Node.Kind;
import dev.parsimony.exchange.Parameters;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * A request for vectors of Gemini's: of one content, of several, or of Vertex AI's instances.
 *
 * @param path its path, which has the model
 * @param request the request
 */
record GeminiEmbeddingsLens(GooglePath path, Node request) implements VectorsLens {
    @Override
    public String model() {
        return path.model();
    }

    @Override
    public Parameters parameters() {
        OptionalLong dimensions = Stream.of(
                        request,
                        Proto.field(request, "embedContentConfig"),
                        request.get("parameters"),
                        Proto.each(request.get("requests")).stream().findFirst().orElse(request))
                .map(holder -> Proto.field(holder, "outputDimensionality").asLong())
                .flatMapToLong(OptionalLong::stream)
                .findFirst();
        return VectorsLens.parameters(dimensions, List.of());
    }

    @Override
    public int messages() {
        return inputs().size();
    }

    @Override
    public boolean hasImages() {
        return inputs().stream()
                .flatMap(input -> Contents.parts(input).stream())
                .anyMatch(Contents::isImage);
    }

    @Override
    public List<String> texts() {
        return inputs().stream()
                .map(input -> input.is(Kind.STRING) ? input.text() : Contents.text(input))
                .toList();
    }

    @Override
    public long promptBytes() {
        return inputs().stream()
                .mapToLong(input -> input.length() - Media.bytes(input))
                .sum();
    }

    private List<Node> inputs() {
        Node holders = request.get(path.method().equals("predict") ? "instances" : "requests");
        Stream<Node> each = holders.exists() ? Proto.each(holders).stream() : Stream.of(request);
        return each.map(holder -> holder.get("content")).filter(Node::isPresent).toList();
    }
}
