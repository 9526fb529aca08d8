package org.letterpress.image;

import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.letterpress.letter.EditionIndex;
import org.letterpress.letter.IndexedLetter;
import org.letterpress.letter.Pointer;
import org.letterpress.letter.Target;
import org.letterpress.source.SourceFile;

/**
 * All images that the sources of an edition name, and what the site calls those that lie in its
 * folder.
 */
public final class EditionImages {
  /** Where images stand in the site. */
  private static final String FOLDER = "images/";

  /** Where their smaller copies stand. */
  private static final String SMALLER = "previews/";

  /**
   * An image that the text may show.
   *
   * @param address as the source writes it
   * @param kind {@code file}, {@code service} for IIIF's Image API, or {@code web}
   * @param href path from the root of the site; base of the service; address
   * @param width in pixels, or 0
   * @param height in pixels, or 0
   * @param thumbnail path of a small copy, or empty
   * @param inText path of a copy for the text, or empty when the image itself is small enough
   * @param host the other host that it comes from, or empty
   * @param mediaType such as {@code image/jpeg}; empty when it is not known
   */
  public record Shown(
      String address,
      String kind,
      String href,
      int width,
      int height,
      String thumbnail,
      String inText,
      String host,
      String mediaType) {}

  /**
   * A file for the site.
   *
   * @param path from the root of the site
   * @param image what it shows
   * @param side pixels of the longer side of a smaller copy, or 0 for the file itself
   * @param use the first place that names it
   * @param source the file with that place
   */
  public record Published(String path, ImageFile image, int side, Pointer use, SourceFile source) {}

  private record Use(Pointer pointer, String value, ImageAddress address, ImageFile file) {}

  private final Map<String, List<Use>> uses = new LinkedHashMap<>();
  private final SortedMap<String, Published> published = new TreeMap<>();
  private final Map<String, String> paths = new TreeMap<>();

  /** Gives every pointer of a file. */
  @FunctionalInterface
  public interface Pointers {
    List<Pointer> of(SourceFile file);
  }

  private EditionImages() {}

  /** An edition in which no image is shown. */
  public static EditionImages none() {
    return new EditionImages();
  }

  /**
   * Looks at every image that sources name.
   *
   * @param index knows the private prefixes
   */
  public static EditionImages of(
      Collection<SourceFile> files, Pointers pointers, EditionIndex index) {
    EditionImages images = new EditionImages();
    ImageFinder finder = new ImageFinder();
    Map<String, Published> originals = new TreeMap<>();
    for (SourceFile file : files) {
      List<Use> uses = new ArrayList<>();
      for (Pointer pointer : pointers.of(file)) {
        if (pointer.attribute().equals("facs") || pointer.attribute().equals("url")) {
          for (String value : values(pointer)) {
            Use use = use(finder, index, file, pointer, value);
            if (use != null) {
              uses.add(use);
              if (use.file != null) {
                originals.putIfAbsent(
                    use.file.key(), new Published("", use.file, 0, pointer, file));
              }
            }
          }
        }
      }
      if (!uses.isEmpty()) {
        images.uses.put(file.key(), uses);
      }
    }
    images.name(originals);
    return images;
  }

  /** The values of facs are divided by spaces, an url may hold some. */
  private static List<String> values(Pointer pointer) {
    return pointer.attribute().equals("url")
        ? List.of(pointer.value())
        : EditionIndex.values(pointer.value());
  }

  private static Use use(
      ImageFinder finder, EditionIndex index, SourceFile file, Pointer pointer, String value) {
    ImageAddress address = ImageAddress.of(value);
    if (address instanceof ImageAddress.OfFile path) {
      return finder.find(file, path.path()) instanceof ImageFinder.Image image
          ? new Use(pointer, value, address, image.file())
          : null;
    }
    if (address instanceof ImageAddress.None
        && index.resolve(file.key(), value) instanceof Target.ToWeb web) {
      address = ImageAddress.of(web.address());
    }
    return address instanceof ImageAddress.OfService || address instanceof ImageAddress.OfWeb
        ? new Use(pointer, value, address, null)
        : null;
  }

  /** Names that any server and any disk takes, the same whatever other images there are. */
  private void name(Map<String, Published> originals) {
    Map<String, Integer> lower = new TreeMap<>();
    originals.keySet().forEach(key -> lower.merge(fold(plain(key)), 1, Integer::sum));
    originals.forEach(
        (key, found) -> {
          String name = plain(key);
          boolean ambiguous = !name.equals(below(key)) || lower.get(fold(name)) > 1;
          name = withEnding(ambiguous ? marked(name, key) : name, found.image);
          paths.put(key, FOLDER + name);
          publish(FOLDER + name, found, 0);
          for (int side : new int[] {ImageFile.THUMBNAIL, ImageFile.IN_TEXT}) {
            if (found.image.hasSmaller(side)) {
              publish(smaller(FOLDER + name, side), found, side);
            }
          }
        });
  }

