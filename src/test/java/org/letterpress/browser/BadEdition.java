package org.letterpress.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * An edition of bad input: titles without end, names with quotes, angle brackets and marks of
 * direction, targets that are code, a letter that says nothing of itself.
 */
public final class BadEdition {
  private static final String NAME =
      "&lt;b onclick=hacked=1&gt;\"O'Neill\" \u200F\u05D0\u05D1&lt;/b&gt;";

  private static final String PERSONS =
      """
      <TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc>
      <titleStmt><title>Persons</title></titleStmt><publicationStmt><p>x</p></publicationStmt>
      <sourceDesc><p>x</p></sourceDesc></fileDesc></teiHeader><text><body><listPerson>
      <person xml:id="a"><persName>%s</persName>
        <idno type="URL">javascript:hacked=1</idno></person>
      <person xml:id="b"><persName>%s</persName></person>
      </listPerson></body></text></TEI>
      """
          .formatted(NAME, "Unbreakable".repeat(30));

  private static final String ARABIC =
      """
      <lp:locale xmlns:lp="urn:letterpress:prepared">
        <lp:label key="language-name">العربية</lp:label>
        <lp:label key="letters">الرسائل</lp:label>
        <lp:label key="persons">الأشخاص</lp:label>
      </lp:locale>
      """;

  private BadEdition() {}

  /** Writes it. */
  public static void write(Path folder) throws IOException {
    write(folder, "letterpress.toml", "language = \"en\"\nlanguages = [\"en\", \"ar\"]\n");
    write(folder, "xslt/locale/ar.xml", ARABIC);
    write(folder, "tei/registers/persons.xml", PERSONS);
    write(folder, "tei/letters/long.xml", letter("long", "A title without end. ".repeat(100), ""));
    write(folder, "tei/letters/unbroken.xml", letter("unbroken", "Unbroken".repeat(250), ""));
    write(
        folder,
        "tei/letters/hostile.xml",
        letter(
            "hostile",
            NAME,
            """
            <correspDesc>
              <correspAction type="sent"><persName ref="#a">%s</persName>
                <date when="1901-02-03"/></correspAction>
              <correspAction type="received"><persName ref="#b">B</persName></correspAction>
            </correspDesc>
            """
                .formatted(NAME)));
    write(
        folder,
        "tei/letters/titled.xml",
        letter(
            "titled",
            "A title without end. ".repeat(100),
            """
            <correspDesc>
              <correspAction type="sent"><persName ref="#a">A</persName>
                <date when="1901-02-04"/></correspAction>
              <correspAction type="received"><persName ref="#b">B</persName></correspAction>
            </correspDesc>
            """));
    write(
        folder,
        "tei/letters/notes.xml",
        letter("notes", "Two thousand notes", "")
            .replace(
                "</body>",
                ("<p>"
                            + "Word<note>A note on this word, of some length.</note> and more. "
                                .repeat(20)
                            + "</p>")
                        .repeat(100)
                    + "</body>"));
    write(
        folder,
        "tei/letters/images.xml",
        letter("images", "Images that are not there", "")
            .replace(
                "</body>",
                "<pb n=\"1\" facs=\"nowhere.jpg\"/><p>Before <graphic url=\"no/where.png\"/> behind.</p>"
                    + "<figure><graphic url=\"gone.jpg\"/><figDesc>A tree</figDesc></figure></body>"));
    write(
        folder,
        "tei/letters/headless.xml",
        "<TEI xmlns=\"http://www.tei-c.org/ns/1.0\"><text><body><p>Word.</p></body></text></TEI>");
    write(
        folder,
        "tei/letters/bare.xml",
        "<TEI xmlns=\"http://www.tei-c.org/ns/1.0\"><teiHeader/><text><body>"
            + "<opener><salute>Dear,</salute></opener><p>Word.</p></body></text></TEI>");
  }

  private static String letter(String id, String title, String description) {
    return """
    <TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="%s"><teiHeader><fileDesc>
    <titleStmt><title>%s</title></titleStmt><publicationStmt><p>x</p></publicationStmt>
    <sourceDesc><p>x</p></sourceDesc></fileDesc><profileDesc>%s</profileDesc></teiHeader>
    <text><body><opener><salute>Dear,</salute></opener>
    <p>To <ref target="javascript:hacked=1">this</ref>,
    <ref target="java&#10;script:hacked=1">that</ref> and
    <ref target="data:text/html,&lt;script&gt;hacked=1&lt;/script&gt;">those</ref>
    <note>A <ref target="JavaScript:hacked=1">note</ref> by <persName ref="#a">%s</persName>.
    </note>. %s</p></body></text></TEI>
    """
        .formatted(id, title, description, NAME, "Unbrokenword".repeat(40));
  }

  private static void write(Path folder, String path, String text) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
