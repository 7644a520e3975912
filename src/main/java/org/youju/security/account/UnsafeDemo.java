package org.youju.security.account;

/** A demonstration, whose passwords everybody knows, was about to answer other machines. */
public class UnsafeDemo extends RuntimeException {

    UnsafeDemo() {
        super("The demo profile needs server.address=127.0.0.1");
    }
}
