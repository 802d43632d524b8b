// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.weaving.advice;

import com.acme.sdk.Transport;
import dev.parsimony.weaving.Advised;
import dev.parsimony.weaving.Joint;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.asm.Advice.AssignReturned.ToArguments;
import net.bytebuddy.asm.Advice.AssignReturned.ToArguments.ToArgument;
import net.bytebuddy.asm.Advice.AssignReturned.ToReturned;
import net.bytebuddy.asm.Advice.AssignReturned.ToThrown;
import net.bytebuddy.implementation.bytecode.assign.Assigner.Typing;
import org.jspecify.annotations.Nullable;

/** Advice that does what the request's text says. */
public final class ExecuteAdvice {
    private static final Joint JOINT = Joint.of(ExecuteAdvice.class);

    private ExecuteAdvice() {}

    /** Before the method. */
    @Advice.OnMethodEnter(
            inline = false,
            suppress = Throwable.class,
            skipOn = Advice.OnNonDefaultValue.class,
            skipOnIndex = Advised.ANSWER)
    @ToArguments(@ToArgument(value = 0, index = Advised.REQUEST, typing = Typing.DYNAMIC))
    public static Object @Nullable [] enter(@Advice.This Object client, @Advice.Argument(0) Object request) {
        Transport.Request own = (Transport.Request) request;
        return switch (own.text()) {
            case "ignore" -> null;
            case "answer" -> new Object[] {own, new Transport.Response("ours"), "kept"};
            default -> new @Nullable Object[] {new Transport.Request(own.text() + " changed"), null, JOINT};
        };
    }

    /** After the method. */
    @Advice.OnMethodExit(inline = false, suppress = Throwable.class, onThrowable = Throwable.class)
    @ToReturned(index = Advised.RETURNED, typing = Typing.DYNAMIC)
    @ToThrown(index = Advised.THROWN, typing = Typing.DYNAMIC)
    public static Object @Nullable [] exit(
            @Advice.Enter Object @Nullable [] entered,
            @Advice.Return(typing = Typing.DYNAMIC) @Nullable Object returned,
            @Advice.Thrown @Nullable Throwable thrown) {
        if (entered == null) {
            return null;
        }
        if ("kept".equals(entered[2])) {
            return new @Nullable Object[] {entered[Advised.ANSWER], null};
        }
        if (thrown != null) {
            return thrown.getMessage().contains("recover")
                    ? new @Nullable Object[] {new Transport.Response("recovered"), null}
                    : new @Nullable Object[] {null, thrown};
        }
        Transport.Response response = (Transport.Response) returned;
        return response.text().contains("refuse")
                ? new @Nullable Object[] {null, new UnsupportedOperationException("refused")}
                : new @Nullable Object[] {new Transport.Response(response.text() + " seen"), null};
    }
}
