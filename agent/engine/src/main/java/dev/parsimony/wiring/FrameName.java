// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.wiring;

/**
 * A frame's name as the source has it, where compilers chose another: {@code package.Outer.Inner.method}, the body of a lambda
 * as the method it is written in. A class without a name keeps its number.
 */
final class FrameName {
    private static final String JAVA_LAMBDA = "lambda$";
    private static final String SCALA_LAMBDA = "$anonfun$";
    private static final String LAMBDA_CLASS = "$$Lambda";

    /** What stands for the method where a lambda does not tell in which it is written. */
    private static final String LAMBDA = "lambda";

    private FrameName() {}

    /**
     * The name of a frame.
     *
     * @param className as {@link Class#getName} has it
     * @param method as the class file has it
     */
    static String of(String className, String method) {
        int end = method.startsWith("invoke") ? endOfKotlinsMethod(className) : 0;
        return end > 0 ? dotted(className.substring(0, end)) : dotted(className) + '.' + written(method);
    }

    /**
     * The class in which a lambda or method reference is written.
     *
     * @param lambda the name of the class that the JDK made for it
     * @return empty if it made it for no such thing
     */
    static String host(String lambda) {
        int end = lambda.indexOf(LAMBDA_CLASS);
        return end < 0 ? "" : lambda.substring(0, end);
    }

    /** The name of a lambda or method reference by the class in which it is written, which is all that is known of it. */
    static String ofLambdaIn(String host) {
        return dotted(host) + '.' + LAMBDA;
    }

    /** Scala's objects are classes whose names end in a dollar. */
    private static String dotted(String className) {
        int end = className.endsWith("$") ? className.length() - 1 : className.length();
        return className.substring(0, end).replace('$', '.');
    }

    /** The method as the source names it: javac makes {@code lambda$ask$0} of a lambda, Kotlin {@code ask$lambda$0}. */
    private static String written(String method) {
        if (method.startsWith(JAVA_LAMBDA)) {
            return enclosing(method.substring(JAVA_LAMBDA.length()));
        }
        if (method.startsWith(SCALA_LAMBDA)) {
            return enclosing(method.substring(SCALA_LAMBDA.length()));
        }
        int dollar = method.indexOf('$');
        return dollar > 0 ? method.substring(0, dollar) : method;
    }

    private static String enclosing(String numbered) {
        int end = numbered.lastIndexOf('$');
        String method = end > 0 ? numbered.substring(0, end) : LAMBDA;
        return switch (method) {
            case "new" -> "<init>";
            case "static" -> "<clinit>";
            case "null" -> LAMBDA; // a lambda within a lambda, by javac 8
            default -> method;
        };
    }

    /**
     * Where the method's name ends in {@code Faq$ask$1}, the class that Kotlin makes of a lambda or suspended call in {@code
     * ask}; 0 if it is no such class.
     */
    private static int endOfKotlinsMethod(String className) {
        int end = className.length();
        while (isNumber(className, className.lastIndexOf('$', end - 1) + 1, end)) {
            end = className.lastIndexOf('$', end - 1);
        }
        int begin = className.lastIndexOf('$', end - 1) + 1;
        boolean numbered = end < className.length();
        return numbered && begin > 0 && Character.isLowerCase(className.charAt(begin)) ? end : 0;
    }

    private static boolean isNumber(String text, int from, int to) {
        if (from <= 0 || from >= to) {
            return false;
        }
        for (int i = from; i < to; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }
}
