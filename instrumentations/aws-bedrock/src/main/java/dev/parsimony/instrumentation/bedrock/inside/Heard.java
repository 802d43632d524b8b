// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.instrumentation.bedrock.inside;

import dev.parsimony.exchange.Head;

/**
 * What a blocking call came to.
 *
 * @param output the SDK's typed response
 * @param head the head of the HTTP response
 * @param body as much of its body as the SDK has read, which is all of it
 */
record Heard(Object output, Head head, byte[] body) {}
