// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.wiring;

import dev.parsimony.exchange.CallSite;
import java.lang.StackWalker.StackFrame;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Finds the place in the application that makes a call: the nearest frame that is neither ours, an SDK's nor a framework's.
 *
 * <p>On another thread than the one that wanted the call, that frame is in most cases still there: a task is a lambda, a
 * {@code Runnable} or an annotated method of the application, and a lambda is named after the method it is written in, which is
 * the one that handed it over. A method reference into an SDK ({@code supplyAsync(client::ask)}) has no frame of its own, but
 * the class that the JDK made for it is named after the one it is written in: that class is found, its method is not. Where a
 * library starts the task by itself nothing of the application is on the stack, and the site stays unknown.
 */
final class StackSites {
    /** Beyond this many frames nobody's own code is near. */
    private static final int DEEPEST = 256;

    private final StackWalker walker = StackWalker.getInstance();
    private final StackWalker hidden = StackWalker.getInstance(StackWalker.Option.SHOW_HIDDEN_FRAMES);
    private final Libraries libraries = new Libraries();
    private final Predicate<String> skipped;

    /**
     * A finder that also looks through the user's own wrappers.
     *
     * @param skipped says of a {@code package.Outer.Inner.method} whether it is to be looked through
     */
    StackSites(Predicate<String> skipped) {
        this.skipped = skipped;
    }

    /** The call site on this thread's stack. */
    CallSite find() {
        return walker.walk(this::nearest)
                .or(() -> hidden.walk(this::nearestReference))
                .orElse(CallSite.unknown());
    }

    private Optional<CallSite> nearest(Stream<StackFrame> frames) {
        return frames.limit(DEEPEST)
                .filter(frame -> libraries.isApplication(frame.getClassName()))
                .map(frame -> new Found(FrameName.of(frame.getClassName(), frame.getMethodName()), frame))
                .filter(found -> !skipped.test(found.function))
                .findFirst()
                .map(found -> new CallSite(found.function, found.frame.getLineNumber()));
    }

    private Optional<CallSite> nearestReference(Stream<StackFrame> frames) {
        return frames.limit(DEEPEST)
                .map(frame -> FrameName.host(frame.getClassName()))
                .filter(host -> !host.isEmpty() && libraries.isApplication(host))
                .map(FrameName::ofLambdaIn)
                .filter(function -> !skipped.test(function))
                .findFirst()
                .map(function -> new CallSite(function, 0));
    }

    private record Found(String function, StackFrame frame) {}
}
