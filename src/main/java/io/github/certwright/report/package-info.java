/**
 * What a person keeps after a job: the printable page and the calendar reminder. Never a secret.
 */
package io.github.certwright.report;
