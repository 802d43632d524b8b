// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.report;

/**
 * Calls that belong together.
 *
 * @param name by what they do
 * @param figures what they came to
 */
public record Row(String name, Figures figures) {}
