// SPDX-License-Identifier: Apache-2.0
/**
 * What the user asked for: the settings file, system properties and environment variables, read whole or not at all, each
 * mistake with its place and how to mend it. The YAML library is touched only where a file is named.
 */
@NullMarked
package dev.parsimony.settings;

import org.jspecify.annotations.NullMarked;
