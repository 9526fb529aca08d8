<?xml version="1.0" encoding="UTF-8"?>
<!-- Critical apparatus (TEI Guidelines 12): the text shows the lemma, else the first reading; the
     other readings with their witnesses are said in the title. -->
<xsl:stylesheet version="3.0" expand-text="yes"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:lp="urn:letterpress:prepared"
  xmlns:lpi="urn:letterpress:internal"
  xmlns="http://www.w3.org/1999/xhtml"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <xsl:template match="app" mode="lp:html">
    <xsl:variable name="shown" as="element()?" select="(lem, descendant::rdg)[1]"/>
    <xsl:variable name="others" as="element()*"
      select="(* except $shown)[not(descendant::* intersect $shown)]"/>
    <xsl:element name="{lp:tag(., 'span')}">
      <xsl:apply-templates select="." mode="lp:attributes"/>
      <xsl:variable name="readings" as="xs:string*"
        select="(descendant::rdg except $shown)[ancestor::app[1] is current()] ! lp:reading(.)"/>
      <xsl:if test="exists($readings)">
        <xsl:attribute name="title" select="$readings" separator="; "/>
      </xsl:if>
      <xsl:apply-templates select="$shown" mode="lp:html"/>
      <xsl:apply-templates select="$others" mode="lp:left-out"/>
    </xsl:element>
  </xsl:template>

  <!-- "B, C: colour" -->
  <xsl:function name="lp:reading" as="xs:string">
    <xsl:param name="reading" as="element()"/>
    <xsl:variable name="witnesses" as="xs:string"
      select="string-join(tokenize($reading/@wit) ! replace(., '^.*#', ''), ', ')"/>
    <xsl:variable name="text" as="xs:string" select="(lp:plain($reading)[. ne ''], '–')[1]"/>
    <xsl:sequence select="if ($witnesses = '') then $text else $witnesses || ': ' || $text"/>
  </xsl:function>

  <xsl:template match="lem | rdg | rdgGrp" mode="lp:html">
    <xsl:element name="{lp:tag(., 'span')}">
      <xsl:apply-templates select="." mode="lp:attributes"/>
      <xsl:apply-templates mode="lp:html"/>
    </xsl:element>
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
