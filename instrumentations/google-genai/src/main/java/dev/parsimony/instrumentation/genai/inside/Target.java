// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.instrumentation.genai.inside;

import com.google.genai.types.HttpOptions;
import dev.parsimony.exchange.Address;
import dev.parsimony.weaving.Base;
import java.util.Optional;

/**
 * Where the SDK's client sends to, as it will put it together below the seam.
 *
 * @param address the host
 * @param head what stands before the path that the client is asked to send to: the base's path, the API's version, at Vertex
 *     AI project and location
 */
record Target(Address address, String head) {
    /** The target of a request under these options. */
    static Target of(Sdk sdk, Ask ask, HttpOptions options) {
        Base base = Base.of(options.baseUrl().orElse(""));
        String version = options.apiVersion()
                .map(name -> name.isEmpty() ? "" : name + "/")
                .orElse("");
        return new Target(base.address(), base.path() + "/" + version + project(sdk, ask));
    }

    /** Vertex AI's paths are of a project; those of a client with a key are not, and some requests name theirs. */
    private static String project(Sdk sdk, Ask ask) {
        Optional<?> project = sdk.held(ask.client(), "project");
        boolean added = sdk.speaksToVertex(ask.client())
                && project.isPresent()
                && sdk.held(ask.client(), "apiKey").isEmpty()
                && !ask.path().startsWith("projects/");
        return added
                ? "projects/" + project.get() + "/locations/"
                        + sdk.held(ask.client(), "location")
                                .map(Object::toString)
                                .orElse("") + "/"
                : "";
    }

    /** The whole path of a request. */
    String path(Ask ask) {
        return head + ask.barePath();
    }

    /**
     * What the client is to be asked for, so that it sends to a path.
     *
     * @throws IllegalArgumentException if it sends to no such path
     */
    String asked(String path) {
        if (!path.startsWith(head)) {
            throw new IllegalArgumentException("another base");
        }
        return path.substring(head.length());
    }
}
