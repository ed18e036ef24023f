package io.github.certwright.settings;

/** Where the window stood, in the screen's logical pixels. */
public record WindowPlace(int x, int y, int width, int height, boolean maximised) {}
