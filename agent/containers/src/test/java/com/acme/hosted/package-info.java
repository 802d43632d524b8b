// SPDX-License-Identifier: Apache-2.0
/** Applications for frameworks and containers. They import nothing of ours and know nothing of an agent. */
@NullMarked
package com.acme.hosted;

import org.jspecify.annotations.NullMarked;
