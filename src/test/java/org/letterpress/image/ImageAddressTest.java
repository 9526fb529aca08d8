package org.letterpress.image;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the address of an image means, told from its text. */
class ImageAddressTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://images.example.org/iiif/a%2Fb",
        "https://images.example.org/iiif/a%2Fb/",
        "https://images.example.org/iiif/a%2Fb/info.json",
        "https://images.example.org/iiif/a%2Fb/full/max/0/default.jpg",
        "https://images.example.org/iiif/a%2Fb/full/full/0/native",
        "https://images.example.org/iiif/a%2Fb/100,200,30,40/!400,400/0/color.png",
        "https://images.example.org/iiif/a%2Fb/pct:10,20,30,40/^pct:50/!90.5/gray.jpg"
      })
  void anImageServiceIsKnownByItsBaseItsDescriptionAndItsRequests(String address) {
    assertThat(ImageAddress.of(address))
        .isEqualTo(new ImageAddress.OfService("https://images.example.org/iiif/a%2Fb"));
  }

  @Test
  void aServiceNeedNotSayIiifWhenTheAddressIsARequest() {
    assertThat(ImageAddress.of("http://example.org/img/7/full/max/0/default.jpg"))
        .isEqualTo(new ImageAddress.OfService("http://example.org/img/7"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"https://example.org/a.jpg", "HTTP://example.org/b/c.PNG", "https://x.org/d.svg"})
  void anImageOfAnotherHostIsKnownByItsEnding(String address) {
    assertThat(ImageAddress.of(address)).isEqualTo(new ImageAddress.OfWeb(address));
  }

  @ParameterizedTest
  @CsvSource({"images/1.jpg", "'../my images/1.jpg'", "0001", "a%20b.png"})
  void whatHasNoSchemeIsAFile(String address) {
    assertThat(ImageAddress.of(address)).isEqualTo(new ImageAddress.OfFile(address));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "#s1",
        "javascript:alert(1)",
        "data:image/png;base64,AAAA",
        "file:///etc/passwd",
        "//example.org/a.jpg",
        "iiif:abc",
        "https://example.org/page",
        "https://user:secret@example.org/iiif/a",
        "https://example.org/a.jpg\" onerror=\"x",
        "https://example.org/iiif/manifest.json",
        "C:/images/a.jpg"
      })
  void everythingElseIsNoImage(String address) {
    assertThat(ImageAddress.of(address)).isEqualTo(new ImageAddress.None());
  }
}
