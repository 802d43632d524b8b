// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.recall;

import dev.parsimony.exchange.Digest;
import dev.parsimony.exchange.Hash;
import dev.parsimony.exchange.Lens;
import dev.parsimony.exchange.Node;
import dev.parsimony.exchange.Pepper;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Tells which requests are the same: those that differ only in white space, in the order of their top-level members and in
 * what cannot change the answer. Everything else counts, the order of nested members too, since it can steer a model. A
 * request written in another way is at worst another request; two that could be answered differently never share a
 * fingerprint.
 */
public final class Fingerprints {
    private static final String PLAIN = "plain";
    private static final String STREAM = "stream";

    private final Pepper pepper;

    /**
     * Fingerprints of this process.
     *
     * @param pepper the secret in every hash
     */
    public Fingerprints(Pepper pepper) {
        this.pepper = pepper;
    }

    /**
     * The fingerprint of a request: one pass over its body, without decoding.
     *
     * @param partition who may share the answer
     * @param request the request
     */
    public Digest of(Partition partition, Request request) {
        Hash hash = pepper.hash();
        partition.addTo(hash);
        hash.text(request.dialect())
                .text(request.call().method())
                .text(request.call().path())
                .text(request.call().query())
                .texts(request.aspects())
                .text(request.lens().streamed() ? STREAM : PLAIN); // an answer is kept as the bytes it came in
        body(hash, request.body().root(), request.lens());
        return hash.digest();
    }

    private static void body(Hash hash, Node root, Lens lens) {
        Set<String> beside = new HashSet<>(lens.fieldsBesideTheAnswer());
        List<Node> marks = lens.marksBesideTheAnswer();
        root.children().stream()
                .filter(member -> !beside.contains(member.name()))
                .filter(member -> marks.stream().noneMatch(mark -> mark.start() == member.start()))
                .sorted(Comparator.comparing(Node::name))
                .forEach(member -> hash.text(member.name()).json(member, marks));
    }

    @Override
    public String toString() {
        return "fingerprints";
    }
}
