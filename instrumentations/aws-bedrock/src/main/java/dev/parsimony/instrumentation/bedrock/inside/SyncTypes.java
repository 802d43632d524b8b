// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.instrumentation.bedrock.inside;

import dev.parsimony.exchange.Call;
import dev.parsimony.exchange.Chunk;
import dev.parsimony.exchange.Head;
import dev.parsimony.exchange.Reply;
import dev.parsimony.exchange.Tap;
import dev.parsimony.weaving.Seam;
import java.util.Optional;
import software.amazon.awssdk.core.Response;
import software.amazon.awssdk.core.http.HttpResponseHandler;
import software.amazon.awssdk.core.internal.http.AmazonSyncHttpClient.RequestExecutionBuilder;
import software.amazon.awssdk.http.SdkHttpFullResponse;

/** Our nouns in the types of a blocking client, whose answers are whole when the method returns. */
final class SyncTypes
        implements Seam<Execution<RequestExecutionBuilder, HttpResponseHandler<Response<Object>>>, Heard> {
    @Override
    public Execution<RequestExecutionBuilder, HttpResponseHandler<Response<Object>>> request(
            Execution<RequestExecutionBuilder, HttpResponseHandler<Response<Object>>> original, Call call) {
        return original.with(HttpTypes.request(original.request(), call));
    }

    @Override
    public Heard answer(Execution<RequestExecutionBuilder, HttpResponseHandler<Response<Object>>> original, Reply reply)
            throws Exception {
        Hearing hearing = new Hearing(original.handler());
        SdkHttpFullResponse response = HttpTypes.response(reply);
        original.arrived(response);
        Response<Object> handled = hearing.handle(response, original.context().executionAttributes());
        if (!handled.isSuccess()) {
            throw new IllegalStateException("the SDK does not take the stored answer for a success");
        }
        original.finished(handled.response());
        return hearing.heard(handled.response());
    }

    @Override
    public Head head(Heard response) {
        return response.head();
    }

    @Override
    public Heard tapped(Heard response, Tap tap) {
        tap.pass(Chunk.of(response.body()));
        tap.end();
        return response;
    }

    @Override
    public Optional<Reply> refusal(Throwable thrown) {
        return HttpTypes.refusal(thrown);
    }

    @Override
    public void close(Heard response) {
        // it was read to its end
    }
}
