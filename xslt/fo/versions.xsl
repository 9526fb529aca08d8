<?xml version="1.0" encoding="UTF-8"?>
<!-- Parallel versions of a text: original and translation, diplomatic and normalised text. In print
     they follow one another, each under its label. -->
<xsl:stylesheet version="3.0" expand-text="yes"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:fo="http://www.w3.org/1999/XSL/Format"
  xmlns:lp="urn:letterpress:prepared"
  xmlns:lpi="urn:letterpress:internal"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <xsl:template match="text[@lp:version] | div[@lp:version]" mode="lp:fo" priority="2">
    <xsl:param name="ui" as="xs:string" tunnel="yes"/>
    <fo:block xsl:use-attribute-sets="lp:inner-head" xml:lang="{$ui}">
      <xsl:if test="preceding-sibling::*[@lp:version]">
        <xsl:attribute name="space-before" select="'18pt'"/>
      </xsl:if>
      <xsl:variable name="label" as="xs:string" select="lp:label('version-' || @lp:version, $ui)"/>
      <xsl:sequence select="lp:writing-mode(lp:direction-of-words($label), lp:direction(..))"/>
      <xsl:text>{lp:sign($label)}</xsl:text>
    </fo:block>
    <xsl:next-match/>
  </xsl:template>
</xsl:stylesheet>
