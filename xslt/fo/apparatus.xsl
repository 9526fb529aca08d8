<?xml version="1.0" encoding="UTF-8"?>
<!-- The critical apparatus (TEI Guidelines 13): print shows the lemma; readings of other witnesses
     reach the page as textual notes. -->
<xsl:stylesheet version="3.0" expand-text="yes"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:fo="http://www.w3.org/1999/XSL/Format"
  xmlns:fox="http://xmlgraphics.apache.org/fop/extensions"
  xmlns:lp="urn:letterpress:prepared"
  xmlns:lpi="urn:letterpress:internal"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <xsl:template match="app" mode="lp:fo">
    <xsl:variable name="shown" as="element()?" select="(lem, descendant::rdg)[1]"/>
    <xsl:call-template name="lp:place"/>
    <xsl:apply-templates select="$shown" mode="lp:fo"/>
    <xsl:apply-templates select="(* except $shown)[not(descendant::* intersect $shown)]"
      mode="lp:fo-left-out"/>
  </xsl:template>

  <xsl:template match="lem | rdg | rdgGrp | wit | witDetail | witness" mode="lp:fo">
    <xsl:call-template name="lp:inline"/>
  </xsl:template>

  <!-- Where a witness begins, ends or breaks off: places without words. -->
  <xsl:template match="witStart | witEnd | lacunaStart | lacunaEnd" mode="lp:fo lp:fo-left-out"/>
</xsl:stylesheet>
