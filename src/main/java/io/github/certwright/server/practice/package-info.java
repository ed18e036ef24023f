/**
 * A pretend Teamwork Cloud on loopback that speaks the same contract, for practice, the demo and
 * the tests. Has threads of its own, because a server needs them, and ends them when closed.
 */
package io.github.certwright.server.practice;
