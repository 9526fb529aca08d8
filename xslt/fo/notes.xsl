<?xml version="1.0" encoding="UTF-8"?>
<!-- Notes: at the foot of the page, called by a raised mark (TEI Guidelines 3.9). -->
<xsl:stylesheet version="3.0" expand-text="yes"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:fo="http://www.w3.org/1999/XSL/Format"
  xmlns:fox="http://xmlgraphics.apache.org/fop/extensions"
  xmlns:lp="urn:letterpress:prepared"
  xmlns:lpi="urn:letterpress:internal"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <!-- FOP prints no footnote from within another one, nor in some other places: there the note
       stands in brackets where it is called. -->
  <xsl:template match="note[@lp:mark]" mode="lp:fo">
    <xsl:param name="prefix" as="xs:string" tunnel="yes"/>
    <xsl:param name="ui" as="xs:string" tunnel="yes"/>
    <fo:footnote>
      <fo:inline xsl:use-attribute-sets="lp:note-mark">
        <fo:basic-link internal-destination="{$prefix}{@lp:id}"
          fox:alt-text="{lp:label('note', $ui)} {@lp:mark}">{lp:sign(@lp:mark)}</fo:basic-link>
      </fo:inline>
      <fo:footnote-body>
        <xsl:variable name="first" as="element()?"
          select="node()[self::* or normalize-space()][1][self::p or self::ab]"/>
        <fo:block xsl:use-attribute-sets="lp:note" id="{$prefix}{@lp:id}">
          <xsl:attribute name="xml:lang"
            select="(lp:fo-language(ancestor-or-self::*[@xml:lang][1]/@xml:lang), $ui)[1]"/>
          <xsl:sequence select="lp:turned(.), lp:line-attributes(.)"/>
          <xsl:call-template name="lp:mark-of-note"/>
          <xsl:text>&#xA0;</xsl:text>
          <xsl:choose>
            <xsl:when test="$first">
              <xsl:for-each select="$first">
                <xsl:call-template name="lp:place"/>
                <xsl:apply-templates mode="lp:fo"/>
              </xsl:for-each>
              <xsl:apply-templates select="node()[. >> $first]" mode="lp:fo"/>
            </xsl:when>
            <xsl:otherwise>
              <xsl:apply-templates mode="lp:fo"/>
            </xsl:otherwise>
          </xsl:choose>
        </fo:block>
      </fo:footnote-body>
    </fo:footnote>
  </xsl:template>

  <!-- The mark before a note: no part of a number with which the note may begin. -->
  <xsl:template name="lp:mark-of-note">
    <fo:inline xsl:use-attribute-sets="lp:note-mark">
      <xsl:sequence select="lp:writing-mode('ltr', lp:direction(.))"/>
      <xsl:text>{lp:sign(@lp:mark)}</xsl:text>
    </fo:inline>
  </xsl:template>

  <!-- A note on a note. -->
  <xsl:template match="note//note[@lp:mark]" mode="lp:fo" priority="2">
    <xsl:apply-templates select="." mode="lp:fo-inner-note"/>
  </xsl:template>

  <!-- A note that nothing calls is printed below the letter. -->
  <xsl:template match="note[@lp:uncalled]" mode="lp:fo" priority="3">
    <fo:block xsl:use-attribute-sets="lp:note">
      <xsl:sequence select="lp:turned(.), lp:line-attributes(.)"/>
      <xsl:call-template name="lp:place"/>
      <xsl:call-template name="lp:mark-of-note"/>
      <xsl:text>&#xA0;</xsl:text>
      <xsl:apply-templates mode="lp:fo"/>
    </fo:block>
  </xsl:template>

  <!-- The number of a sheet, where the view shows it, stands in the line. -->
  <xsl:template match="note[@lp:series = 'folio']" mode="lp:fo" priority="1">
    <xsl:call-template name="lp:inline"/>
    <xsl:text> </xsl:text>
  </xsl:template>

  <!-- Notes without a mark: remarks within descriptions and register entries. -->
  <xsl:template match="note" mode="lp:fo">
    <xsl:apply-templates select="." mode="lp:fo-inner-note"/>
  </xsl:template>

  <xsl:template match="noteGrp" mode="lp:fo">
    <xsl:apply-templates mode="lp:fo"/>
  </xsl:template>

  <!-- " [the words of the note]"; its paragraphs run on. -->
  <xsl:template match="note" mode="lp:fo-inner-note">
    <xsl:value-of select="lp:sign(' [')"/>
    <xsl:call-template name="lp:place"/>
    <xsl:for-each select="node()">
      <xsl:choose>
        <xsl:when test="self::p or self::ab">
          <xsl:call-template name="lp:place"/>
          <xsl:apply-templates mode="lp:fo"/>
          <xsl:if test="following-sibling::*">
            <xsl:text> </xsl:text>
          </xsl:if>
        </xsl:when>
        <xsl:otherwise>
          <xsl:apply-templates select="." mode="lp:fo"/>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:for-each>
    <xsl:value-of select="lp:sign(']')"/>
  </xsl:template>
</xsl:stylesheet>
