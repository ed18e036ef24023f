/**
 * Teamwork Cloud's REST client. Sends credentials only over a connection whose certificate was
 * trusted before.
 */
package io.github.certwright.server;
