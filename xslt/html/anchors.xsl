<?xml version="1.0" encoding="UTF-8"?>
<!-- Links by which readers cite a place of the page: each paragraph, note and page has one to itself.
     The script copies its address. -->
<xsl:stylesheet version="3.0" expand-text="yes"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:lp="urn:letterpress:prepared"
  xmlns="http://www.w3.org/1999/xhtml"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <!-- The sign of the link is drawn by the style sheet and is no part of the text. -->
  <xsl:template name="lp:own-anchor">
    <xsl:param name="label" as="xs:string"/>
    <xsl:param name="arguments" as="xs:string*" select="()"/>
    <xsl:param name="ui" as="xs:string" tunnel="yes"/>
    <a class="lp-anchor" href="#{@lp:id}" aria-label="{lp:label($label, $ui, $arguments)}"/>
  </xsl:template>

  <!-- The number of a page leads to the place where the page begins. No link may stand in another. -->
  <xsl:template match="pb[@lp:id][@n[normalize-space()]]" mode="lp:page-anchor">
    <xsl:param name="anchors" as="xs:boolean" tunnel="yes" select="true()"/>
    <xsl:if test="$anchors and not(ancestor::*[@lp:href or self::ref or self::note])">
      <xsl:call-template name="lp:own-anchor">
        <xsl:with-param name="label" select="'link-to-page'"/>
        <xsl:with-param name="arguments" select="normalize-space(@n)"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
