package io.github.certwright.wizard;

/**
 * How a trial sign-in went.
 *
 * @param user who the server says was signed in
 * @param mayChange whether that user may change the server's settings
 * @param version of the server, or empty
 */
public record SignedIn(String user, boolean mayChange, String version) {}
