<?xml version="1.0" encoding="UTF-8"?>
<!-- Parallel versions of a text: original and translation, diplomatic and normalised text. Each is a
     section with a label. -->
<xsl:stylesheet version="3.0" expand-text="yes"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:lp="urn:letterpress:prepared"
  xmlns:lpi="urn:letterpress:internal"
  xmlns="http://www.w3.org/1999/xhtml"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <!-- The first version brings the others with it: two aligned ones stand side by side where there
       is room, others one after the other. -->
  <xsl:template match="text[@lp:version] | div[@lp:version]" mode="lp:html" priority="2">
    <xsl:param name="lpi:in-versions" as="xs:boolean" select="false()"/>
    <xsl:variable name="versions" as="element()+" select="../*[@lp:version]"/>
    <xsl:choose>
      <xsl:when test="$lpi:in-versions">
        <xsl:call-template name="lp:version"/>
      </xsl:when>
      <xsl:when test=". is $versions[1]">
        <div class="lp-versions{' lp-versions-aligned'[current()/@lp:aligned]}">
          <xsl:call-template name="lp:version-switch">
            <xsl:with-param name="kinds" select="$versions/string(@lp:version)"/>
          </xsl:call-template>
          <xsl:apply-templates select="$versions" mode="lp:html">
            <xsl:with-param name="lpi:in-versions" select="true()"/>
          </xsl:apply-templates>
        </div>
      </xsl:when>
    </xsl:choose>
  </xsl:template>

  <!-- The script shows these buttons; without it all versions are there. Versions of one kind cannot be
       told apart by it. -->
  <xsl:template name="lp:version-switch">
    <xsl:param name="kinds" as="xs:string*"/>
    <xsl:param name="ui" as="xs:string" tunnel="yes"/>
    <xsl:if test="count($kinds) gt 1 and count($kinds) = count(distinct-values($kinds))">
      <div class="lp-version-switch lp-sign" hidden="hidden" role="group" lang="{$ui}"
        aria-label="{lp:label('versions', $ui)}">
        <xsl:for-each select="'', $kinds">
          <button type="button" data-lp-version="{.}" aria-pressed="{. = ''}">{
            lp:label(if (. = '') then 'versions-all' else 'version-' || ., $ui)}</button>
        </xsl:for-each>
      </div>
    </xsl:if>
  </xsl:template>

  <xsl:template name="lp:version">
    <xsl:param name="ui" as="xs:string" tunnel="yes"/>
    <xsl:variable name="id" as="xs:string"
      select="'lp-version-' || count((preceding::* | ancestor::*)[@lp:version]) + 1"/>
    <section class="lp-version lp-version-{@lp:version}" aria-labelledby="{$id}">
      <p id="{$id}" class="lp-version-label lp-sign" lang="{$ui}">{
        lp:label('version-' || @lp:version, $ui)}</p>
      <xsl:next-match/>
    </section>
  </xsl:template>
</xsl:stylesheet>
