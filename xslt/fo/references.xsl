<?xml version="1.0" encoding="UTF-8"?>
<!-- Where things fell, as the layout before this one found: the page and line of each id. Before the
     first layout nothing is known; what depends on it is then left out, or left to the formatter. -->
<xsl:stylesheet version="3.0" expand-text="yes"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:fo="http://www.w3.org/1999/XSL/Format"
  xmlns:fox="http://xmlgraphics.apache.org/fop/extensions"
  xmlns:lp="urn:letterpress:prepared"
  xmlns:lpi="urn:letterpress:internal"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <!-- From an id of the document to its first and last page (counted from 1) and its first and last
       line (0 where lines are not counted). -->
  <xsl:param name="lp:places" as="map(xs:string, xs:integer*)" select="map {}"/>

  <!-- The number that each page bears: "i", "ii" ... "1", "2" ... -->
  <xsl:param name="lp:folios" as="xs:string*" select="()"/>

  <xsl:variable name="lpi:folio-of-page" as="map(xs:integer, xs:string)"
    select="map:merge($lp:folios ! map:entry(position(), .))"/>

  <!-- The first page of an id, counted from 1; nothing where it was not printed. -->
  <xsl:function name="lp:first-page" as="xs:integer?">
    <xsl:param name="id" as="xs:string"/>
    <xsl:sequence select="$lp:places($id)[1]"/>
  </xsl:function>

  <xsl:function name="lp:last-page" as="xs:integer?">
    <xsl:param name="id" as="xs:string"/>
    <xsl:sequence select="$lp:places($id)[2]"/>
  </xsl:function>

  <!-- The number that a page bears. -->
  <xsl:function name="lp:folio" as="xs:string">
    <xsl:param name="page" as="xs:integer"/>
    <xsl:sequence select="string($lpi:folio-of-page($page))"/>
  </xsl:function>
</xsl:stylesheet>
