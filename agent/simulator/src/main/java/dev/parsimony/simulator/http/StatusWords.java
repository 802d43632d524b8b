// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.simulator.http;

/** What a provider says to a status when nothing more particular is to be said. Source: the providers' pages on errors, November 2026. */
final class StatusWords {

    private StatusWords() {}

    static Rejection of(int status) {
        return switch (status) {
            case 401 -> new Rejection(status, "authentication_error", "invalid x-api-key", null, "invalid_api_key");
            case 403 -> new Rejection(status, "permission_error", "You may not use this resource.", null, null);
            case 404 -> new Rejection(status, "not_found_error", "Not found", null, "model_not_found");
            case 429 ->
                new Rejection(
                        status,
                        "rate_limit_error",
                        "Rate limit reached. Please try again later.",
                        null,
                        "rate_limit_exceeded");
            case 503 -> new Rejection(status, "service_unavailable_error", "The server is overloaded.", null, null);
            case 504 -> new Rejection(status, "timeout_error", "The request timed out.", null, null);
            case 529 -> new Rejection(status, "overloaded_error", "Overloaded", null, null);
            default ->
                status >= 500
                        ? new Rejection(
                                status,
                                "api_error",
                                "The server had an error while processing your request.",
                                null,
                                null)
                        : new Rejection(status, "invalid_request_error", "The request was refused.", null, null);
        };
    }
}
