package org.letterpress.print;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.GregorianCalendar;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.TimeZone;
import java.util.TreeMap;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;

/**
 * The pass after FOP: fixes what differs between two runs (dates of the metadata, the file's id)
 * and what PDF/UA wants and FOP leaves out (ids of notes, the words of links, letters).
 */
final class PdfFinish {
  private static final COSName STRUCT_PARENT = COSName.getPDFName("StructParent");
  private static final COSName ALT = COSName.getPDFName("Alt");

  private final PrintOptions options;
  private final PdfMetadata metadata;

  PdfFinish(PrintOptions options, PdfMetadata metadata) {
    this.options = options;
    this.metadata = metadata;
  }

  byte[] apply(byte[] raw) throws IOException {
    try (PDDocument document = Loader.loadPDF(raw)) {
      PDDocumentCatalog catalog = document.getDocumentCatalog();
      catalog.setLanguage(metadata.lang());
      PDViewerPreferences preferences = catalog.getViewerPreferences();
      if (preferences == null) {
        preferences = new PDViewerPreferences(new COSDictionary());
        catalog.setViewerPreferences(preferences);
      }
      preferences.setDisplayDocTitle(true);
      fixDates(document, catalog);
      LettersInPdf.restore(document);
      COSDictionary root =
          catalog.getStructureTreeRoot() == null
              ? null
              : catalog.getStructureTreeRoot().getCOSObject();
      if (root != null) {
        nameNotes(root);
        describeLinks(document, root);
      }
      document.getDocument().getTrailer().removeItem(COSName.ID);
      document.setDocumentId(fingerprint());
      ByteArrayOutputStream out = new ByteArrayOutputStream(raw.length);
      document.save(out, CompressParameters.DEFAULT_COMPRESSION);
      return out.toByteArray();
    }
  }

  /** FOP writes the present time, and every date in the time zone of the machine. */
  private void fixDates(PDDocument document, PDDocumentCatalog catalog) throws IOException {
    GregorianCalendar date = new GregorianCalendar(TimeZone.getTimeZone("UTC"));
    date.setTimeInMillis(options.creationDate().getEpochSecond() * 1000);
    document.getDocumentInformation().setCreationDate(date);
    document.getDocumentInformation().getCOSObject().removeItem(COSName.MOD_DATE);
    PDMetadata xmp = new PDMetadata(document);
    xmp.importXMPMetadata(Xmp.packet(options, metadata).getBytes(StandardCharsets.UTF_8));
    catalog.setMetadata(xmp);
  }

  /** Gives every Note of the structure tree an id of its own (PDF/UA-1, 7.9). */
  private static void nameNotes(COSDictionary root) {
    TreeMap<String, COSDictionary> notes = new TreeMap<>();
    Set<COSDictionary> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    Deque<COSBase> open = new ArrayDeque<>(List.of(root));
    while (!open.isEmpty()) {
      COSBase next = open.pop();
      if (next instanceof COSArray array) {
        for (int i = array.size() - 1; i >= 0; i--) {
          push(open, array.getObject(i));
        }
      } else if (next instanceof COSDictionary element && seen.add(element)) {
        if (COSName.getPDFName("Note").equals(element.getCOSName(COSName.S))) {
          String id = String.format("note-%06d", notes.size() + 1);
          element.setString(COSName.ID, id);
          notes.put(id, element);
        }
        push(open, element.getDictionaryObject(COSName.K));
      }
    }
    if (!notes.isEmpty()) {
      root.setItem(COSName.getPDFName("IDTree"), idTree(notes));
    }
  }

  private static void push(Deque<COSBase> open, COSBase child) {
    if (child instanceof COSArray || child instanceof COSDictionary) {
      open.push(child);
    }
  }

  private static COSDictionary idTree(TreeMap<String, COSDictionary> notes) {
    COSArray names = new COSArray();
    notes.forEach(
        (id, element) -> {
          names.add(new COSString(id));
          names.add(element);
        });
    COSArray limits = new COSArray();
    limits.add(new COSString(notes.firstKey()));
    limits.add(new COSString(notes.lastKey()));
    COSDictionary leaf = new COSDictionary();
    leaf.setItem(COSName.LIMITS, limits);
    leaf.setItem(COSName.NAMES, names);
    COSArray kids = new COSArray();
    kids.add(leaf);
    COSDictionary tree = new COSDictionary();
    tree.setItem(COSName.KIDS, kids);
    return tree;
  }

  /** Gives link annotations the words of their link, which the stylesheet put into the tag. */
  private static void describeLinks(PDDocument document, COSDictionary root) throws IOException {
    TreeMap<Integer, COSDictionary> parents = new TreeMap<>();
    collectParents(root.getDictionaryObject(COSName.PARENT_TREE), parents);
    for (PDPage page : document.getPages()) {
      COSArray annotations = page.getCOSObject().getCOSArray(COSName.ANNOTS);
      for (int i = 0; annotations != null && i < annotations.size(); i++) {
        if (annotations.getObject(i) instanceof COSDictionary annotation
            && annotation.getString(COSName.CONTENTS) == null) {
          COSDictionary element = parents.get(annotation.getInt(STRUCT_PARENT));
          String words = element == null ? null : element.getString(ALT);
          annotation.setString(COSName.CONTENTS, words == null ? "link" : words);
        }
      }
    }
  }

  private static void collectParents(COSBase node, TreeMap<Integer, COSDictionary> parents) {
    if (!(node instanceof COSDictionary tree)) {
      return;
    }
    COSArray kids = tree.getCOSArray(COSName.KIDS);
    for (int i = 0; kids != null && i < kids.size(); i++) {
      collectParents(kids.getObject(i), parents);
    }
    COSArray numbers = tree.getCOSArray(COSName.NUMS);
    for (int i = 0; numbers != null && i + 1 < numbers.size(); i += 2) {
      if (numbers.getObject(i) instanceof COSInteger key
          && resolve(numbers.get(i + 1)) instanceof COSDictionary element) {
        parents.put(key.intValue(), element);
      }
    }
  }

  private static COSBase resolve(COSBase value) {
    return value instanceof COSObject reference ? reference.getObject() : value;
  }

  /** A number that depends on what the document is and not on when it was made. */
  private long fingerprint() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      String key = options.producer() + '\n' + options.creationDate() + '\n' + metadata;
      byte[] bytes = digest.digest(key.getBytes(StandardCharsets.UTF_8));
      return ByteBuffer.wrap(bytes).getLong();
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
