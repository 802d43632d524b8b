// SPDX-License-Identifier: Apache-2.0
module com.acme.modular {
    requires openai.java.core;
    requires openai.java.client.okhttp;
}
