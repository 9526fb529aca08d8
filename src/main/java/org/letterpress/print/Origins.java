package org.letterpress.print;

import org.letterpress.diagnostic.Location;

/** Tells where the source has what is printed. */
public interface Origins {

  /**
   * The place of what a formatting object is made of, for findings.
   *
   * @param id its id, or that of one around it; empty where there is none
   */
  Location place(String id);

  /**
   * The path of its file, relative to the edition's folder: relative images are looked for beside
   * it. Empty where no file is known.
   *
   * @param id as for {@link #place}
   */
  String file(String id);

  /** All is in one file, of which nothing more is known. */
  static Origins of(String file) {
    return new Origins() {
      @Override
      public Location place(String id) {
        return Location.of(file);
      }

      @Override
      public String file(String id) {
        return file;
      }
    };
  }
}
