package io.github.certwright.files;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What is kept of an ended job, so that it can be taken back another day.
 *
 * @param id tells it from others; later ones come after earlier ones in the order of letters
 * @param notes what the job was, in words of the room that keeps it; never a secret
 * @param parts the ways back, by the name of the part, in the order in which the parts were done
 */
public record Receipt(String id, Map<String, String> notes, Map<String, WayBack> parts) {
  public Receipt {
    notes = Map.copyOf(notes);
    parts = Collections.unmodifiableMap(new LinkedHashMap<>(parts));
  }

  /** One note, if it was made. */
  public Optional<String> note(String name) {
    return Optional.ofNullable(notes.get(name)).filter(value -> !value.isEmpty());
  }

  /** The same with one note more, or another in its place. */
  public Receipt with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(notes);
    more.put(name, value);
    return new Receipt(id, more, parts);
  }
}
