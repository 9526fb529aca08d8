<?xml version="1.0" encoding="UTF-8"?>
<!-- Elements that no rule knows: their text is kept and the element is reported. Losing words in
     silence is the worst an edition can do. -->
<xsl:stylesheet version="3.0" expand-text="yes"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:lp="urn:letterpress:prepared"
  xmlns:lpi="urn:letterpress:internal"
  xmlns="http://www.w3.org/1999/xhtml"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <xsl:template match="*" mode="lp:html" priority="-10">
    <xsl:call-template name="lp:report-unknown"/>
    <xsl:element name="{lp:tag(., 'span')}">
      <xsl:attribute name="class" select="'lp-unknown'"/>
      <xsl:if test="@lp:mention or @lp:id">
        <xsl:attribute name="id" select="(@lp:mention, @lp:id)[1]"/>
      </xsl:if>
      <xsl:apply-templates mode="lp:html"/>
    </xsl:element>
  </xsl:template>

  <!-- Inside a formula a span would end the formula: the text is kept as the formula's text. -->
  <xsl:template match="m:math//*" mode="lp:html" priority="-9"
    xmlns:m="http://www.w3.org/1998/Math/MathML">
    <xsl:call-template name="lp:report-unknown"/>
    <m:mtext>
      <xsl:value-of select="string()"/>
    </m:mtext>
  </xsl:template>
</xsl:stylesheet>
