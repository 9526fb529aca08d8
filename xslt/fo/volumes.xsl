<?xml version="1.0" encoding="UTF-8"?>
<!-- What volumes and registers say outside their letters and entries: prefaces, lists, appendices.
     In the place of each letter stands its title, with the page of the book. -->
<xsl:stylesheet version="3.0" expand-text="yes"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:fo="http://www.w3.org/1999/XSL/Format"
  xmlns:lp="urn:letterpress:prepared"
  xmlns:lpi="urn:letterpress:internal"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <!-- The texts of volumes, which stand before the letters. -->
  <xsl:function name="lp:volume-texts" as="element(lp:volume)*">
    <xsl:param name="book" as="element(lp:volume)"/>
    <xsl:sequence select="$book/lp:volumes/lp:volume[TEI][@letters = 'true']"/>
  </xsl:function>

  <!-- The texts of registers, which stand before the entries of all. -->
  <xsl:function name="lp:register-texts" as="element(lp:volume)*">
    <xsl:param name="book" as="element(lp:volume)"/>
    <xsl:sequence select="$book/lp:volumes/lp:volume[TEI][not(@letters = 'true')]"/>
  </xsl:function>

  <xsl:function name="lp:volume-id" as="xs:string">
    <xsl:param name="volume" as="element(lp:volume)"/>
    <xsl:sequence select="'volume-' || $volume/@id"/>
  </xsl:function>

  <!-- One of them, on pages of its own; $format is that of the page numbers. -->
  <xsl:template name="lp:volume-text">
    <xsl:param name="format" as="xs:string"/>
    <xsl:param name="edition" as="xs:string"/>
    <xsl:param name="ui" as="xs:string" tunnel="yes"/>
    <xsl:variable name="title" as="xs:string" select="string(@title)"/>
    <xsl:variable name="id" as="xs:string" select="lp:volume-id(.)"/>
    <fo:page-sequence master-reference="text" format="{$format}" initial-page-number="auto-odd"
      xml:lang="{(lp:fo-language((TEI/text/@xml:lang, TEI/@xml:lang)[1]), $ui)[1]}">
      <xsl:sequence select="lp:writing-mode(lp:direction-of-pages(.), 'ltr')"/>
      <xsl:call-template name="lp:static-content">
        <xsl:with-param name="edition" select="$edition"/>
      </xsl:call-template>
      <fo:flow flow-name="xsl-region-body">
        <fo:block id="{$id}" xsl:use-attribute-sets="lp:part-heading" role="H1">
          <xsl:call-template name="lp:running-head">
            <xsl:with-param name="text" select="$title"/>
          </xsl:call-template>
          <xsl:text>{$title}</xsl:text>
        </fo:block>
        <fo:block>
          <xsl:sequence select="lp:writing-mode(lp:direction(TEI), lp:direction-of-pages(.))"/>
          <!-- Between these bounds the audit reads; the attribute ends before the formatter. -->
          <xsl:if test="$lp:audit">
            <xsl:attribute name="lp:letter" select="'volume ' || @id"/>
          </xsl:if>
          <xsl:apply-templates select="TEI/text" mode="lp:fo">
            <xsl:with-param name="prefix" select="$id || '-'" tunnel="yes"/>
          </xsl:apply-templates>
        </fo:block>
      </fo:flow>
    </fo:page-sequence>
  </xsl:template>

  <!-- In the place of a letter, or of an entry: words of ours, which the audit does not count. -->
  <xsl:template match="lp:volumes//ref[@lp:link = 'internal'][not(@target)]" mode="lp:fo"
    priority="3">
    <xsl:variable name="id" as="xs:string"
      select="replace(@lp:href, '^letters/(.*)\.html$', '$1')"/>
    <fo:inline lp:aside="true">
      <xsl:next-match/>
      <xsl:if test="key('lpi:letter-by-id', $id)">
        <xsl:text> (</xsl:text>
        <fo:page-number-citation ref-id="{$id}"/>
        <xsl:text>)</xsl:text>
      </xsl:if>
    </fo:inline>
  </xsl:template>
</xsl:stylesheet>
