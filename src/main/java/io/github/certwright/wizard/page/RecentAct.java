package io.github.certwright.wizard.page;

import io.github.certwright.wizard.RecentJob;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.kordamp.ikonli.feather.Feather;

/**
 * Something that can be done with a job of the past, offered as a button on its line of the start
 * page.
 *
 * @param id of the button, the same on every line
 * @param stem message stem of the button: {@code .label}
 * @param fits for which jobs it is offered; never asked about one that was undone
 * @param open starts it, on the window's thread
 */
public record RecentAct(
    String id, String stem, Feather icon, Predicate<RecentJob> fits, Consumer<RecentJob> open) {}
