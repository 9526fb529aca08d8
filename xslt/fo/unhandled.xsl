<?xml version="1.0" encoding="UTF-8"?>
<!-- Elements that no rule knows: their text is kept, and the editor is told. -->
<xsl:stylesheet version="3.0" expand-text="yes"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:fo="http://www.w3.org/1999/XSL/Format"
  xmlns:fox="http://xmlgraphics.apache.org/fop/extensions"
  xmlns:lp="urn:letterpress:prepared"
  xmlns:lpi="urn:letterpress:internal"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <xsl:template match="*" mode="lp:fo" priority="-1">
    <xsl:call-template name="lp:report-unknown">
      <xsl:with-param name="element" select="."/>
    </xsl:call-template>
    <xsl:choose>
      <xsl:when test="lp:has-blocks(.)">
        <fo:block xsl:use-attribute-sets="lp:block">
          <xsl:call-template name="lp:block-content"/>
        </fo:block>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="lp:inline"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
