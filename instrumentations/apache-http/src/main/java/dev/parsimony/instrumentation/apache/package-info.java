// SPDX-License-Identifier: Apache-2.0
/** Apache HttpClient 5, for whoever speaks to a model over it without an SDK that we know. */
@NullMarked
package dev.parsimony.instrumentation.apache;

import org.jspecify.annotations.NullMarked;
