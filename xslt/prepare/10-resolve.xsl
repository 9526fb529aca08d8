<?xml version="1.0" encoding="UTF-8"?>
<!-- First pass: the letter is taken out of its file, pointers get the address they lead to, and the
     facts of the letter join its header. Comments and processing instructions end here. -->
<xsl:stylesheet version="3.0" expand-text="yes"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:lp="urn:letterpress:prepared"
  xmlns="http://www.tei-c.org/ns/1.0"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <xsl:mode name="lp:unit" on-no-match="fail"/>
  <xsl:mode name="lp:resolve" on-no-match="shallow-copy"/>

  <xsl:template match="TEI" mode="lp:unit">
    <xsl:apply-templates select="." mode="lp:resolve"/>
  </xsl:template>

  <!-- A div of a volume becomes a document of its own, with the volume's header. -->
  <xsl:template match="*" mode="lp:unit" priority="-1">
    <xsl:variable name="volume" as="element(TEI)?" select="ancestor::TEI[1]"/>
    <TEI>
      <xsl:copy-of select="$volume/@* except $volume/@xml:id"/>
      <xsl:copy-of select="@xml:id"/>
      <xsl:apply-templates select="$volume/teiHeader" mode="lp:resolve"/>
      <text>
        <xsl:copy-of select="ancestor::text[1]/@xml:lang"/>
        <body>
          <xsl:copy>
            <xsl:copy-of select="@* except @xml:id"/>
            <xsl:apply-templates mode="lp:resolve"/>
          </xsl:copy>
        </body>
        <xsl:call-template name="lp:outside-notes"/>
      </text>
    </TEI>
  </xsl:template>

  <xsl:template match="*" mode="lp:resolve">
    <xsl:param name="lp:links" as="map(xs:string, element(lp:link))" tunnel="yes"/>
    <xsl:variable name="link" as="element(lp:link)?" select="$lp:links(generate-id())"/>
    <xsl:copy>
      <xsl:copy-of select="@*"/>
      <!-- Until the notes are placed: which element of the source this is (for messages). -->
      <xsl:if test="self::note or self::app">
        <xsl:attribute name="lp:origin" select="generate-id()"/>
      </xsl:if>
      <xsl:for-each select="$link/(@* except @n)">
        <xsl:attribute name="lp:{local-name()}" select="."/>
      </xsl:for-each>
      <xsl:apply-templates mode="lp:resolve"/>
    </xsl:copy>
  </xsl:template>

  <xsl:template match="TEI/teiHeader" mode="lp:resolve">
    <xsl:copy>
      <xsl:copy-of select="@*"/>
      <xsl:apply-templates select="node() except revisionDesc" mode="lp:resolve"/>
      <xenoData>
        <xsl:copy-of select="$lp:facts/lp:facts/lp:letter" copy-namespaces="no"/>
      </xenoData>
      <xsl:apply-templates select="revisionDesc" mode="lp:resolve"/>
    </xsl:copy>
  </xsl:template>

  <xsl:template match="comment() | processing-instruction()" mode="lp:resolve"/>

</xsl:stylesheet>
