package io.github.certwright.server.practice;

/** Ways in which a server, or something in front of it, can go wrong. */
public enum Misbehaviour {
  /** Takes the request and says nothing. */
  SLOW,
  /** Answers one byte at a time, for ever. */
  DRIPPING,
  /** Hangs up without an answer, and without doing anything. */
  HANG_UP,
  STATUS_400,
  STATUS_401,
  STATUS_403,
  STATUS_404,
  STATUS_406,
  STATUS_407,
  STATUS_423,
  STATUS_500,
  STATUS_503,
  /** A page for people instead of data. */
  HTML,
  /** Says yes with an empty body. */
  EMPTY,
  /** Data that is not what was asked for. */
  OTHER_JSON,
  /** Promises more than it sends. */
  CUT_OFF,
  /** Ends in the middle of the data without having promised a length. */
  HALF_JSON,
  /** Never stops sending. */
  ENDLESS,
  /** Redirects to another encrypted server. */
  REDIRECT_ELSEWHERE,
  /** The same, for good (status 308). */
  REDIRECT_FOR_GOOD,
  /** Redirects to itself without encryption. */
  REDIRECT_HTTP,
  /** Redirects to where no URI can point. */
  REDIRECT_NOWHERE,
  /** Takes the new settings; the TLS port changes only after a restart. */
  RESTART_NEEDED,
  /** Takes the new settings and hangs up instead of answering. */
  ANSWER_LOST,
  /** Takes the new settings, and then has an internal error. */
  APPLIED_THEN_500,
  /** Says yes and changes nothing. */
  YES_BUT_NOTHING,
  /** Takes the new settings and shows another certificate on the TLS port. */
  OTHER_CERTIFICATE,
  /** Answers, and has another certificate of its own from then on. */
  CERTIFICATE_SWAPPED,
  /** Never shows the keystore file when the settings are read. */
  KEYSTORE_HIDDEN
}
