import java.io.File;
import java.io.IOException;
import javafx.css.Stylesheet;

/** Writes style sheets in JavaFX's binary form. Arguments: the folder for them, and the texts. */
public final class Convert {
  private Convert() {}

  public static void main(String[] args) throws IOException {
    for (int i = 1; i < args.length; i++) {
      File sheet = new File(args[i]);
      String name = sheet.getName().replaceFirst("css$", "bss");
      Stylesheet.convertToBinary(sheet, new File(args[0], name));
    }
  }
}
