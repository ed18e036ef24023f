package io.github.certwright.wizard.control;

import javafx.print.PrinterJob;
import javafx.scene.control.Label;
import javafx.stage.Window;

/** Prints plain words, black on white, in the width of the paper. */
final class Paper {
  private Paper() {}

  /**
   * Asks for the printer and prints.
   *
   * @return false when there is no printer
   */
  static boolean print(String words, Window owner) {
    PrinterJob job = PrinterJob.createPrinterJob();
    if (job == null) {
      return false;
    }
    if (job.showPrintDialog(owner)) {
      print(words, job);
    }
    return true;
  }

  private static void print(String words, PrinterJob job) {
    Label page = new Label(words);
    page.setWrapText(true);
    page.setPrefWidth(job.getJobSettings().getPageLayout().getPrintableWidth());
    page.setStyle("-fx-text-fill: black; -fx-font-size: 11px;");
    if (job.printPage(page)) {
      job.endJob();
    }
  }
}
