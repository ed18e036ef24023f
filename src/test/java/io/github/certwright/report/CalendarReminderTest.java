package io.github.certwright.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.certwright.text.Text;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class CalendarReminderTest {
  private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

  private static String file(String server) {
    Instant end = Instant.parse("2029-02-14T20:00:00Z");
    byte[] bytes =
        new CalendarReminder(new Text(Locale.UK, TOKYO), TOKYO)
            .file(server, SampleFacts.PRINT, end, Instant.parse("2026-11-21T10:11:12Z"));
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static String unfolded(String server) {
    return file(server).replace("\r\n ", "");
  }

  @Test
  void theEventFillsTheDayOnWhichTheCertificateEndsHere() {
    assertThat(unfolded("twcloud.example.com"))
        .contains("\r\nDTSTART;VALUE=DATE:20290215\r\nDTEND;VALUE=DATE:20290216\r\n")
        .contains("\r\nDTSTAMP:20261121T101112Z\r\n")
        .contains("\r\nUID:" + SampleFacts.PRINT.hex() + "@certwright.github.io\r\n")
        .contains("SUMMARY:Certificate of twcloud.example.com ends");
  }

  @Test
  void alarmsGoOffSixtyThirtyAndSevenDaysBefore() {
    assertThat(unfolded("a.example"))
        .contains("TRIGGER:-P60D\r\n", "TRIGGER:-P30D\r\n", "TRIGGER:-P7D\r\n")
        .contains("DESCRIPTION:7 days until the certificate of a.example ends");
    assertThat(unfolded("a.example").split("BEGIN:VALARM")).hasSize(4);
  }

  @Test
  void everyLineFitsSeventyFiveOctetsAndEndsWithBoth() {
    String file = file("bücher-und-noch-viel-längerer-name-😀😀😀😀😀😀😀😀😀.example");
    assertThat(file).endsWith("\r\n");
    assertThat(file.replace("\r\n", "")).doesNotContain("\r", "\n", "�");
    assertThat(file.split("\r\n"))
        .allSatisfy(
            line -> assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(75));
    assertThat(unfolded("x😀y")).contains("x😀y");
  }

  @Test
  void theEndOfAnAuthorityIsSaidToBeTheEndOfAllThatItIssued() {
    String words =
        new String(
                new CalendarReminder(Text.english(), ZoneOffset.UTC)
                    .ofAuthority(
                        "Example Root",
                        SampleFacts.PRINT,
                        Instant.parse("2036-11-21T10:11:12Z"),
                        Instant.parse("2026-11-21T10:11:12Z")),
                StandardCharsets.UTF_8)
            .replace("\r\n ", "");
    assertThat(words)
        .contains("SUMMARY:Root authority Example Root ends")
        .contains("with it every certificate that it issued")
        .contains("DTSTART;VALUE=DATE:20361121");
  }

  @Test
  void aHostileNameCannotAddALineOfItsOwn() {
    assertThat(unfolded("a\r\nATTACH:file:///etc/passwd;b,c\\d\u202E"))
        .contains("SUMMARY:Certificate of a\\nATTACH:file:///etc/passwd\\;b\\,c\\\\d(U+202E) ends")
        .doesNotContain("\r\nATTACH");
  }
}
