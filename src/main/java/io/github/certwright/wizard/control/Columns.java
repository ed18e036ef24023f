package io.github.certwright.wizard.control;

import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import javafx.scene.text.Text;

/**
 * Two columns of the same width, or one where the text is too large or the window too narrow for
 * two.
 */
public final class Columns extends Pane {
  private static final double LEAST_COLUMN_EM = 17;
  private static final double GAP_BETWEEN = 24;

  private final double gapBelow;
  private final Text ruler = new Text("M");

  /**
   * @param gapBelow pixels between rows
   */
  public Columns(double gapBelow, Node... cells) {
    this.gapBelow = gapBelow;
    ruler.setManaged(false);
    ruler.setVisible(false);
    getChildren().add(ruler);
    getChildren().addAll(cells);
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computeMinWidth(double height) {
    return LEAST_COLUMN_EM * em() / 2;
  }

  @Override
  protected double computePrefWidth(double height) {
    return 2 * LEAST_COLUMN_EM * em() + GAP_BETWEEN;
  }

  @Override
  protected double computePrefHeight(double width) {
    return arrange(width < 0 ? computePrefWidth(-1) : width, false);
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  protected void layoutChildren() {
    arrange(getWidth(), true);
  }

  private double em() {
    return ruler.getFont().getSize();
  }

  private double arrange(double width, boolean place) {
    List<Node> cells = getManagedChildren();
    boolean two = width >= 2 * LEAST_COLUMN_EM * em() + GAP_BETWEEN;
    int columns = two ? 2 : 1;
    double cell = two ? (width - GAP_BETWEEN) / 2 : width;
    double y = 0;
    for (int start = 0; start < cells.size(); start += columns) {
      List<Node> row = cells.subList(start, Math.min(start + columns, cells.size()));
      double high = row.stream().mapToDouble(node -> node.prefHeight(cell)).max().orElse(0);
      if (start > 0) {
        y += gapBelow;
      }
      if (place) {
        for (int i = 0; i < row.size(); i++) {
          row.get(i).resizeRelocate(i * (cell + GAP_BETWEEN), y, cell, high);
        }
      }
      y += high;
    }
    return y;
  }
}
