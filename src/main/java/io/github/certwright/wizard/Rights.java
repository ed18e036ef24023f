package io.github.certwright.wizard;

/** With whose rights modeling tools are changed. */
public enum Rights {
  /** One's own; a tool that cannot be changed with them is left alone. */
  OWN,
  /** One's own, and where they are not enough the system asks for an administrator's. */
  ADMINISTRATOR
}
