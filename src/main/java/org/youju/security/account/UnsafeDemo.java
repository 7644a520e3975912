package org.youju.security.account;

/** A demonstration, whose passwords everybody knows, was about to answer other machines. Its message says what to do. */
public class UnsafeDemo extends RuntimeException {

    UnsafeDemo() {
        super("示例模式（demo）的密码人人可见，只能用于本机：请设 server.address=127.0.0.1，或不用 demo 启动。 "
                + "The demo profile has well-known passwords and answers this machine only: "
                + "set server.address=127.0.0.1, or start without the demo profile.");
    }
}
