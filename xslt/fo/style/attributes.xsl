<?xml version="1.0" encoding="UTF-8"?>
<!-- What things look like: one attribute set for each kind of block. An edition that imports
     fo.xsl changes a look by declaring a set of the same name: its attributes win, the others
     stay. -->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:lp="urn:letterpress:prepared"
  exclude-result-prefixes="#all">

  <!-- The whole document. -->
  <xsl:attribute-set name="lp:root">
    <xsl:attribute name="font-family" select="$lp:font-family"/>
    <xsl:attribute name="font-size" select="$lp:font-size"/>
    <xsl:attribute name="line-height" select="$lp:line-height"/>
    <xsl:attribute name="line-stacking-strategy" select="'font-height'"/>
    <xsl:attribute name="text-align" select="'justify'"/>
    <xsl:attribute name="hyphenate" select="'true'"/>
    <xsl:attribute name="hyphenation-push-character-count" select="'3'"/>
    <xsl:attribute name="hyphenation-remain-character-count" select="'2'"/>
    <xsl:attribute name="hyphenation-ladder-count" select="'3'"/>
    <xsl:attribute name="widows" select="'2'"/>
    <xsl:attribute name="orphans" select="'2'"/>
  </xsl:attribute-set>

  <!-- What every block starts from: the indent of a paragraph around it is undone. -->
  <xsl:attribute-set name="lp:block">
    <xsl:attribute name="text-indent" select="'0pt'"/>
  </xsl:attribute-set>

  <!-- Running heads: one line above the text. -->
  <xsl:attribute-set name="lp:running-head">
    <xsl:attribute name="font-size" select="'8.5pt'"/>
    <xsl:attribute name="line-height" select="'11pt'"/>
    <xsl:attribute name="text-align" select="'start'"/>
    <xsl:attribute name="text-align-last" select="'justify'"/>
    <xsl:attribute name="text-indent" select="'0pt'"/>
    <xsl:attribute name="hyphenate" select="'false'"/>
    <xsl:attribute name="font-style" select="'italic'"/>
  </xsl:attribute-set>

  <!-- The page number under an opening page. -->
  <xsl:attribute-set name="lp:running-foot">
    <xsl:attribute name="font-size" select="'9pt'"/>
    <xsl:attribute name="line-height" select="'11pt'"/>
    <xsl:attribute name="text-align" select="'center'"/>
    <xsl:attribute name="text-indent" select="'0pt'"/>
  </xsl:attribute-set>

  <!-- The page number in a running head. -->
  <xsl:attribute-set name="lp:folio">
    <xsl:attribute name="font-style" select="'normal'"/>
    <xsl:attribute name="font-size" select="'9.5pt'"/>
  </xsl:attribute-set>

  <!-- Contents, preface, registers, index: opening a part of the book. -->
  <xsl:attribute-set name="lp:part-heading">
    <xsl:attribute name="font-size" select="'15pt'"/>
    <xsl:attribute name="line-height" select="'19pt'"/>
    <xsl:attribute name="text-align" select="'center'"/>
    <xsl:attribute name="hyphenate" select="'false'"/>
    <xsl:attribute name="space-before" select="'34pt'"/>
    <xsl:attribute name="space-before.conditionality" select="'retain'"/>
    <xsl:attribute name="space-after" select="'24pt'"/>
    <xsl:attribute name="keep-with-next.within-page" select="'always'"/>
  </xsl:attribute-set>

  <!-- A letter as a whole; the space stands between letters that share a page. -->
  <xsl:attribute-set name="lp:letter">
    <xsl:attribute name="space-before" select="'38pt'"/>
  </xsl:attribute-set>

  <!-- Above a letter that is printed by itself: the title of the edition. -->
  <xsl:attribute-set name="lp:edition-line">
    <xsl:attribute name="font-size" select="'9pt'"/>
    <xsl:attribute name="line-height" select="'12pt'"/>
    <xsl:attribute name="text-align" select="'center'"/>
    <xsl:attribute name="font-style" select="'italic'"/>
    <xsl:attribute name="hyphenate" select="'false'"/>
    <xsl:attribute name="space-after" select="'16pt'"/>
  </xsl:attribute-set>

  <!-- The number of a letter in the book. -->
  <xsl:attribute-set name="lp:letter-number">
    <xsl:attribute name="font-size" select="'9.5pt'"/>
    <xsl:attribute name="line-height" select="'13pt'"/>
    <xsl:attribute name="text-align" select="'center'"/>
    <xsl:attribute name="text-indent" select="'0pt'"/>
    <xsl:attribute name="space-after" select="'2pt'"/>
    <xsl:attribute name="keep-with-next.within-page" select="'always'"/>
  </xsl:attribute-set>

  <!-- The heading of a letter: from whom to whom. -->
  <xsl:attribute-set name="lp:letter-heading">
    <xsl:attribute name="font-size" select="'13pt'"/>
    <xsl:attribute name="line-height" select="'17pt'"/>
    <xsl:attribute name="text-align" select="'center'"/>
    <xsl:attribute name="text-indent" select="'0pt'"/>
    <xsl:attribute name="hyphenate" select="'false'"/>
    <xsl:attribute name="font-weight" select="'bold'"/>
    <xsl:attribute name="keep-with-next.within-page" select="'always'"/>
    <xsl:attribute name="keep-together.within-page" select="'always'"/>
  </xsl:attribute-set>

  <!-- Place and date under the heading. -->
  <xsl:attribute-set name="lp:letter-record">
    <xsl:attribute name="font-size" select="'10pt'"/>
    <xsl:attribute name="line-height" select="'13pt'"/>
    <xsl:attribute name="text-align" select="'center'"/>
    <xsl:attribute name="text-indent" select="'0pt'"/>
    <xsl:attribute name="hyphenate" select="'false'"/>
    <xsl:attribute name="font-style" select="'italic'"/>
    <xsl:attribute name="space-before" select="'2pt'"/>
    <xsl:attribute name="keep-with-next.within-page" select="'always'"/>
  </xsl:attribute-set>

  <!-- The text of a letter under its heading. -->
  <xsl:attribute-set name="lp:letter-text">
    <xsl:attribute name="space-before" select="'14pt'"/>
  </xsl:attribute-set>

  <!-- Where the text comes from, at its end. -->
  <xsl:attribute-set name="lp:source">
    <xsl:attribute name="keep-with-previous.within-page" select="'always'"/>
    <xsl:attribute name="font-size" select="'8.5pt'"/>
    <xsl:attribute name="line-height" select="'11.5pt'"/>
    <xsl:attribute name="space-before" select="'14pt'"/>
    <xsl:attribute name="text-indent" select="'0pt'"/>
    <xsl:attribute name="start-indent" select="'0pt'"/>
  </xsl:attribute-set>

  <!-- A division inside a letter or a preface. -->
  <xsl:attribute-set name="lp:division">
    <xsl:attribute name="space-before" select="'12pt'"/>
  </xsl:attribute-set>

  <!-- Heads of divisions; deeper ones are lighter. -->
  <xsl:attribute-set name="lp:head">
    <xsl:attribute name="font-size" select="'11.5pt'"/>
    <xsl:attribute name="line-height" select="'15pt'"/>
    <xsl:attribute name="text-align" select="'center'"/>
    <xsl:attribute name="text-indent" select="'0pt'"/>
    <xsl:attribute name="hyphenate" select="'false'"/>
    <xsl:attribute name="space-before" select="'10pt'"/>
    <xsl:attribute name="space-after" select="'7pt'"/>
    <xsl:attribute name="keep-with-next.within-page" select="'always'"/>
    <!-- Not always: a head may be as long as a page. -->
    <xsl:attribute name="keep-together.within-page" select="'9'"/>
  </xsl:attribute-set>

  <!-- Heads of lists, tables and stanzas. -->
  <xsl:attribute-set name="lp:inner-head">
    <xsl:attribute name="text-align" select="'start'"/>
    <xsl:attribute name="text-indent" select="'0pt'"/>
    <xsl:attribute name="font-style" select="'italic'"/>
    <xsl:attribute name="space-before" select="'4pt'"/>
    <xsl:attribute name="space-after" select="'3pt'"/>
    <xsl:attribute name="keep-with-next.within-page" select="'always'"/>
    <xsl:attribute name="keep-together.within-page" select="'9'"/>
  </xsl:attribute-set>

  <!-- Paragraphs; the first one after anything else is not indented. -->
  <xsl:attribute-set name="lp:paragraph">
    <xsl:attribute name="text-indent" select="'0pt'"/>
  </xsl:attribute-set>

  <!-- A paragraph that follows a paragraph. -->
  <xsl:attribute-set name="lp:paragraph-indented">
    <xsl:attribute name="text-indent" select="'1.2em'"/>
  </xsl:attribute-set>

  <!-- A paragraph that its source sets in the middle: most often a heading of a kind. -->
  <xsl:attribute-set name="lp:paragraph-centred">
    <xsl:attribute name="text-align" select="'center'"/>
    <xsl:attribute name="text-indent" select="'0pt'"/>
    <xsl:attribute name="hyphenate" select="'false'"/>
    <xsl:attribute name="space-before" select="'6pt'"/>
    <xsl:attribute name="space-after" select="'6pt'"/>
    <xsl:attribute name="keep-with-next.within-page" select="'always'"/>
  </xsl:attribute-set>

  <!-- The opening of a letter. -->
  <xsl:attribute-set name="lp:opener">
    <xsl:attribute name="text-indent" select="'0pt'"/>
    <xsl:attribute name="space-after" select="'7pt'"/>
    <xsl:attribute name="keep-with-next.within-page" select="'always'"/>
  </xsl:attribute-set>

  <!-- Place and date: to the right. -->
  <xsl:attribute-set name="lp:dateline">
    <xsl:attribute name="text-align" select="'end'"/>
    <xsl:attribute name="text-indent" select="'0pt'"/>
    <xsl:attribute name="space-after" select="'5pt'"/>
    <xsl:attribute name="hyphenate" select="'false'"/>
  </xsl:attribute-set>

  <!-- The address to the reader: a line of its own. -->
  <xsl:attribute-set name="lp:salute">
    <xsl:attribute name="text-align" select="'start'"/>
    <xsl:attribute name="text-indent" select="'0pt'"/>
    <xsl:attribute name="space-before" select="'5pt'"/>
    <xsl:attribute name="hyphenate" select="'false'"/>
  </xsl:attribute-set>

  <!-- The close of a letter: to the right. -->
  <xsl:attribute-set name="lp:closer">
    <xsl:attribute name="keep-with-previous.within-page" select="'always'"/>
    <xsl:attribute name="text-align" select="'end'"/>
    <xsl:attribute name="text-indent" select="'0pt'"/>
    <xsl:attribute name="space-before" select="'7pt'"/>
    <xsl:attribute name="keep-together.within-page" select="'always'"/>
  </xsl:attribute-set>

  <!-- The signature. -->
  <xsl:attribute-set name="lp:signed">
    <xsl:attribute name="text-align" select="'end'"/>
    <xsl:attribute name="text-indent" select="'0pt'"/>
    <xsl:attribute name="space-before" select="'3pt'"/>
    <xsl:attribute name="hyphenate" select="'false'"/>
  </xsl:attribute-set>

  <!-- What follows the signature. -->
  <xsl:attribute-set name="lp:postscript">
    <xsl:attribute name="text-indent" select="'0pt'"/>
    <xsl:attribute name="space-before" select="'12pt'"/>
  </xsl:attribute-set>

  <!-- An address, line by line. -->
  <xsl:attribute-set name="lp:address">
    <xsl:attribute name="text-align" select="'start'"/>
    <xsl:attribute name="text-indent" select="'0pt'"/>
    <xsl:attribute name="space-before" select="'4pt'"/>
    <xsl:attribute name="space-after" select="'4pt'"/>
    <xsl:attribute name="hyphenate" select="'false'"/>
    <xsl:attribute name="keep-together.within-page" select="'always'"/>
  </xsl:attribute-set>

  <!-- The end of a text: a line of its own in the middle. -->
  <xsl:attribute-set name="lp:trailer">
    <xsl:attribute name="text-align" select="'center'"/>
    <xsl:attribute name="text-indent" select="'0pt'"/>
    <xsl:attribute name="space-before" select="'10pt'"/>
  </xsl:attribute-set>

  <!-- One line of an address or a title page. -->
  <xsl:attribute-set name="lp:line">
    <xsl:attribute name="text-indent" select="'0pt'"/>
  </xsl:attribute-set>

  <!-- A stamp or label on the sheet. -->
  <xsl:attribute-set name="lp:stamp">
    <xsl:attribute name="text-indent" select="'0pt'"/>
    <xsl:attribute name="font-size" select="'9pt'"/>
    <xsl:attribute name="text-align" select="'start'"/>
  </xsl:attribute-set>

  <!-- A quotation that stands alone. -->
  <xsl:attribute-set name="lp:quote">
    <xsl:attribute name="font-size" select="'9.7pt'"/>
    <xsl:attribute name="line-height" select="'13pt'"/>
    <xsl:attribute name="text-indent" select="'0pt'"/>
    <xsl:attribute name="start-indent" select="'from-parent(start-indent) + 1.2em'"/>
    <xsl:attribute name="end-indent" select="'from-parent(end-indent) + 1.2em'"/>
    <xsl:attribute name="space-before" select="'6pt'"/>
    <xsl:attribute name="space-after" select="'6pt'"/>
  </xsl:attribute-set>

  <!-- A text within the text: an enclosure, a telegram. -->
  <xsl:attribute-set name="lp:floating-text">
    <xsl:attribute name="text-indent" select="'0pt'"/>
    <xsl:attribute name="start-indent" select="'from-parent(start-indent) + 1.2em'"/>
    <xsl:attribute name="end-indent" select="'from-parent(end-indent) + 1.2em'"/>
    <xsl:attribute name="space-before" select="'10pt'"/>
    <xsl:attribute name="space-after" select="'10pt'"/>
  </xsl:attribute-set>

  <!-- Lists. -->
  <xsl:attribute-set name="lp:list">
    <xsl:attribute name="text-indent" select="'0pt'"/>
    <xsl:attribute name="space-before" select="'4pt'"/>
    <xsl:attribute name="space-after" select="'4pt'"/>
    <xsl:attribute name="provisional-label-separation" select="'0.5em'"/>
  </xsl:attribute-set>

  <!-- An item. -->
  <xsl:attribute-set name="lp:list-item">
    <xsl:attribute name="text-indent" select="'0pt'"/>
    <xsl:attribute name="space-before" select="'2pt'"/>
    <xsl:attribute name="space-after" select="'2pt'"/>
  </xsl:attribute-set>

  <!-- Tables. -->
  <xsl:attribute-set name="lp:table">
    <xsl:attribute name="font-family" select="$lp:font-family || ' Lining'"/>
    <xsl:attribute name="font-size" select="'9.5pt'"/>
    <xsl:attribute name="line-height" select="'11.5pt'"/>
    <xsl:attribute name="text-indent" select="'0pt'"/>
    <xsl:attribute name="space-before" select="'7pt'"/>
    <xsl:attribute name="space-after" select="'7pt'"/>
    <xsl:attribute name="border-before-style" select="'solid'"/>
    <xsl:attribute name="border-before-width" select="'0.6pt'"/>
    <xsl:attribute name="border-after-style" select="'solid'"/>
    <xsl:attribute name="border-after-width" select="'0.6pt'"/>
  </xsl:attribute-set>

  <!-- Cells. -->
  <xsl:attribute-set name="lp:cell">
    <xsl:attribute name="start-indent" select="'0pt'"/>
    <xsl:attribute name="end-indent" select="'0pt'"/>
    <xsl:attribute name="text-indent" select="'0pt'"/>
    <xsl:attribute name="text-align" select="'start'"/>
    <xsl:attribute name="padding-before" select="'2pt'"/>
    <xsl:attribute name="padding-after" select="'2pt'"/>
    <xsl:attribute name="padding-start" select="'3pt'"/>
    <xsl:attribute name="padding-end" select="'3pt'"/>
  </xsl:attribute-set>

  <!-- Pictures with their captions. -->
  <xsl:attribute-set name="lp:figure">
    <xsl:attribute name="line-stacking-strategy" select="'max-height'"/>
    <xsl:attribute name="text-align" select="'center'"/>
    <xsl:attribute name="text-indent" select="'0pt'"/>
    <xsl:attribute name="space-before" select="'8pt'"/>
    <xsl:attribute name="space-after" select="'8pt'"/>
    <xsl:attribute name="keep-together.within-page" select="'always'"/>
  </xsl:attribute-set>

  <!-- The words under a picture. -->
  <xsl:attribute-set name="lp:caption">
    <xsl:attribute name="font-size" select="'8.5pt'"/>
    <xsl:attribute name="line-height" select="'11pt'"/>
    <xsl:attribute name="text-align" select="'center'"/>
    <xsl:attribute name="text-indent" select="'0pt'"/>
    <xsl:attribute name="space-before" select="'3pt'"/>
  </xsl:attribute-set>

  <!-- A plate: a page of its own. -->
  <xsl:attribute-set name="lp:plate">
    <xsl:attribute name="break-after" select="'page'"/>
    <xsl:attribute name="line-stacking-strategy" select="'max-height'"/>
    <xsl:attribute name="text-align" select="'center'"/>
    <xsl:attribute name="text-indent" select="'0pt'"/>
    <xsl:attribute name="keep-together.within-page" select="'always'"/>
  </xsl:attribute-set>

  <!-- The word at the foot of a draft. -->
  <xsl:attribute-set name="lp:draft">
    <xsl:attribute name="font-family" select="$lp:font-family || ' Spaced'"/>
    <xsl:attribute name="font-size" select="'11pt'"/>
    <xsl:attribute name="line-height" select="'14pt'"/>
    <xsl:attribute name="letter-spacing" select="'0.3em'"/>
    <xsl:attribute name="text-transform" select="'uppercase'"/>
    <xsl:attribute name="text-align" select="'center'"/>
    <xsl:attribute name="text-indent" select="'0pt'"/>
    <xsl:attribute name="start-indent" select="'0pt'"/>
    <xsl:attribute name="color" select="'#767676'"/>
  </xsl:attribute-set>

  <!-- Stanzas. -->
  <xsl:attribute-set name="lp:stanza">
    <xsl:attribute name="text-indent" select="'0pt'"/>
    <xsl:attribute name="text-align" select="'start'"/>
    <xsl:attribute name="start-indent" select="'from-parent(start-indent) + 2em'"/>
    <xsl:attribute name="space-before" select="'6pt'"/>
    <xsl:attribute name="space-after" select="'6pt'"/>
    <xsl:attribute name="hyphenate" select="'false'"/>
  </xsl:attribute-set>

  <!-- A line of verse; what does not fit hangs. -->
  <xsl:attribute-set name="lp:verse">
    <xsl:attribute name="start-indent" select="'from-parent(start-indent) + 2em'"/>
    <xsl:attribute name="text-indent" select="'-2em'"/>
    <xsl:attribute name="text-align" select="'start'"/>
  </xsl:attribute-set>

  <!-- The mark that calls a note, and the same before the note. -->
  <xsl:attribute-set name="lp:note-mark">
    <xsl:attribute name="font-size" select="'65%'"/>
    <xsl:attribute name="baseline-shift" select="'0.45em'"/>
    <xsl:attribute name="font-style" select="'normal'"/>
    <xsl:attribute name="font-weight" select="'normal'"/>
    <xsl:attribute name="text-decoration" select="'none'"/>
    <xsl:attribute name="letter-spacing" select="'normal'"/>
    <xsl:attribute name="font-family" select="$lp:font-family || ' Lining'"/>
    <xsl:attribute name="line-height" select="'0pt'"/>
  </xsl:attribute-set>

  <!-- A note at the foot of the page: nothing of what surrounds its call is inherited. -->
  <xsl:attribute-set name="lp:note">
    <xsl:attribute name="font-size" select="'9pt'"/>
    <xsl:attribute name="line-height" select="'11pt'"/>
    <xsl:attribute name="font-style" select="'normal'"/>
    <xsl:attribute name="font-weight" select="'normal'"/>
    <xsl:attribute name="font-family" select="$lp:font-family"/>
    <xsl:attribute name="font-variant" select="'normal'"/>
    <xsl:attribute name="text-decoration" select="'none'"/>
    <xsl:attribute name="text-transform" select="'none'"/>
    <xsl:attribute name="letter-spacing" select="'normal'"/>
    <xsl:attribute name="text-align" select="'justify'"/>
    <xsl:attribute name="text-align-last" select="'start'"/>
    <xsl:attribute name="text-indent" select="'0pt'"/>
    <xsl:attribute name="start-indent" select="'0pt'"/>
    <xsl:attribute name="end-indent" select="'0pt'"/>
    <xsl:attribute name="last-line-end-indent" select="'0pt'"/>
    <xsl:attribute name="hyphenate" select="'true'"/>
    <xsl:attribute name="wrap-option" select="'wrap'"/>
    <xsl:attribute name="space-before" select="'0pt'"/>
    <xsl:attribute name="space-after" select="'1.5pt'"/>
    <xsl:attribute name="baseline-shift" select="'baseline'"/>
    <xsl:attribute name="keep-together.within-page" select="'auto'"/>
    <xsl:attribute name="keep-together.within-line" select="'auto'"/>
  </xsl:attribute-set>

  <!-- A further paragraph of a note. -->
  <xsl:attribute-set name="lp:note-paragraph">
    <xsl:attribute name="text-indent" select="'1em'"/>
  </xsl:attribute-set>

  <!-- A white line between parts. -->
  <xsl:attribute-set name="lp:milestone">
    <xsl:attribute name="text-align" select="'center'"/>
    <xsl:attribute name="text-indent" select="'0pt'"/>
    <xsl:attribute name="space-before" select="'6pt'"/>
    <xsl:attribute name="space-after" select="'6pt'"/>
  </xsl:attribute-set>

  <!-- The half title. -->
  <xsl:attribute-set name="lp:half-title">
    <xsl:attribute name="font-size" select="'13pt'"/>
    <xsl:attribute name="line-height" select="'18pt'"/>
    <xsl:attribute name="text-align" select="'center'"/>
    <xsl:attribute name="hyphenate" select="'false'"/>
    <xsl:attribute name="space-before" select="$lp:page-height || ' * 0.24'"/>
    <xsl:attribute name="space-before.conditionality" select="'retain'"/>
  </xsl:attribute-set>

  <!-- The title page: title. -->
  <xsl:attribute-set name="lp:title-main">
    <xsl:attribute name="font-size" select="'22pt'"/>
    <xsl:attribute name="line-height" select="'28pt'"/>
    <xsl:attribute name="text-align" select="'center'"/>
    <xsl:attribute name="text-indent" select="'0pt'"/>
    <xsl:attribute name="hyphenate" select="'false'"/>
    <xsl:attribute name="space-before" select="'90pt'"/>
    <xsl:attribute name="space-before.conditionality" select="'retain'"/>
  </xsl:attribute-set>

  <!-- The title page: subtitle. -->
  <xsl:attribute-set name="lp:title-sub">
    <xsl:attribute name="font-size" select="'13pt'"/>
    <xsl:attribute name="line-height" select="'18pt'"/>
    <xsl:attribute name="text-align" select="'center'"/>
    <xsl:attribute name="text-indent" select="'0pt'"/>
    <xsl:attribute name="hyphenate" select="'false'"/>
    <xsl:attribute name="space-before" select="'10pt'"/>
  </xsl:attribute-set>

  <!-- The title page: editors, publisher, date. -->
  <xsl:attribute-set name="lp:title-line">
    <xsl:attribute name="font-size" select="'11pt'"/>
    <xsl:attribute name="line-height" select="'15pt'"/>
    <xsl:attribute name="text-align" select="'center'"/>
    <xsl:attribute name="text-indent" select="'0pt'"/>
    <xsl:attribute name="hyphenate" select="'false'"/>
    <xsl:attribute name="space-before" select="'26pt'"/>
  </xsl:attribute-set>

  <!-- The page behind the title page. -->
  <xsl:attribute-set name="lp:imprint">
    <xsl:attribute name="font-size" select="'9pt'"/>
    <xsl:attribute name="line-height" select="'12.5pt'"/>
    <xsl:attribute name="text-align" select="'start'"/>
    <xsl:attribute name="text-indent" select="'0pt'"/>
    <xsl:attribute name="space-after" select="'6pt'"/>
    <xsl:attribute name="hyphenate" select="'false'"/>
  </xsl:attribute-set>

  <!-- A line of the contents; a long one leaves the page number its room. -->
  <xsl:attribute-set name="lp:contents-entry">
    <xsl:attribute name="text-align" select="'start'"/>
    <xsl:attribute name="text-align-last" select="'justify'"/>
    <xsl:attribute name="start-indent" select="'2.2em'"/>
    <xsl:attribute name="text-indent" select="'-2.2em'"/>
    <xsl:attribute name="end-indent" select="'2.4em'"/>
    <xsl:attribute name="last-line-end-indent" select="'-2.4em'"/>
    <xsl:attribute name="hyphenate" select="'false'"/>
    <xsl:attribute name="space-after" select="'2.5pt'"/>
  </xsl:attribute-set>

  <!-- The number of a letter in the contents. -->
  <xsl:attribute-set name="lp:contents-number">
    <xsl:attribute name="font-family" select="$lp:font-family || ' Tabular'"/>
  </xsl:attribute-set>

  <!-- The heading of one register. -->
  <xsl:attribute-set name="lp:register-heading">
    <xsl:attribute name="font-size" select="'12pt'"/>
    <xsl:attribute name="line-height" select="'16pt'"/>
    <xsl:attribute name="text-align" select="'center'"/>
    <xsl:attribute name="text-indent" select="'0pt'"/>
    <xsl:attribute name="hyphenate" select="'false'"/>
    <xsl:attribute name="space-before" select="'20pt'"/>
    <xsl:attribute name="space-after" select="'10pt'"/>
    <xsl:attribute name="keep-with-next.within-page" select="'always'"/>
  </xsl:attribute-set>

  <!-- An entry of a register. -->
  <xsl:attribute-set name="lp:register-entry">
    <xsl:attribute name="font-size" select="'9.5pt'"/>
    <xsl:attribute name="line-height" select="'12.5pt'"/>
    <xsl:attribute name="start-indent" select="'1.2em'"/>
    <xsl:attribute name="text-indent" select="'-1.2em'"/>
    <xsl:attribute name="space-after" select="'3.5pt'"/>
    <xsl:attribute name="text-align" select="'start'"/>
  </xsl:attribute-set>

  <!-- The number of a line before a textual note. -->
  <xsl:attribute-set name="lp:line-key">
    <xsl:attribute name="font-weight" select="'bold'"/>
  </xsl:attribute-set>

  <!-- The white between entries of the apparatus that run on: a space as wide as a letter. -->
  <xsl:attribute-set name="lp:between-entries">
    <xsl:attribute name="word-spacing" select="'0.9em'"/>
  </xsl:attribute-set>

  <!-- An entry of the index. -->
  <xsl:attribute-set name="lp:index-entry">
    <xsl:attribute name="font-size" select="'9pt'"/>
    <xsl:attribute name="line-height" select="'12pt'"/>
    <xsl:attribute name="start-indent" select="'1.5em'"/>
    <xsl:attribute name="text-indent" select="'-1.5em'"/>
    <xsl:attribute name="text-align" select="'start'"/>
    <xsl:attribute name="hyphenate" select="'false'"/>
    <xsl:attribute name="space-after" select="'1.5pt'"/>
  </xsl:attribute-set>
</xsl:stylesheet>
