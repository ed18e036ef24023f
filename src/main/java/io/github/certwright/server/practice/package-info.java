/**
 * A pretend Teamwork Cloud on loopback that speaks the same contract, for practice, the demo and
 * the tests.
 */
package io.github.certwright.server.practice;
