<?xml version="1.0" encoding="UTF-8"?>
<!-- Cards on what the names of a letter lead to: name, kind, dates, letters, authority files. They
     wait in a template element, which browsers and screen readers pass over, and the script shows
     them beside the names; without it a name is a link to the register. -->
<xsl:stylesheet version="3.0" expand-text="yes"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:lp="urn:letterpress:prepared"
  xmlns="http://www.w3.org/1999/xhtml"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <xsl:template match="lp:letter" mode="lp:cards">
    <xsl:if test="lp:entity">
      <template id="lp-cards">
        <xsl:for-each-group select="lp:entity" group-by="string(@href)">
          <xsl:apply-templates select="." mode="lp:card"/>
        </xsl:for-each-group>
      </template>
    </xsl:if>
  </xsl:template>

  <xsl:template match="lp:entity" mode="lp:card">
    <xsl:param name="ui" as="xs:string" tunnel="yes"/>
    <xsl:param name="root" as="xs:string" tunnel="yes"/>
    <xsl:variable name="letters" as="xs:integer"
      select="(@letters[. castable as xs:integer] ! xs:integer(.), 0)[1]"/>
    <div data-lp-of="{$root}{@href}">
      <p class="lp-card-name">
        <a href="{$root}{@href}">
          <bdi>{@name}</bdi>
        </a>
      </p>
      <p class="lp-card-facts">
        <xsl:text>{string-join((lp:label(@kind, $ui), @dates[normalize-space()],
          lp:counted('letter-count', $letters, $ui)[$letters gt 0]), ' · ')}</xsl:text>
      </p>
      <xsl:variable name="links" as="element(lp:idno)*" select="lp:idno[lp:safe-href(@href)]"/>
      <xsl:if test="exists($links)">
        <p class="lp-card-links">
          <xsl:for-each select="$links">
            <xsl:if test="position() gt 1">
              <xsl:text> </xsl:text>
            </xsl:if>
            <a class="lp-external" rel="external" href="{lp:safe-href(@href)}">{
              (@type[normalize-space()], .)[1]}</a>
          </xsl:for-each>
        </p>
      </xsl:if>
    </div>
  </xsl:template>

  <!-- Where the script says what it has copied. -->
  <xsl:template match="lp:letter" mode="lp:status">
    <xsl:param name="ui" as="xs:string" tunnel="yes"/>
    <p id="lp-status" class="lp-status" role="status" data-lp-copied="{lp:label('copied', $ui)}"
      data-lp-link-copied="{lp:label('link-copied', $ui)}"/>
  </xsl:template>
</xsl:stylesheet>
