// SPDX-License-Identifier: Apache-2.0
/**
 * What was sent lately, and what follows for the provider's prompt cache. A prompt's beginnings ({@link
 * dev.parsimony.evidence.Prefixes}) are looked up among those seen before ({@link dev.parsimony.evidence.Sightings}); how likely
 * the like of each is to be sent again was learned at its call site ({@link dev.parsimony.evidence.Survival}), which with the
 * model's prices ({@link dev.parsimony.evidence.CacheRules}) makes an expectation ({@link dev.parsimony.evidence.Prospect}); the best
 * marks are chosen by those ({@link dev.parsimony.evidence.Choice}), as far as the call site's credit goes ({@link
 * dev.parsimony.evidence.Account}, which says what marks may lose at most). Prefixes are known by keyed hashes, never by text.
 *
 * <p>What is kept is bounded in bytes: prefixes in {@link dev.parsimony.evidence.Sightings}, call sites with their open questions and
 * accounts in {@link dev.parsimony.evidence.KnownCaches}. What a call under way needs comes on top, and goes with it ({@link
 * dev.parsimony.evidence.Flight}).
 */
@NullMarked
package dev.parsimony.evidence;

import org.jspecify.annotations.NullMarked;
