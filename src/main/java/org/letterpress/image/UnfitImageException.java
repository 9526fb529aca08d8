package org.letterpress.image;

/** Says in the words of a finding why a file cannot be shown as an image. */
public final class UnfitImageException extends Exception {
  private static final long serialVersionUID = 1;

  UnfitImageException(String reason) {
    super(reason);
  }
}
