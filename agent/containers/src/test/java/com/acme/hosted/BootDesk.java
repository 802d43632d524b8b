// SPDX-License-Identifier: Apache-2.0
package com.acme.hosted;

import org.springframework.boot.CommandLineRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** An application of Spring Boot's. */
@Configuration(proxyBeanMethods = false)
public class BootDesk {
    /** Starts Spring, which asks everything, and ends. */
    public static void main(String[] args) {
        System.exit(SpringApplication.exit(SpringApplication.run(BootDesk.class, args)));
    }

    /** The clients, closed by Spring. */
    @Bean
    Desk desk() {
        return Desk.open();
    }

    /** What Spring runs when all beans are there. */
    @Bean
    CommandLineRunner morning(Desk desk) {
        return args -> desk.everything().forEach(System.out::println);
    }
}
