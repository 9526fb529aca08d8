<?xml version="1.0" encoding="UTF-8"?>
<!-- The wording by itself: signs are what the outputs make of them. -->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:lp="urn:letterpress:prepared">

  <xsl:include href="../../../../xslt/common/gentext.xsl"/>
  <xsl:include href="../../../../xslt/common/plurals.xsl"/>

  <xsl:function name="lp:sign" as="xs:string">
    <xsl:param name="sign" as="xs:string?"/>
    <xsl:sequence select="string($sign)"/>
  </xsl:function>
</xsl:stylesheet>
