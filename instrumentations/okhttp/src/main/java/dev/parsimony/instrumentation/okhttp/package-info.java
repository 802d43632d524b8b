// SPDX-License-Identifier: Apache-2.0
/** OkHttp, for whoever speaks to a model over it without an SDK that we know. */
@NullMarked
package dev.parsimony.instrumentation.okhttp;

import org.jspecify.annotations.NullMarked;
