// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.cli;

/**
 * What a command came to.
 *
 * @param code 0 done, 1 a finding, 2 could not run
 * @param output for standard output; empty for nothing
 * @param words for standard error; empty for nothing
 */
record Result(int code, String output, String words) {
    static final int DONE = 0;
    static final int FINDING = 1;
    static final int COULD_NOT_RUN = 2;

    static Result done(String output) {
        return new Result(DONE, output, "");
    }

    static Result finding(String output, String words) {
        return new Result(FINDING, output, words);
    }
}
