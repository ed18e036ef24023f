package io.github.certwright.wizard;

import io.github.certwright.settings.Settings;
import io.github.certwright.text.Text;
import java.time.Clock;

/** What every page model works with. */
public record Desk(
    Text text, Background background, Services services, Settings settings, Clock clock) {}
