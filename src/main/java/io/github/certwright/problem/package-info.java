/**
 * What can go wrong, as data: a message key, the field it belongs to and its arguments. Knows no
 * other room and touches nothing.
 */
package io.github.certwright.problem;
