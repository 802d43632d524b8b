// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.rewrite;

/**
 * Where calls come from that are likely to resemble each other.
 *
 * @param function the call site as {@code package.Outer.Inner.method}; empty if none was found
 * @param dialect the API's name
 * @param model the model as the application asked for it
 */
public record Site(String function, String dialect, String model) {}
