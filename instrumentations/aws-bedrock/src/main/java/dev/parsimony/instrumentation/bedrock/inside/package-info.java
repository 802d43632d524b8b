// SPDX-License-Identifier: Apache-2.0
/** What lives beside the application's copy of the AWS SDK and is linked against it. */
@NullMarked
package dev.parsimony.instrumentation.bedrock.inside;

import org.jspecify.annotations.NullMarked;
