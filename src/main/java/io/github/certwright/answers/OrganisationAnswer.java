package io.github.certwright.answers;

/**
 * The optional parts of the distinguished name, exactly as typed; empty text means "left out".
 *
 * @param organization O
 * @param unit OU
 * @param city L
 * @param state ST
 * @param country C, two letters of ISO 3166
 */
public record OrganisationAnswer(
    String organization, String unit, String city, String state, String country) {

  public static OrganisationAnswer none() {
    return new OrganisationAnswer("", "", "", "", "");
  }
}