  private void publish(String path, Published found, int side) {
    published.put(path, new Published(path, found.image, side, found.use, found.source));
  }

  private static String fold(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  private static String below(String key) {
    return key.startsWith(FOLDER) ? key.substring(FOLDER.length()) : key;
  }

  /** "images/Brief 1.jpg" gives "Brief-1.jpg": what is no plain sign becomes a hyphen. */
  private static String plain(String key) {
    return below(key).replaceAll("[^A-Za-z0-9._/-]+", "-").replaceAll("(^|/)\\.", "$1_");
  }

  private static String marked(String name, String key) {
    int dot = name.lastIndexOf('.');
    int end = dot > name.lastIndexOf('/') ? dot : name.length();
    return name.substring(0, end)
        + "-"
        + String.format(Locale.ROOT, "%08x", key.hashCode())
        + name.substring(end);
  }

  /** A server tells the format by the ending, so that must not say another. */
  private static String withEnding(String name, ImageFile image) {
    List<String> endings = image.header().format().endings();
    String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return endings.contains(ending) ? name : name + "." + endings.get(0);
  }

  private static String smaller(String path, int side) {
    return SMALLER + path.substring(FOLDER.length()) + "-" + side + ".jpg";
  }

  /** All that pages tell of the images, a line for each. */
  public List<String> told() {
    List<String> lines = new ArrayList<>();
    published.forEach(
        (path, image) ->
            lines.add(
                path
                    + " "
                    + image.image().width()
                    + " "
                    + image.image().height()
                    + " "
                    + image.image().mediaType()));
    return lines;
  }

  /** Everything that belongs into the site, by its path. */
  public List<Published> published() {
    return List.copyOf(published.values());
  }

  /** True when nothing names an image. */
  public boolean isEmpty() {
    return uses.isEmpty();
  }

  /**
   * The images that may stand in the page of a letter, each address once. Of a file with several
   * letters those outside the other letters, and the page before, on which the letter may begin.
   *
   * @param ordinals places of the elements of all letters of its file, in their order
   */
  public Collection<Shown> of(IndexedLetter letter, List<Integer> ordinals) {
    List<Use> all = uses.getOrDefault(letter.facts().file().key(), List.of());
    Map<String, Shown> shown = new LinkedHashMap<>();
    int begin = letter.facts().ordinal();
    int first = ordinals.isEmpty() ? begin : ordinals.get(0);
    int end =
        ordinals.stream().filter(o -> o > begin).mapToInt(o -> o).min().orElse(Integer.MAX_VALUE);
    Use before = null;
    for (Use use : all) {
      int at = use.pointer.ordinal();
      boolean own = letter.facts().alone() || at < first || (at >= begin && at < end);
      if (own) {
        shown.computeIfAbsent(use.value, value -> shown(use));
      } else if (at < begin && use.pointer.element().equals("pb")) {
        before = use;
      }
    }
    if (before != null) {
      Use page = before;
      shown.computeIfAbsent(page.value, value -> shown(page));
    }
    return shown.values();
  }

  /** All images that a file names, each address once. */
  public Collection<Shown> of(SourceFile file) {
    Map<String, Shown> shown = new LinkedHashMap<>();
    for (Use use : uses.getOrDefault(file.key(), List.of())) {
      shown.computeIfAbsent(use.value, value -> shown(use));
    }
    return shown.values();
  }

  private Shown shown(Use use) {
    if (use.file != null) {
      String path = paths.get(use.file.key());
      return new Shown(
          use.value,
          "file",
          path,
          use.file.width(),
          use.file.height(),
          use.file.hasSmaller(ImageFile.THUMBNAIL) ? smaller(path, ImageFile.THUMBNAIL) : path,
          use.file.hasSmaller(ImageFile.IN_TEXT) ? smaller(path, ImageFile.IN_TEXT) : "",
          "",
          use.file.mediaType());
    }
    if (use.address instanceof ImageAddress.OfService service) {
      return new Shown(
          use.value, "service", service.base(), 0, 0, "", "", host(service.base()), "");
    }
    String address = ((ImageAddress.OfWeb) use.address).address();
    return new Shown(use.value, "web", address, 0, 0, "", "", host(address), "");
  }

  private static String host(String address) {
    return URI.create(address).getHost();
  }
}
