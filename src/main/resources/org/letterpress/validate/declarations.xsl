<?xml version="1.0" encoding="UTF-8"?>
<!--
  Compiles Schematron as SchXslt2 does, with all declarations of XSLT that may stand in a schema.

  ISO/IEC 19757-3:2020, annex H, takes xsl:function and xsl:key; schemas in use, written for the
  older implementation of ISO Schematron, also bring named templates, global variables and number
  formats, which their functions call.
-->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:sch="http://purl.oclc.org/dsdl/schematron"
    xmlns:schxslt="http://dmaus.name/ns/2023/schxslt">

  <xsl:import href="transpile.xsl"/>

  <xsl:template match="sch:schema" as="element(xsl:stylesheet)" mode="schxslt:transpile">
    <xsl:variable name="schema" as="element(sch:schema)" select="."/>
    <xsl:variable name="compiled" as="element(xsl:stylesheet)">
      <xsl:next-match/>
    </xsl:variable>
    <xsl:copy select="$compiled">
      <xsl:sequence select="@*, node()"/>
      <xsl:sequence select="$schema/(xsl:template[@name] | xsl:variable | xsl:decimal-format)"/>
    </xsl:copy>
  </xsl:template>

</xsl:stylesheet>
