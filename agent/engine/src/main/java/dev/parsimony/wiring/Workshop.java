// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.wiring;

import dev.parsimony.exchange.Guard;
import dev.parsimony.exchange.Log;
import dev.parsimony.exchange.Pepper;
import dev.parsimony.exchange.Telemetry;
import dev.parsimony.ledger.Ledger;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * Everything that outlasts a call.
 *
 * @param guard runs every step
 * @param log Parsimony's own log
 * @param telemetry where finished calls are told
 * @param clock what time it is
 * @param ticker nanoseconds from some origin
 * @param credentials on whose account calls are made
 * @param steady a hash that is the same on all machines, for samples
 * @param rewriting the rewriting steps
 * @param memory stored answers
 * @param marking prompt-cache marks
 * @param accounts what calls cost and save
 * @param estimates estimates tokens
 * @param reverts steps that rest
 * @param retries where failed calls are made again
 * @param advising where advice is made of calls
 * @param ledger where calls are written down
 */
record Workshop(
        Guard guard,
        Log log,
        Telemetry telemetry,
        InstantSource clock,
        LongSupplier ticker,
        Credentials credentials,
        Pepper steady,
        Rewriting rewriting,
        Memory memory,
        Marking marking,
        Accounts accounts,
        Estimates estimates,
        Reverts reverts,
        Retries retries,
        Advising advising,
        Ledger ledger) {}
