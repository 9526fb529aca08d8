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

  <!-- Preparation has left the reading that the text shows; the others are a textual note. -->
  <xsl:template match="app | lem | rdg | rdgGrp | wit | witDetail | witness" mode="lp:fo">
    <xsl:call-template name="lp:inline"/>
  </xsl:template>

  <!-- The lemma of an entry that names its line: where it begins, and a way to the entry. -->
  <xsl:template match="app[following-sibling::node()[1]/self::note[@lp:entry]]" mode="lp:fo"
    priority="1">
    <xsl:param name="prefix" as="xs:string" tunnel="yes"/>
    <xsl:param name="ui" as="xs:string" tunnel="yes"/>
    <xsl:param name="in-link" as="xs:boolean" select="false()" tunnel="yes"/>
    <xsl:variable name="entry" as="element(note)" select="following-sibling::node()[1]"/>
    <xsl:variable name="keyed" as="xs:boolean"
      select="lp:is-keyed-to-line($entry) and not(lp:has-blocks(.))"/>
    <xsl:variable name="words" as="node()*">
      <xsl:next-match/>
    </xsl:variable>
    <xsl:if test="$keyed">
      <fo:wrapper id="{$prefix}{$entry/@lp:id}-lemma"/>
    </xsl:if>
    <xsl:choose>
      <!-- No letter calls the entry: its lemma leads to it, where it leads nowhere else. -->
      <xsl:when test="$keyed and not($in-link) and normalize-space(string-join($words))
        and empty($words/descendant-or-self::*[self::fo:basic-link or self::fo:footnote])">
        <fo:basic-link internal-destination="{$prefix}{$entry/@lp:id}"
          fox:alt-text="{lp:label('note', $ui)} {lp:line-key($entry, $prefix, $ui)}">
          <xsl:sequence select="$words"/>
        </fo:basic-link>
      </xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="$words"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- White between readings is no text. -->
  <xsl:template match="app/text()[not(normalize-space())] | rdgGrp/text()[not(normalize-space())]"
    mode="lp:fo"/>

  <!-- A witness that lacks the words: "om.". -->
  <xsl:template match="rdg[@lp:omitted]" mode="lp:fo" priority="1">
    <xsl:param name="ui" as="xs:string" tunnel="yes"/>
    <fo:inline font-style="italic" xml:lang="{$ui}">{lp:sign(lp:label('omitted-reading',
      $ui))}</fo:inline>
  </xsl:template>

  <!-- The bracket behind the lemma and its witnesses begins no line. -->
  <xsl:template match="seg[@lp:generated][normalize-space() = ']']" mode="lp:fo" priority="2">
    <xsl:value-of select="lp:sign('] ')"/>
  </xsl:template>

  <!-- The sigla of an apparatus entry are set off from the words of the reading. -->
  <xsl:template match="seg[@lp:generated][@type = 'sigla']" mode="lp:fo" priority="1">
    <fo:inline font-style="italic">
      <xsl:apply-templates mode="lp:fo"/>
    </fo:inline>
  </xsl:template>

  <!-- Where a witness begins, ends or breaks off: places without words. -->
  <xsl:template match="witStart | witEnd | lacunaStart | lacunaEnd" mode="lp:fo lp:fo-left-out"/>
</xsl:stylesheet>
