// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.simulator.http;

/**
 * One header line.
 *
 * @param name as it was sent, case included
 * @param value without the blanks around it
 */
public record Header(String name, String value) {

    @Override
    public String toString() {
        return name + ": " + value;
    }
}
