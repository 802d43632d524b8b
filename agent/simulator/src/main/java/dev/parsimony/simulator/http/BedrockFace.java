// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.simulator.http;

import java.util.List;

/** Amazon Bedrock's runtime: Converse, invoked models of Anthropic's and Amazon's, and the count of a prompt's tokens. */
final class BedrockFace implements Face {

    private final Site site;
    private final ConverseEndpoint converse;
    private final InvokeEndpoint invoke;

    BedrockFace(Site site) {
        this.site = site;
        this.converse = new ConverseEndpoint(site);
        this.invoke = new InvokeEndpoint(site);
    }

    @Override
    public boolean recognises(Received request) {
        return request.path().startsWith("/model/");
    }

    @Override
    public Reply answer(Received request) {
        String account = Signature.check(request);
        Reply reply = switch (operation(request)) {
            case "converse" -> converse.answer(request, account, false);
            case "converse-stream" -> converse.answer(request, account, true);
            case "count-tokens" -> converse.count(request, account);
            case "invoke" -> invoke.answer(request, account, false);
            case "invoke-with-response-stream" -> invoke.answer(request, account, true);
            default -> throw new Rejection(404, "UnknownOperationException", "", null, null);
        };
        return reply.with(headers());
    }

    private static String operation(Received request) {
        return request.path().substring(request.path().lastIndexOf('/') + 1);
    }

    private List<Header> headers() {
        return List.of(new Header("x-amzn-requestid", site.ids().next("")));
    }

    @Override
    public Reply.Part failure(Received request) {
        return Frames.exception(
                "modelStreamErrorException", Json.object().put("message", "The system encountered an error."));
    }

    @Override
    public Rejection words(int status) {
        return switch (status) {
            case 401, 403 ->
                said(
                        status,
                        "AccessDeniedException",
                        "You don't have access to the model with the specified model ID.");
            case 404 -> said(status, "ResourceNotFoundException", "Could not resolve the foundation model.");
            case 408 -> said(status, "ModelTimeoutException", "Model has timed out in processing the request.");
            case 424 -> said(status, "ModelErrorException", "The system encountered an error.");
            case 429 -> said(status, "ThrottlingException", "Too many requests, please wait before trying again.");
            case 503 -> said(status, "ServiceUnavailableException", "Service unavailable.");
            default ->
                status >= 500
                        ? said(status, "InternalServerException", "The system encountered an unexpected error.")
                        : said(status, "ValidationException", "The request was refused.");
        };
    }

    private static Rejection said(int status, String type, String message) {
        return new Rejection(status, type, message, null, null);
    }

    @Override
    public Reply refuse(Rejection rejection) {
        String type = rejection.type().equals("invalid_request_error") ? "ValidationException" : rejection.type();
        return Reply.json(rejection.status(), Json.object().put("message", rejection.text()))
                .with(List.of(new Header("x-amzn-errortype", type)))
                .with(headers());
    }
}
