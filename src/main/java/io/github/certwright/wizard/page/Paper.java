package io.github.certwright.wizard.page;

import javafx.print.PrinterJob;
import javafx.scene.control.Label;

/** Prints plain words, black on white, in the width of the paper. */
final class Paper {
  private Paper() {}

  /** Asks for the printer and prints; does nothing where there is none. */
  static void print(String words) {
    PrinterJob job = PrinterJob.createPrinterJob();
    if (job == null || !job.showPrintDialog(null)) {
      return;
    }
    Label page = new Label(words);
    page.setWrapText(true);
    page.setPrefWidth(job.getJobSettings().getPageLayout().getPrintableWidth());
    page.setStyle("-fx-text-fill: black; -fx-font-size: 11px;");
    if (job.printPage(page)) {
      job.endJob();
    }
  }
}
