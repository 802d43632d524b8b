// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.simulator.http;

import org.jspecify.annotations.Nullable;

/** A provider's refusal of a request. Each provider's face words it as that provider does. */
final class Rejection extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String type;
    private final transient @Nullable String param;
    private final transient @Nullable String code;

    /** A refusal of this status and type, about this parameter, with this code; either may be absent. */
    Rejection(int status, String type, String message, @Nullable String param, @Nullable String code) {
        super(message, null, false, false);
        this.status = status;
        this.type = type;
        this.param = param;
        this.code = code;
    }

    /** A 400 without parameter or code. */
    static Rejection invalid(String message) {
        return new Rejection(400, "invalid_request_error", message, null, null);
    }

    /** A 400 about a parameter. */
    static Rejection invalid(String message, @Nullable String param, @Nullable String code) {
        return new Rejection(400, "invalid_request_error", message, param, code);
    }

    int status() {
        return status;
    }

    String type() {
        return type;
    }

    @Nullable
    String param() {
        return param;
    }

    @Nullable
    String code() {
        return code;
    }

    String text() {
        return String.valueOf(getMessage());
    }
}
