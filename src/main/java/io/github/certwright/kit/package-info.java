/** The portable client kit: everything a modeling tool's computer needs and never a private key. */
package io.github.certwright.kit;
