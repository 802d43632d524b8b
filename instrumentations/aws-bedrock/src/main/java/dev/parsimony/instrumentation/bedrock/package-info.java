// SPDX-License-Identifier: Apache-2.0
/** Amazon Bedrock through the AWS SDK for Java 2: what is woven. */
@NullMarked
package dev.parsimony.instrumentation.bedrock;

import org.jspecify.annotations.NullMarked;
