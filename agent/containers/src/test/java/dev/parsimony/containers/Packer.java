// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.containers;

import java.io.File;
import java.io.IOException;
import org.springframework.boot.loader.tools.Library;
import org.springframework.boot.loader.tools.LibraryScope;
import org.springframework.boot.loader.tools.Repackager;

/** Packs as Spring Boot's plug-ins for builds do: with their own tool, of the version on the class path. */
final class Packer {
    private Packer() {}

    /**
     * Packs an application.
     *
     * @param args the main class, the application's own jar, the jar to write, and the libraries to put inside
     */
    public static void main(String[] args) throws IOException {
        Repackager packer = new Repackager(new File(args[1]));
        packer.setMainClass(args[0]);
        packer.repackage(new File(args[2]), inside -> {
            for (int i = 3; i < args.length; i++) {
                inside.library(new Library(new File(args[i]), LibraryScope.RUNTIME));
            }
        });
    }
}
