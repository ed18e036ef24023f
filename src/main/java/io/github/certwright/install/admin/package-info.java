/**
 * Copies a client pair with an administrator's rights: what is staged for it, how the system is
 * asked for the rights, and the run that has them and believes nothing it is told. Starts no
 * process itself.
 */
package io.github.certwright.install.admin;
