package org.youju.api;

/** The body of a call is of a type that the call does not take. */
class UnsupportedBody extends RuntimeException {
}
