// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Libraries that say whatever system properties say; each notes in another that it was set up. */
class NeighbourhoodTest {
    private static final String MDC = "mdc.tenantId";
    private static final String LOG4J = "log4j.tenantId";
    private static final String USER = "test.user";
    private static final String CONTEXT = "test.context";
    private static final String ROUTE = "test.route";
    private static final String SET_UP = "test.setUp";

    private static final String NOTE = "static { System.setProperty(\"" + SET_UP + "\", \"yes\"); } ";
    private static final Map<String, String> LIBRARIES = Map.of(
            "org.slf4j.MDC",
            "public class MDC { " + NOTE
                    + "public static String get(String key) { return System.getProperty(\"mdc.\" + key); } }",
            "org.apache.logging.log4j.ThreadContext",
            "public final class ThreadContext { " + NOTE
                    + "public static String get(String key) { return System.getProperty(\"log4j.\" + key); } }",
            "org.springframework.security.core.Authentication",
            "public interface Authentication { boolean isAuthenticated(); String getName(); }",
            "org.springframework.security.core.context.SecurityContext",
            "public interface SecurityContext { org.springframework.security.core.Authentication getAuthentication(); }",
            "org.springframework.security.authentication.AnonymousAuthenticationToken",
            "public class AnonymousAuthenticationToken implements org.springframework.security.core.Authentication {"
                    + " public boolean isAuthenticated() { return true; }"
                    + " public String getName() { return \"anonymousUser\"; } }",
            "org.springframework.security.core.context.SecurityContextHolder",
            "import org.springframework.security.core.Authentication;"
                    + "public class SecurityContextHolder { " + NOTE
                    + "record Login(String getName, boolean isAuthenticated) implements Authentication {}"
                    + "public static Object getContextHolderStrategy() {"
                    + " return new ThreadLocalSecurityContextHolderStrategy(); }"
                    + "public static SecurityContext getContext() { System.setProperty(\"" + CONTEXT + "\", \"made\");"
                    + " return () -> { String user = System.getProperty(\""
                    + USER + "\"); return user == null ? null : user.equals(\"visitor\")"
                    + " ? new org.springframework.security.authentication.AnonymousAuthenticationToken()"
                    + " : new Login(user, !user.equals(\"stranger\")); }; } }",
            "org.springframework.security.core.context.ThreadLocalSecurityContextHolderStrategy",
            "final class ThreadLocalSecurityContextHolderStrategy {"
                    + " private static final ThreadLocal<Object> contextHolder = new ThreadLocal<>() {"
                    + " @Override public Object get() { return System.getProperty(\"" + USER + "\"); } }; }",
            "org.springframework.web.context.request.RequestAttributes",
            "public interface RequestAttributes { Object getAttribute(String name, int scope); }",
            "org.springframework.web.context.request.RequestContextHolder",
            "public abstract class RequestContextHolder { " + NOTE
                    + "public static RequestAttributes getRequestAttributes() { String route = System.getProperty(\""
                    + ROUTE + "\"); return route == null ? null : (name, scope) -> {"
                    + " if (route.equals(\"over\")) throw new IllegalStateException();"
                    + " return scope == 0 && name.equals("
                    + "\"org.springframework.web.servlet.HandlerMapping.bestMatchingPattern\") ? route : null; }; } }");

    @TempDir
    static Path folder;

    private static URLClassLoader application;

    @BeforeAll
    static void compile() throws IOException {
        application = Compiled.in(folder, LIBRARIES);
    }

    @AfterAll
    static void close() throws IOException {
        forget();
        application.close();
    }

    @BeforeEach
    void knowNothing() {
        forget();
    }

    private static void forget() {
        for (String property : new String[] {MDC, LOG4J, USER, CONTEXT, ROUTE, SET_UP}) {
            System.clearProperty(property);
        }
    }

    private final Neighbourhood neighbourhood = Neighbourhood.seenFrom(application);

    @Test
    void readsTheContextOfLogbackAndOfLog4j() {
        System.setProperty(LOG4J, "acme");
        assertThat(neighbourhood.diagnostic("tenantId")).isEqualTo("acme");

        System.setProperty(MDC, "globex");
        assertThat(neighbourhood.diagnostic("tenantId")).isEqualTo("globex");
        assertThat(neighbourhood.diagnostic("other")).isEmpty();
    }

    @Test
    void readsWhoIsLoggedIn() {
        System.setProperty(USER, "alice");

        assertThat(neighbourhood.principal()).isEqualTo("alice");
    }

    @Test
    void hasNoSecurityContextMadeForAThreadThatHasNone() {
        assertThat(neighbourhood.principal()).isEmpty();
        assertThat(System.getProperty(CONTEXT)).isNull();

        System.setProperty(USER, "visitor");
        assertThat(neighbourhood.principal()).isEmpty();
        assertThat(System.getProperty(CONTEXT)).isEqualTo("made");
    }

    @Test
    void takesNeitherAVisitorNorAStrangerForAPrincipal() {
        assertThat(neighbourhood.principal()).isEmpty();

        System.setProperty(USER, "visitor");
        assertThat(neighbourhood.principal()).isEmpty();

        System.setProperty(USER, "stranger");
        assertThat(neighbourhood.principal()).isEmpty();
    }

    @Test
    void readsTheRouteThatIsBeingServed() {
        System.setProperty(ROUTE, "/orders/{id}");

        assertThat(neighbourhood.route()).isEqualTo("/orders/{id}");
    }

    @Test
    void findsNoRouteWhereNoRequestIsServedOrItIsOver() {
        assertThat(neighbourhood.route()).isEmpty();

        System.setProperty(ROUTE, "over");
        assertThat(neighbourhood.route()).isEmpty();
    }

    @Test
    void setsNoLibraryUpBeforeItIsAsked(@TempDir Path fresh) throws IOException {
        try (URLClassLoader other = Compiled.in(fresh, LIBRARIES)) {
            Neighbourhood unasked = Neighbourhood.seenFrom(other);
            assertThat(unasked).isNotNull();
            assertThat(System.getProperty(SET_UP)).isNull();
        }
    }

    @Test
    void findsNothingWhereThereAreNoSuchLibraries() {
        Neighbourhood empty = Neighbourhood.seenFrom(null);

        assertThat(empty.diagnostic("tenantId")).isEmpty();
        assertThat(empty.principal()).isEmpty();
        assertThat(empty.route()).isEmpty();
    }

    @Test
    void holdsAnApplicationNoLongerThanItIsHeldItself(@TempDir Path fresh) throws Exception {
        WeakReference<ClassLoader> gone = asked(fresh);

        for (int i = 0; i < 50 && gone.get() != null; i++) {
            System.gc();
        }
        assertThat(gone.get()).isNull();
    }

    private static WeakReference<ClassLoader> asked(Path fresh) throws IOException {
        try (URLClassLoader other = Compiled.in(fresh, LIBRARIES)) {
            Neighbourhood asked = Neighbourhood.seenFrom(other);
            assertThat(asked.diagnostic("tenantId") + asked.principal() + asked.route())
                    .isEmpty();
            return new WeakReference<>(other);
        }
    }
}
