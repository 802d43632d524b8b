// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.benchmarks;

import dev.parsimony.testkit.AgentJar;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Calls of one kind, measured in JVMs of their own.
 *
 * @param sdk through which SDK
 * @param size characters said before the question
 * @param variant how the calls are made
 */
record Trial(PerCall.Sdk sdk, int size, Variant variant) {
    /**
     * One heap for all, so that none grows while it is measured, and large enough that 1 MB bodies are ordinary. Its pages are
     * touched before, or the kernel's handing out of fresh ones is most of what is measured.
     */
    private static final List<String> HEAP = List.of("-Xms2g", "-Xmx2g", "-XX:+AlwaysPreTouch");

    private static final int KB = 1024;
    private static final int MB = 1024 * KB;

    /** Since JMH counts every thread of the JVM, the exporter's allocations are in it too. */
    private static final String ALLOCATED = "gc.alloc.rate.norm";

    /**
     * What a call takes.
     *
     * @param micros microseconds; the median of a great many
     * @param bytes allocated; the mean
     */
    record Cost(double micros, double bytes) {}

    /**
     * Measures once, in a fresh JVM.
     *
     * @param seconds of warming up, and then again of measuring
     * @param rig what the agent is given
     */
    Cost measure(int seconds, Rig rig) {
        try {
            RunResult result = new Runner(options(seconds, rig)).runSingle();
            return new Cost(
                    result.getPrimaryResult().getStatistics().getPercentile(50),
                    Objects.requireNonNull(result.getSecondaryResults().get(ALLOCATED))
                            .getScore());
        } catch (RunnerException e) {
            throw new IllegalStateException(this + " could not be measured", e);
        }
    }

    /** The same without the agent. */
    Trial bare() {
        return new Trial(sdk, size, Variant.BARE);
    }

    /** Size and variant. */
    String words() {
        String body = size < MB ? size / KB + " KB" : size / MB + " MB";
        return body + ", " + variant;
    }

    @Override
    public String toString() {
        return sdk + ", " + words();
    }

    private Options options(int seconds, Rig rig) {
        return new OptionsBuilder()
                .include("\\b" + PerCall.class.getSimpleName() + "\\b")
                .param("sdk", sdk.name())
                .param("size", Integer.toString(size))
                .param("variant", variant.name())
                .forks(1)
                .warmupIterations(seconds)
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(seconds)
                .measurementTime(TimeValue.seconds(1))
                .jvmArgs(flags(rig).toArray(String[]::new))
                .addProfiler(GCProfiler.class)
                .verbosity(VerboseMode.SILENT)
                .shouldFailOnError(true)
                .build();
    }

    private List<String> flags(Rig rig) {
        List<String> flags = new ArrayList<>(HEAP);
        if (variant.hasAgent()) {
            flags.add("-javaagent:" + AgentJar.path() + "=" + rig.file(variant.settings()));
            flags.add("-Dotel.exporter.otlp.endpoint=" + rig.collector());
        }
        return flags;
    }
}
