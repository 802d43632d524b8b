// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.dialect;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/**
 * The path of a request to Amazon Bedrock's runtime: {@code /model/{model}/{operation}}, whatever stands before it. The
 * model is an id, an inference profile's id or an ARN, which has slashes of its own. From the AWS SDK it comes as it reads; a
 * call over a plain HTTP client may have its colons and slashes encoded.
 *
 * @param text the whole path, without query
 */
record BedrockPath(String text) {
    private static final String MODEL = "/model/";
    private static final Set<String> STREAMED = Set.of("converse-stream", "invoke-with-response-stream");

    /** Whether it addresses a model with one of these operations. */
    boolean asksFor(String plain, String streamed) {
        int model = text.indexOf(MODEL);
        int last = text.lastIndexOf('/');
        return model >= 0
                && last > model + MODEL.length()
                && (operation().equals(plain) || operation().equals(streamed));
    }

    /**
     * Whether it asks for one of the operations whose body each family of models has its own way to write.
     *
     * @param families beginnings of the names of such models
     */
    boolean invokes(String... families) {
        return asksFor("invoke", "invoke-with-response-stream")
                && Arrays.stream(families).anyMatch(this::isOf);
    }

    /** Whether the model's name has this in front, but for a region and what an ARN has before it. */
    private boolean isOf(String family) {
        String name = model().toLowerCase(Locale.ROOT);
        String bare = name.substring(name.lastIndexOf('/') + 1);
        return bare.startsWith(family) || bare.contains("." + family);
    }

    private String operation() {
        return text.substring(text.lastIndexOf('/') + 1);
    }

    /** Whether the answer comes as a stream. */
    boolean streamed() {
        return STREAMED.contains(operation());
    }

    /** The model, as it reads. */
    String model() {
        String written = text.substring(text.indexOf(MODEL) + MODEL.length(), text.lastIndexOf('/'));
        return written.indexOf('%') < 0 ? written : decoded(written);
    }

    private static String decoded(String written) {
        try {
            return URLDecoder.decode(written.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return written;
        }
    }

    /** The path for another model. */
    String to(String model) {
        return text.substring(0, text.indexOf(MODEL) + MODEL.length()) + model + '/' + operation();
    }
}
