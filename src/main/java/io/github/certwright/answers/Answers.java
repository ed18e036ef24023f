package io.github.certwright.answers;

/**
 * Everything said for "Create a secure connection", one record a page.
 *
 * <p>The passwords inside stay with whoever made them: close them when the job has ended.
 */
public record Answers(
    ServerAnswer server,
    OrganisationAnswer organisation,
    PasswordAnswer passwords,
    CertificateAnswer certificate,
    WhereAnswer where) {}
