/**
 * The trust stores of this computer, one class each, which all answer the same questions: is it
 * here, does it trust this certificate, add it, take it out. Believes no store that says yes until
 * it was read back; tries nothing that needs an administrator. Starts no process itself.
 */
package io.github.certwright.trust;
