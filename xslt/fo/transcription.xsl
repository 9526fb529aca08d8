<?xml version="1.0" encoding="UTF-8"?>
<!-- Transcription (TEI Guidelines 11): the printed page shows the reading text. What was struck out
     or replaced is left out, the notes on it are not. -->
<xsl:stylesheet version="3.0" expand-text="yes"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:fo="http://www.w3.org/1999/XSL/Format"
  xmlns:fox="http://xmlgraphics.apache.org/fop/extensions"
  xmlns:lp="urn:letterpress:prepared"
  xmlns:lpi="urn:letterpress:internal"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <!-- choice: the reading text takes the correction, the regular and the expanded form. -->
  <xsl:function name="lp:chosen" as="element()?">
    <xsl:param name="choice" as="element(choice)"/>
    <xsl:sequence select="($choice/(corr | reg | expan | supplied),
      $choice/(choice | unclear | seg), $choice/*)[1]"/>
  </xsl:function>

  <xsl:template match="choice" mode="lp:fo">
    <xsl:variable name="chosen" as="element()?" select="lp:chosen(.)"/>
    <xsl:call-template name="lp:place"/>
    <xsl:apply-templates select="$chosen" mode="lp:fo"/>
    <xsl:apply-templates select="* except $chosen" mode="lp:fo-left-out"/>
  </xsl:template>

  <!-- Alone they stand as they are; a sic is left to speak for itself. -->
  <xsl:template match="sic | corr | subst | restore | damage | surplus | add | metamark | undo
    | line | zone | hyph" mode="lp:fo">
    <xsl:call-template name="lp:inline"/>
  </xsl:template>

  <!-- Struck out, unless it was restored. -->
  <xsl:template match="del[@lp:restored]" mode="lp:fo" priority="1">
    <xsl:call-template name="lp:inline"/>
  </xsl:template>

  <!-- Running heads, catchwords and page numbers of the sheet are no part of the reading text. -->
  <xsl:template match="del | fw" mode="lp:fo">
    <xsl:apply-templates select="." mode="lp:fo-left-out"/>
  </xsl:template>

  <!-- So is the hyphen of a word that the end of a line parts. -->
  <xsl:template match="pc[@lp:line-end]" mode="lp:fo" priority="1"/>

  <!-- Left out: an element that is a target keeps its place. -->
  <xsl:template match="*[@lp:id or @lp:mention]" mode="lp:fo-left-out">
    <xsl:call-template name="lp:place"/>
    <xsl:apply-templates mode="lp:fo-left-out"/>
  </xsl:template>

  <xsl:template match="note[@lp:mark]" mode="lp:fo-left-out" priority="2">
    <xsl:apply-templates select="." mode="lp:fo"/>
  </xsl:template>

  <!-- Supplied words stand in brackets. -->
  <xsl:template match="supplied" mode="lp:fo">
    <xsl:variable name="bare" as="xs:boolean" select="exists(parent::choice) or lp:has-blocks(.)"/>
    <xsl:if test="not($bare)">[</xsl:if>
    <xsl:call-template name="lp:inline"/>
    <xsl:if test="not($bare)">]</xsl:if>
  </xsl:template>

  <!-- A doubtful reading is followed by a question mark in brackets. -->
  <xsl:template match="unclear" mode="lp:fo">
    <xsl:call-template name="lp:inline"/>
    <xsl:if test="not(lp:has-blocks(.)) and not(ancestor::unclear)">[?]</xsl:if>
  </xsl:template>

  <!-- A gap: three dots in brackets, or the words of its description. -->
  <xsl:template match="gap" mode="lp:fo">
    <xsl:call-template name="lp:place"/>
    <xsl:text>[</xsl:text>
    <xsl:choose>
      <xsl:when test="desc[normalize-space()]">
        <fo:inline font-style="italic">
          <xsl:apply-templates select="desc/node()" mode="lp:fo"/>
        </fo:inline>
      </xsl:when>
      <xsl:otherwise>…</xsl:otherwise>
    </xsl:choose>
    <xsl:text>]</xsl:text>
    <xsl:apply-templates select="* except desc" mode="lp:fo-left-out"/>
  </xsl:template>

  <!-- Room left by the writer. -->
  <xsl:template match="space" mode="lp:fo">
    <xsl:call-template name="lp:place"/>
    <xsl:text>&#x2003;</xsl:text>
    <xsl:apply-templates select="desc" mode="lp:fo"/>
  </xsl:template>

  <!-- Another hand goes on: said in brackets, since it changes who speaks. -->
  <xsl:template match="handShift" mode="lp:fo">
    <xsl:param name="ui" as="xs:string" tunnel="yes"/>
    <fo:inline font-style="italic" xml:lang="{$ui}">
      <xsl:call-template name="lp:place"/>
      <xsl:text>[{if (@lp:title) then lp:label('new-hand', $ui, string(@lp:title))
        else lp:label('hand-shift', $ui)}]</xsl:text>
    </fo:inline>
    <xsl:text> </xsl:text>
  </xsl:template>

  <!-- Where lines end is part of addresses, headings, openings and closings; in running prose it
       is a space, and within a word nothing. -->
  <xsl:template match="lb" mode="lp:fo">
    <xsl:call-template name="lp:place"/>
    <xsl:choose>
      <xsl:when test="lp:is-real-break(.)">
        <fo:block/>
      </xsl:when>
      <xsl:when test="not(@break = 'no')">
        <xsl:text> </xsl:text>
      </xsl:when>
    </xsl:choose>
  </xsl:template>

  <xsl:function name="lp:is-real-break" as="xs:boolean">
    <xsl:param name="lb" as="element(lb)"/>
    <xsl:sequence select="not($lb/@break = 'no')
      and exists($lb/ancestor::*[self::p or self::note or self::item or self::cell or self::l
        or self::ab or self::head or self::opener or self::closer or self::signed
        or self::dateline or self::salute or self::address or self::stamp or self::byline
        or self::titlePart or self::docImprint or self::postscript][1]
        [not(self::p or self::note or self::item or self::ab or self::postscript)])
      and exists($lb/preceding-sibling::node()[normalize-space()])
      and exists($lb/following-sibling::node()[normalize-space()])"/>
  </xsl:function>

  <!-- Pages and columns of the source are not shown in print; between words they part them. -->
  <xsl:template match="pb | cb | gb" mode="lp:fo">
    <xsl:call-template name="lp:place"/>
    <xsl:if test="not(@break = 'no')">
      <xsl:text> </xsl:text>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
