<?xml version="1.0" encoding="UTF-8"?>
<!-- The modes of the FO stylesheets, each with what it does to nodes that no rule matches. -->
<xsl:stylesheet version="3.0" expand-text="yes"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:fo="http://www.w3.org/1999/XSL/Format"
  xmlns:fox="http://xmlgraphics.apache.org/fop/extensions"
  xmlns:lp="urn:letterpress:prepared"
  xmlns:lpi="urn:letterpress:internal"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <!-- A prepared letter to a document of its own. -->
  <xsl:mode name="lp:letter-fo" on-no-match="shallow-skip"/>

  <!-- An lp:volume document to the book. -->
  <xsl:mode name="lp:volume-fo" on-no-match="shallow-skip"/>

  <!-- A prepared volume to the parts between its letters; and a part, or a register's text, to what
       is printed of it. -->
  <xsl:mode name="lp:volume-parts" on-no-match="shallow-copy"/>
  <xsl:mode name="lp:volume-text" on-no-match="shallow-skip"/>

  <!-- TEI text to formatting objects. Elements without a rule reach fo/unhandled.xsl. -->
  <xsl:mode name="lp:fo" on-no-match="text-only-copy"/>

  <!-- An element to the attributes of what it becomes: id, xml:lang, and what @rend asks for. -->
  <xsl:mode name="lp:fo-attributes" on-no-match="shallow-skip"/>

  <!-- What the reading text leaves out: only its note calls and anchors remain. -->
  <xsl:mode name="lp:fo-left-out" on-no-match="shallow-skip"/>

  <!-- A note inside a note, or where no footnote can be: in brackets, in the line. -->
  <xsl:mode name="lp:fo-inner-note" on-no-match="shallow-skip"/>

  <!-- The header's description of the source to blocks. -->
  <xsl:mode name="lp:fo-source" on-no-match="shallow-skip"/>

  <!-- The children of lp:volume to entries of the contents, and to bookmarks. -->
  <xsl:mode name="lp:fo-contents" on-no-match="shallow-skip"/>
  <xsl:mode name="lp:fo-bookmarks" on-no-match="shallow-skip"/>

  <!-- An entry of a register to the registers at the end of the book, and to its index. -->
  <xsl:mode name="lp:fo-register" on-no-match="shallow-skip"/>
  <xsl:mode name="lp:fo-index" on-no-match="shallow-skip"/>

  <!-- The book to the table of earlier prints' pages, and to all that its pages hold, as JSON. -->
  <xsl:mode name="lp:fo-concordance" on-no-match="shallow-skip"/>
  <xsl:mode name="lp:book-pages" on-no-match="shallow-skip"/>

  <!-- A register entry (person, place, org, event, bibl) to its facts beyond name and dates. -->
  <xsl:mode name="lp:fo-facts" on-no-match="shallow-skip"/>

  <!-- Doors for an edition: applied to the letter's TEI element, they give nothing. -->
  <xsl:mode name="lp:hook-fo-before-text" on-no-match="shallow-skip"/>
  <xsl:mode name="lp:hook-fo-after-text" on-no-match="shallow-skip"/>

  <xsl:template match="*" mode="lp:hook-fo-before-text lp:hook-fo-after-text"/>

  <xsl:template match="text()" mode="lp:letter-fo lp:volume-fo lp:fo-left-out lp:fo-source
    lp:fo-contents lp:fo-bookmarks lp:fo-register lp:fo-index lp:fo-facts"/>
</xsl:stylesheet>
