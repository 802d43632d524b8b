// SPDX-License-Identifier: Apache-2.0
/** An SDK made for tests. */
@NullMarked
package com.acme.sdk;

import org.jspecify.annotations.NullMarked;
