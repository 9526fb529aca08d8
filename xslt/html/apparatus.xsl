<?xml version="1.0" encoding="UTF-8"?>
<!-- Critical apparatus (TEI Guidelines 13): the text shows the lemma, else the first reading with
     words; the other readings with their witnesses are textual notes. -->
<xsl:stylesheet version="3.0" expand-text="yes"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:lp="urn:letterpress:prepared"
  xmlns:lpi="urn:letterpress:internal"
  xmlns="http://www.w3.org/1999/xhtml"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <!-- Preparation has left the reading that the text shows; the others are a textual note. -->
  <xsl:template match="app | lem | rdg | rdgGrp" mode="lp:html">
    <xsl:element name="{lp:tag(., 'span')}">
      <xsl:apply-templates select="." mode="lp:attributes"/>
      <xsl:apply-templates mode="lp:html"/>
    </xsl:element>
  </xsl:template>

  <!-- White between readings is no text. -->
  <xsl:template match="app/text()[not(normalize-space())] | rdgGrp/text()[not(normalize-space())]"
    mode="lp:html"/>

  <!-- A witness that lacks the words: "om.". -->
  <xsl:template match="rdg[@lp:omitted]" mode="lp:html" priority="1">
    <xsl:param name="ui" as="xs:string" tunnel="yes"/>
    <i class="lp-rdg lp-generated lp-sign" lang="{$ui}">{lp:label('omitted-reading', $ui)}</i>
  </xsl:template>

  <!-- The repeated lemma, the sigla and the signs of an apparatus entry. -->
  <xsl:template match="seg[@lp:generated]" mode="lp:html" priority="1">
    <span class="lp-generated lp-sign{@type ! (' lp-' || .)}">
      <xsl:apply-templates mode="lp:html"/>
    </span>
  </xsl:template>

  <xsl:template match="wit | witDetail | witness" mode="lp:html">
    <xsl:element name="{lp:tag(., 'span')}">
      <xsl:apply-templates select="." mode="lp:attributes"/>
      <xsl:apply-templates mode="lp:html"/>
    </xsl:element>
  </xsl:template>

  <!-- Where a witness begins, ends or breaks off: places without words. -->
  <xsl:template match="witStart | witEnd | lacunaStart | lacunaEnd" mode="lp:html lp:left-out"/>
</xsl:stylesheet>
