<?xml version="1.0" encoding="UTF-8"?>
<!-- Fourth pass: every block, note and page beginning of the text gets an id that readers can cite.
     An xml:id of the source is kept; the others are counted within their letter. -->
<xsl:stylesheet version="3.0" expand-text="yes"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:lp="urn:letterpress:prepared"
  xmlns="http://www.tei-c.org/ns/1.0"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <xsl:mode name="lp:identify" on-no-match="shallow-copy"/>

  <!-- An id that no element of the source has: "p-1", or "p-1-" where the source took "p-1". -->
  <xsl:function name="lp:free-id" as="xs:string">
    <xsl:param name="wanted" as="xs:string"/>
    <xsl:param name="taken" as="xs:string*"/>
    <xsl:sequence select="if ($wanted = $taken)
      then lp:free-id($wanted || '-', $taken) else $wanted"/>
  </xsl:function>

  <xsl:template match="text//*[@xml:id]" mode="lp:identify" priority="2">
    <xsl:variable name="first" as="xs:boolean"
      select="empty(preceding::*[@xml:id = current()/@xml:id])"/>
    <xsl:copy>
      <xsl:copy-of select="@*"/>
      <xsl:if test="$first">
        <xsl:attribute name="lp:id" select="normalize-space(@xml:id)"/>
      </xsl:if>
      <xsl:apply-templates mode="lp:identify"/>
    </xsl:copy>
  </xsl:template>

  <xsl:template mode="lp:identify" priority="1"
    match="text//p | text//ab | text//item | text//l | text//lg | text//head | text//div
      | text//table | text//figure | text//quote | text//opener | text//closer | text//postscript
      | text//note[@lp:mark] | text//pb | text//list | text//floatingText">
    <xsl:param name="lp:taken" as="xs:string*" tunnel="yes"/>
    <xsl:variable name="count" as="xs:string">
      <xsl:number level="any" from="text[not(ancestor::text)]"/>
    </xsl:variable>
    <xsl:copy>
      <xsl:copy-of select="@*"/>
      <xsl:attribute name="lp:id" select="lp:free-id(local-name() || '-' || $count, $lp:taken)"/>
      <xsl:apply-templates mode="lp:identify"/>
    </xsl:copy>
  </xsl:template>
</xsl:stylesheet>
