// SPDX-License-Identifier: Apache-2.0
/**
 * The APIs that Parsimony speaks: how each writes a request and an answer, and which hosts are known to accept what. All
 * field names of providers live here; no rule does. Start reading at {@link dev.parsimony.dialect.Dialects}.
 */
@NullMarked
package dev.parsimony.dialect;

import org.jspecify.annotations.NullMarked;
