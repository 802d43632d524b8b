// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.dist;

/** An application that has an SDK and does not use it yet. */
final class FirstSdkClass {
    private FirstSdkClass() {}

    public static void main(String[] arguments) throws ClassNotFoundException {
        Class.forName("com.openai.core.http.RetryingHttpClient");
    }
}
