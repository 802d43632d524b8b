// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.price;

import java.util.List;

/**
 * Who bills.
 *
 * @param id the name in the OpenTelemetry conventions where they have one, {@code azure.ai.openai}
 * @param name the name people use
 * @param otherNames further names it is found by
 * @param resells whether it sells the models of others, so that its prices hold nowhere else
 * @param tools what it charges for its own tools
 * @param notes how it bills, in words
 */
public record Provider(String id, String name, List<String> otherNames, boolean resells, List<ToolPrice> tools, String notes) {}
