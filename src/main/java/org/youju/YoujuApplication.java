package org.youju;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts Youju. */
@SpringBootApplication
public class YoujuApplication {

    public static void main(String[] args) {
        SpringApplication.run(YoujuApplication.class, args);
    }
}
