// SPDX-License-Identifier: Apache-2.0
package com.acme.caller;

import com.anthropic.models.messages.batches.BatchCreateParams;
import com.openai.models.files.FileCreateParams;
import com.openai.models.files.FilePurpose;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;

/** An application that uses the SDKs for anything but calls to a model, and prints of what kind each answer is. */
public final class Errands {
    private static final byte[] LINE = "{\"custom_id\":\"1\"}\n".getBytes(StandardCharsets.UTF_8);

    private Errands() {}

    /** Lists models, uploads files that can and cannot be sent twice, and asks for a batch. */
    public static void main(String[] args) {
        try (Clients clients = Clients.fromEnvironment()) {
            List<Supplier<Object>> errands = List.of(
                    () -> clients.openai().models().list(),
                    () -> clients.openai().files().create(upload().file(LINE).build()),
                    () -> clients.openai()
                            .files()
                            .create(upload().file(new ByteArrayInputStream(LINE))
                                    .build()),
                    () -> clients.anthropic().models().list(),
                    () -> clients.anthropic().messages().batches().create(batch()));
            errands.forEach(errand -> System.out.println(outcome(errand)));
        }
    }

    private static FileCreateParams.Builder upload() {
        return FileCreateParams.builder().purpose(FilePurpose.BATCH);
    }

    private static BatchCreateParams batch() {
        return BatchCreateParams.builder()
                .addRequest(BatchCreateParams.Request.builder()
                        .customId("1")
                        .params(BatchCreateParams.Request.Params.builder()
                                .model("claude-sonnet-4-5")
                                .maxTokens(100)
                                .addUserMessage("How long may I return a lamp?")
                                .build())
                        .build())
                .build();
    }

    private static String outcome(Supplier<Object> errand) {
        try {
            return errand.get().getClass().getSimpleName();
        } catch (RuntimeException thrown) {
            return "threw " + thrown;
        }
    }
}
