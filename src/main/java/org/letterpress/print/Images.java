package org.letterpress.print;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.letterpress.diagnostic.Code;
import org.letterpress.image.SvgImage;
import org.xml.sax.SAXException;

/** Finds the images of one document, inside the fence and in formats that are safe to print. */
final class Images {
  private static final long MOST_BYTES = 200_000_000L;
  private static final long MOST_PIXELS = 150_000_000L;

  private final Fence fence;
  private final Path edition;

  /**
   * @param edition folder of the edition
   */
  Images(Fence fence, Path edition) {
    this.fence = fence;
    this.edition = edition;
  }

  /**
   * What became of an address.
   *
   * @param file the image, or null when it cannot be printed
   * @param problem the finding's code when it cannot, otherwise null
   * @param reason what is wrong with it, for the finding
   */
  record Found(Path file, Code problem, String reason) {}

  /**
   * The image that an address means.
   *
   * @param sourceFile path of the file that has the address, relative to the edition, or empty; a
   *     relative image is looked for beside it, then in the edition, its tei folder and its letters
   *     folder
   */
  Found find(String address, String sourceFile) {
    URI uri = uri(address);
    String scheme = uri == null ? null : uri.getScheme();
    // A scheme of one letter is a drive of Windows.
    if (scheme != null && scheme.length() > 1 && !scheme.equalsIgnoreCase("file")) {
      return new Found(null, Code.PRINT_FENCE, "it is not fetched from the network");
    }
    boolean outside = false;
    try {
      if ("file".equalsIgnoreCase(scheme)) {
        Path file = Path.of(uri);
        return fence.allows(file) ? check(file) : outside();
      }
      String path = uri == null || uri.getPath() == null ? address : uri.getPath();
      for (Path folder : folders(sourceFile)) {
        Path file = folder.resolve(path).normalize();
        if (fence.allows(file)) {
          return check(file);
        }
        outside |= Files.isRegularFile(file);
      }
    } catch (IllegalArgumentException | FileSystemNotFoundException unusable) {
      return new Found(null, Code.PRINT_IMAGE, "this is not the address of a file");
    }
    return outside ? outside() : new Found(null, Code.PRINT_IMAGE, "there is no such file");
  }

  private Set<Path> folders(String sourceFile) {
    Set<Path> folders = new LinkedHashSet<>();
    try {
      Path parent = edition.resolve(sourceFile).getParent();
      if (parent != null && !sourceFile.isEmpty()) {
        folders.add(parent);
      }
    } catch (InvalidPathException notAPath) {
      // Then only the usual folders are searched.
    }
    folders.add(edition);
    folders.add(edition.resolve("tei"));
    folders.add(edition.resolve("tei").resolve("letters"));
    return folders;
  }

  /** The address as a URI, or null when it is none, for instance because of a space. */
  private static URI uri(String address) {
    try {
      return new URI(address);
    } catch (URISyntaxException notAnAddress) {
      return null;
    }
  }

  private static Found outside() {
    return new Found(null, Code.PRINT_FENCE, "it lies outside the edition's folder");
  }

  private static Found check(Path file) {
    try {
      if (Files.size(file) > MOST_BYTES) {
        return new Found(null, Code.PRINT_IMAGE, "it is too large");
      }
      byte[] head;
      try (var stream = Files.newInputStream(file)) {
        head = stream.readNBytes(12);
      }
      if (isRaster(head)) {
        String unfit = unfit(file);
        return unfit.isEmpty()
            ? new Found(file, null, "")
            : new Found(null, Code.PRINT_IMAGE, unfit);
      }
      String outer = SvgImage.outerReference(Files.readAllBytes(file));
      return outer.isEmpty()
          ? new Found(file, null, "")
          : new Found(null, Code.PRINT_FENCE, "it asks for " + outer);
    } catch (SAXException notXml) {
      return new Found(
          null, Code.PRINT_IMAGE, "it is none of JPEG, PNG, GIF, TIFF and well-formed SVG");
    } catch (IOException unreadable) {
      return new Found(null, Code.PRINT_IMAGE, "it cannot be read");
    }
  }

  /**
   * What is wrong with a picture of pixels, or nothing: a small file may unpack to more than memory
   * holds, and its header says so.
   */
  private static String unfit(Path file) throws IOException {
    try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        return "it cannot be read";
      }
      ImageReader reader = readers.next();
      try {
        reader.setInput(in, true, true);
        long width = reader.getWidth(0);
        long height = reader.getHeight(0);
        return width * height > MOST_PIXELS
            ? "its " + width + " × " + height + " pixels are too many"
            : "";
      } finally {
        reader.dispose();
      }
    } catch (RuntimeException broken) {
      return "it cannot be read";
    }
  }

  private static boolean isRaster(byte[] head) {
    String start = new String(head, StandardCharsets.ISO_8859_1);
    return start.startsWith("\u00FF\u00D8\u00FF")
        || start.startsWith("\u0089PNG")
        || start.startsWith("GIF8")
        || start.startsWith("II*\0")
        || start.startsWith("MM\0*");
  }
}
