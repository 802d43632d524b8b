// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.benchmarks;

/**
 * A limit that Parsimony sets itself, and what was measured.
 *
 * @param what is limited
 * @param limit what the measured value is to be below
 * @param measured the value
 * @param unit of both
 */
record Aim(String what, double limit, double measured, Unit unit) {
    boolean isMet() {
        return measured < limit;
    }

    /** A table of aims, in their order. */
    static Table table(Iterable<Aim> aims) {
        Table table = new Table("aim", "below", "measured", "");
        aims.forEach(aim -> table.row(
                aim.what, aim.unit.write(aim.limit), aim.unit.write(aim.measured), aim.isMet() ? "met" : "missed"));
        return table;
    }
}
