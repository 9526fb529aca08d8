<?xml version="1.0" encoding="UTF-8"?>
<!-- HTML of an edition. Two ways in:
       mode lp:letter-page, on a prepared letter: the page of that letter
       mode lp:site, on an lp:edition document: one page of the edition as a whole
     An edition overrides by importing this module, setting parameters and adding rules in the
     modes that html/modes.xsl declares; xsl:next-match gives our rendering. -->
<xsl:stylesheet version="3.0" expand-text="yes"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:lp="urn:letterpress:prepared"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <xsl:output method="html" html-version="5.0" encoding="UTF-8" indent="no"
    include-content-type="no"/>

  <!-- Which text is shown: "reading" (corrected, expanded, without what was struck out) or
       "diplomatic" (as it was written); common/views.xsl has the rules. -->
  <xsl:param name="lp:view" as="xs:string" select="'reading'"/>

  <!-- The pages of the letter in the printed book: "12–14", or nothing. -->
  <xsl:param name="lp:print-pages" as="xs:string" select="''"/>

  <!-- Where the letter's other view stands, from the root of the site; empty when there is none. -->
  <xsl:param name="lp:other-view" as="xs:string" select="''"/>

  <!-- From the root of the pages in this language to that of the site: "../" for those in other
       languages than the edition's own, which stand in a folder of their own. -->
  <xsl:param name="lp:up" as="xs:string" select="''"/>

  <!-- The languages of the pages, the edition's own first, each as "tag folder/ name"; empty when
       there is one. -->
  <xsl:param name="lp:languages" as="xs:string*" select="()"/>

  <!-- Where the site is published, with a slash at its end; empty when it is not told. -->
  <xsl:param name="lp:site-url" as="xs:string" select="''"/>

  <!-- The style sheet and the script, from the root of the site. -->
  <xsl:param name="lp:css" as="xs:string" select="'assets/css/letterpress.css'"/>
  <xsl:param name="lp:script" as="xs:string" select="'assets/js/letterpress.js'"/>

  <!-- The edition's own style sheet, from the root of the site; empty when it has none. -->
  <xsl:param name="lp:own-css" as="xs:string" select="''"/>

  <!-- The script of the search page, from the root of the site. -->
  <xsl:param name="lp:search-script" as="xs:string" select="'assets/js/search.js'"/>

  <!-- What stands next to the page of a letter for download: a list of xml, pdf, txt. -->
  <xsl:param name="lp:downloads" as="xs:string" select="'pdf xml txt'"/>

  <!-- Path from any page of the server to the site, for 404.html only: that page is served at
       every depth. Empty: relative links. -->
  <xsl:param name="lp:site-path" as="xs:string" select="''"/>

  <xsl:include href="common/gentext.xsl"/>
  <xsl:include href="common/plurals.xsl"/>
  <xsl:include href="common/direction.xsl"/>
  <xsl:include href="common/report.xsl"/>
  <xsl:include href="common/record.xsl"/>
  <xsl:include href="common/heading.xsl"/>
  <xsl:include href="common/citation.xsl"/>
  <xsl:include href="common/manifest.xsl"/>
  <xsl:include href="common/quotation.xsl"/>
  <xsl:include href="common/blocks.xsl"/>
  <xsl:include href="common/marks.xsl"/>
  <xsl:include href="common/renditions.xsl"/>
  <xsl:include href="common/east-asian.xsl"/>
  <xsl:include href="common/names.xsl"/>
  <xsl:include href="common/plain.xsl"/>
  <xsl:include href="common/views.xsl"/>
  <xsl:include href="html/modes.xsl"/>
  <xsl:include href="html/functions.xsl"/>
  <xsl:include href="html/page.xsl"/>
  <xsl:include href="html/reader.xsl"/>
  <xsl:include href="html/languages.xsl"/>
  <xsl:include href="html/sharing.xsl"/>
  <xsl:include href="html/correspondence.xsl"/>
  <xsl:include href="html/record.xsl"/>
  <xsl:include href="html/blocks.xsl"/>
  <xsl:include href="html/inlines.xsl"/>
  <xsl:include href="html/transcription.xsl"/>
  <xsl:include href="html/apparatus.xsl"/>
  <xsl:include href="html/notes.xsl"/>
  <xsl:include href="html/facsimile.xsl"/>
  <xsl:include href="html/sheets.xsl"/>
  <xsl:include href="html/tables.xsl"/>
  <xsl:include href="html/verse.xsl"/>
  <xsl:include href="html/versions.xsl"/>
  <xsl:include href="html/sign-key.xsl"/>
  <xsl:include href="html/citation.xsl"/>
  <xsl:include href="html/cards.xsl"/>
  <xsl:include href="html/anchors.xsl"/>
  <xsl:include href="html/registers.xsl"/>
  <xsl:include href="html/search.xsl"/>
  <xsl:include href="html/lists.xsl"/>
  <xsl:include href="html/pictures.xsl"/>
  <xsl:include href="html/site.xsl"/>
  <xsl:include href="html/unhandled.xsl"/>
</xsl:stylesheet>
