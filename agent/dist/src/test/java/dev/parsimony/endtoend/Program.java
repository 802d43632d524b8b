// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.endtoend;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * An application that makes the calls its arguments name and prints what came of each, behind its name.
 *
 * @param main its main class
 * @param classes where its classes are
 * @param calls every kind of call; an old version of the SDK may lack some
 */
record Program(String main, Path classes, List<String> calls) {
    /** One of the tests' own. */
    static Program of(Class<?> main, Enum<?>... calls) {
        return new Program(
                main.getName(),
                Path.of("target", "test-classes"),
                Stream.of(calls).map(Enum::name).toList());
    }

    /**
     * One of those that have a class path of their own.
     *
     * @param name its directory among the callers
     */
    static Program ofCaller(String name, String main, List<String> calls) {
        return new Program(main, Path.of("..", "callers", name, "target", "classes"), calls);
    }

    /** What was printed, call by call. */
    List<String> told(String printed) {
        return Pattern.compile("(?m)^(?=(" + String.join("|", calls) + "): )")
                .splitAsStream(printed)
                .map(String::strip)
                .toList();
    }
}
