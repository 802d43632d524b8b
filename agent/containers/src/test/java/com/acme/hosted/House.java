// SPDX-License-Identifier: Apache-2.0
package com.acme.hosted;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.Wrapper;
import org.apache.catalina.core.StandardContext;
import org.apache.catalina.startup.HostConfig;
import org.apache.catalina.startup.Tomcat;
import org.apache.catalina.util.ContextName;

/**
 * Tomcat with two web applications, one of which is deployed again and again, each new version beside the one before, and one
 * that was dropped into its directory as a .war. Prints
 * what they answer, how many class loaders of versions that are gone outlive them, and the threads there are.
 */
public final class House {
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(100);

    private final Tomcat tomcat = new Tomcat();
    private final List<WeakReference<ClassLoader>> gone = new ArrayList<>();
    private final String parameter;

    private House(Path packed, String parameter) throws IOException {
        this.parameter = parameter;
        Path base = Files.createTempDirectory("tomcat");
        Files.copy(packed, Files.createDirectories(base.resolve("webapps")).resolve("packed.war"));
        tomcat.setBaseDir(base.toString());
        tomcat.setPort(0);
        tomcat.getHost().setAutoDeploy(false);
        tomcat.getHost().addLifecycleListener(new HostConfig()); // deploys what lies in webapps at the start
    }

    /**
     * Runs it.
     *
     * @param args the directories of two web applications, how often to deploy the second one, a parameter for that one, and
     *     the .war of a third, which stays
     */
    public static void main(String[] args) throws Exception {
        try {
            new House(Path.of(args[4]), args[3]).run(Path.of(args[0]), Path.of(args[1]), Integer.parseInt(args[2]));
        } finally {
            System.exit(0);
        }
    }

    private void run(Path one, Path other, int times) throws Exception {
        tomcat.getConnector();
        tomcat.start();
        Context passing = deployed(other, "passing", 1);
        ask("passing");
        Context lasting = deployed(one, "lasting", 0);
        ask("lasting");
        for (int version = 2; version <= times; version++) {
            Context next = deployed(other, "passing", version);
            ask("passing");
            undeploy(passing);
            passing = next;
        }
        undeploy(passing);
        ask("lasting");
        ask("packed");
        System.out.println("alive: " + alive());
        Thread.getAllStackTraces().keySet().forEach(House::show);
        undeploy(lasting);
    }

    private Context deployed(Path application, String name, int version) {
        StandardContext context = new StandardContext();
        context.setPath("/" + name);
        context.setWebappVersion(Integer.toString(version));
        context.setName(new ContextName(context.getPath(), context.getWebappVersion()).getName());
        context.setDocBase(application.toString());
        context.setClearReferencesStopTimerThreads(true); // older SDKs leave one each
        context.addLifecycleListener(new Tomcat.FixContextListener());
        Wrapper servlet = Tomcat.addServlet(context, "reception", "com.acme.hosted.Reception");
        if (version > 0) {
            servlet.addInitParameter(parameter, "yes");
        }
        servlet.addMapping("/");
        tomcat.getHost().addChild(context);
        return context;
    }

    private void undeploy(Context context) throws LifecycleException {
        gone.add(new WeakReference<>(context.getLoader().getClassLoader()));
        tomcat.getHost().removeChild(context);
    }

    private void ask(String name) {
        try (InputStream answer =
                new URL("http://127.0.0.1:" + tomcat.getConnector().getLocalPort() + "/" + name + "/").openStream()) {
            String text = new String(answer.readAllBytes(), StandardCharsets.UTF_8);
            System.out.println(name + ": " + text.replace("\n", "; "));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * How many are left, once no more of them go. Meanwhile the house goes on serving: Tomcat's idle threads and processors
     * may hold the last thing that they worked for.
     */
    private long alive() throws InterruptedException {
        long end = System.nanoTime() + PATIENCE;
        while (count() > 0 && System.nanoTime() < end) {
            System.gc();
            Thread.sleep(100);
            ask("lasting");
        }
        return count();
    }

    private long count() {
        return gone.stream()
                .map(Reference::get)
                .filter(loader -> loader != null)
                .count();
    }

    private static void show(Thread thread) {
        System.out.println("thread: " + thread.getName() + ", daemon " + thread.isDaemon() + ", context "
                + thread.getContextClassLoader());
    }
}
