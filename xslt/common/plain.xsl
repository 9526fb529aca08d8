<?xml version="1.0" encoding="UTF-8"?>
<!-- Words in one line, for what cannot hold elements: titles, bookmarks, contents, running heads,
     descriptions of links and pictures. -->
<xsl:stylesheet version="3.0" expand-text="yes"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:lp="urn:letterpress:prepared"
  xmlns:lpi="urn:letterpress:internal"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <!-- An element to its text without notes. -->
  <xsl:mode name="lp:plain-text" on-no-match="text-only-copy"/>

  <!-- The text of nodes in one line, without notes. -->
  <xsl:function name="lp:plain" as="xs:string">
    <xsl:param name="nodes" as="node()*"/>
    <xsl:variable name="text" as="node()*">
      <xsl:apply-templates select="$nodes" mode="lp:plain-text"/>
    </xsl:variable>
    <xsl:sequence select="normalize-space(string-join($text))"/>
  </xsl:function>

  <!-- What a choice holds besides the form that the view shows: "house / horse", or nothing. -->
  <xsl:function name="lp:other-forms" as="xs:string">
    <xsl:param name="choice" as="element(choice)"/>
    <xsl:sequence select="string-join($choice/*[contains(@lp:omit, $lp:view)]
      ! lp:plain(node())[. ne ''], ' / ')"/>
  </xsl:function>

  <xsl:template match="note[@lp:mark] | processing-instruction() | comment()"
    mode="lp:plain-text"/>

  <xsl:template match="lb | pb | cb" mode="lp:plain-text">
    <xsl:if test="not(@break = 'no' or @lp:unspaced)">
      <xsl:text> </xsl:text>
    </xsl:if>
  </xsl:template>

  <xsl:template match="(forename | surname | genName | roleName | addName | nameLink)[lp:is-glued(.)]"
    mode="lp:plain-text">
    <xsl:text> </xsl:text>
    <xsl:next-match/>
  </xsl:template>

  <xsl:template match="*[contains(@lp:omit, $lp:view)]" mode="lp:plain-text" priority="50"/>
</xsl:stylesheet>
