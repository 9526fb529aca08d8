<?xml version="1.0" encoding="UTF-8"?>
<!-- Verse (TEI Guidelines 6). -->
<xsl:stylesheet version="3.0" expand-text="yes"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:fo="http://www.w3.org/1999/XSL/Format"
  xmlns:fox="http://xmlgraphics.apache.org/fop/extensions"
  xmlns:lp="urn:letterpress:prepared"
  xmlns:lpi="urn:letterpress:internal"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <xsl:template match="lg" mode="lp:fo">
    <fo:block xsl:use-attribute-sets="lp:block lp:stanza">
      <xsl:call-template name="lp:block-content"/>
    </fo:block>
  </xsl:template>

  <!-- Stanzas inside a poem add no further indent. -->
  <xsl:template match="lg/lg" mode="lp:fo" priority="1">
    <fo:block xsl:use-attribute-sets="lp:block" space-before="6pt">
      <xsl:call-template name="lp:block-content"/>
    </fo:block>
  </xsl:template>

  <xsl:template match="l" mode="lp:fo">
    <fo:block xsl:use-attribute-sets="lp:block lp:verse">
      <xsl:call-template name="lp:block-content"/>
    </fo:block>
  </xsl:template>

  <xsl:template match="caesura" mode="lp:fo">
    <xsl:text>&#x2003;</xsl:text>
  </xsl:template>

  <xsl:template match="rhyme" mode="lp:fo">
    <xsl:call-template name="lp:inline"/>
  </xsl:template>
</xsl:stylesheet>
