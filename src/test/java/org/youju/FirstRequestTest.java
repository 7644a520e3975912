package org.youju;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;

/** What the sample's loader relies on: the port opens only after every bean has finished its start. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class FirstRequestTest {

    @Test
    void nothing_answers_before_every_bean_has_started() throws IOException {
        var port = freePort();
        var answeredDuringStart = new AtomicReference<Boolean>();
        try (var context = new ServletWebServerApplicationContext()) {
            context.registerBean(TomcatServletWebServerFactory.class, () -> new TomcatServletWebServerFactory(port));
            context.registerBean("loader", SmartInitializingSingleton.class,
                    () -> () -> answeredDuringStart.set(answers(port)));
            context.refresh();
            assertThat(answeredDuringStart).hasValue(false);
            assertThat(answers(port)).isTrue();
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static boolean answers(int port) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }
}
