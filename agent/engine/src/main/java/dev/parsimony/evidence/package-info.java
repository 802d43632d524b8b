// SPDX-License-Identifier: Apache-2.0
/**
 * What was sent lately, and what follows for the provider's prompt cache: which prefixes ({@link
 * dev.parsimony.evidence.Prefixes}) were seen when ({@link dev.parsimony.evidence.Sightings}), and where a mark may stand
 * ({@link dev.parsimony.evidence.Marker}). Prefixes are known by keyed hashes, never by text.
 */
@NullMarked
package dev.parsimony.evidence;

import org.jspecify.annotations.NullMarked;
