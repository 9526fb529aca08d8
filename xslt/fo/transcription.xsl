<?xml version="1.0" encoding="UTF-8"?>
<!-- Transcription (TEI Guidelines 11): what was changed, lost, supplied, and where lines end. What a
     view leaves out is decided by common/views.xsl, and marked by preparation. -->
<xsl:stylesheet version="3.0" expand-text="yes"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:fo="http://www.w3.org/1999/XSL/Format"
  xmlns:fox="http://xmlgraphics.apache.org/fop/extensions"
  xmlns:lp="urn:letterpress:prepared"
  xmlns:lpi="urn:letterpress:internal"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <!-- What this view leaves out: only its note calls and anchors remain. -->
  <xsl:template match="*[contains(@lp:omit, $lp:view)]" mode="lp:fo" priority="50">
    <xsl:apply-templates select="." mode="lp:fo-left-out"/>
  </xsl:template>

  <!-- White space at the edge of marked words stands outside the marks: common/marks.xsl. -->
  <xsl:template match="supplied | unclear | del | surplus | hi" mode="lp:fo" priority="40">
    <xsl:value-of select="lp:white-before(.)"/>
    <xsl:next-match/>
    <xsl:value-of select="lp:white-after(.)"/>
  </xsl:template>

  <xsl:template match="supplied/text() | unclear/text() | del/text() | surplus/text() | hi/text()"
    mode="lp:fo" priority="1">
    <xsl:call-template name="lp:set-text">
      <xsl:with-param name="text" select="lp:within-marks(.)"/>
    </xsl:call-template>
  </xsl:template>

  <!-- Print has no room for what was written; other possible readings follow in brackets. -->
  <xsl:template match="choice" mode="lp:fo">
    <xsl:param name="ui" as="xs:string" tunnel="yes"/>
    <xsl:call-template name="lp:place"/>
    <xsl:apply-templates mode="lp:fo"/>
    <xsl:if test="lp:has-alternatives(.) and lp:other-forms(.) ne ''">
      <xsl:value-of
        select="lp:sign(' [' || lp:label('alternative-reading', $ui, lp:other-forms(.)) || ']')"/>
    </xsl:if>
  </xsl:template>

  <!-- Alone they stand as they are; a sic is left to speak for itself. -->
  <xsl:template match="sic | corr | subst | restore | damage | add | metamark | undo | line | zone
    | hyph | fw" mode="lp:fo">
    <xsl:call-template name="lp:inline"/>
  </xsl:template>

  <!-- The diplomatic text sets additions in angle brackets. -->
  <xsl:template match="add[$lp:view = 'diplomatic']" mode="lp:fo" priority="1">
    <xsl:value-of select="lp:sign('‹')"/>
    <xsl:call-template name="lp:inline"/>
    <xsl:value-of select="lp:sign('›')"/>
  </xsl:template>

  <!-- Where it is shown, what was struck out is struck out, unless it was restored. -->
  <xsl:template match="del" mode="lp:fo">
    <xsl:variable name="style" as="attribute()?">
      <xsl:if test="not(lp:is-restored(.))">
        <xsl:attribute name="text-decoration" select="'line-through'"/>
      </xsl:if>
    </xsl:variable>
    <xsl:call-template name="lp:inline">
      <xsl:with-param name="style" select="$style"/>
    </xsl:call-template>
  </xsl:template>

  <!-- Superfluous words stand in braces. -->
  <xsl:template match="surplus" mode="lp:fo">
    <xsl:value-of select="lp:sign('{')"/>
    <xsl:call-template name="lp:inline"/>
    <xsl:value-of select="lp:sign('}')"/>
  </xsl:template>

  <!-- What preparation added to the text: a sign of ours. -->
  <xsl:template match="(seg[@lp:generated] | g[@lp:generated])/text()" mode="lp:fo" priority="3">
    <xsl:value-of select="lp:sign(.)"/>
  </xsl:template>

  <!-- Left out: an element that is a target keeps its place. -->
  <xsl:template match="*[@lp:id or @lp:mention]" mode="lp:fo-left-out">
    <xsl:call-template name="lp:place"/>
    <xsl:apply-templates mode="lp:fo-left-out"/>
  </xsl:template>

  <!-- Words that were restored within a deletion are read. -->
  <xsl:template match="restore" mode="lp:fo-left-out" priority="2">
    <xsl:apply-templates select="." mode="lp:fo"/>
  </xsl:template>

  <xsl:template match="note[@lp:mark]" mode="lp:fo-left-out" priority="2">
    <xsl:apply-templates select="." mode="lp:fo"/>
  </xsl:template>

  <!-- Supplied words stand in brackets. -->
  <xsl:template match="supplied" mode="lp:fo">
    <xsl:variable name="bare" as="xs:boolean" select="exists(parent::choice) or lp:has-blocks(.)"/>
    <xsl:value-of select="lp:sign('['[not($bare)])"/>
    <xsl:call-template name="lp:inline"/>
    <xsl:value-of select="lp:sign(']'[not($bare)])"/>
  </xsl:template>

  <!-- A doubtful reading is followed by a question mark in brackets, unless another one follows. -->
  <xsl:template match="unclear" mode="lp:fo">
    <xsl:call-template name="lp:inline"/>
    <xsl:value-of select="lp:sign('[?]'[not(lp:has-blocks(current())
      or current()/ancestor::unclear or current()/parent::choice[lp:has-alternatives(.)])])"/>
  </xsl:template>

  <!-- A gap: three dots in brackets, or the words of its description. -->
  <xsl:template match="gap" mode="lp:fo">
    <xsl:call-template name="lp:place"/>
    <xsl:value-of select="lp:sign('[')"/>
    <xsl:choose>
      <xsl:when test="normalize-space()">
        <fo:inline font-style="italic">
          <xsl:apply-templates mode="lp:fo"/>
        </fo:inline>
      </xsl:when>
      <xsl:otherwise>
        <xsl:value-of select="lp:sign('…')"/>
        <xsl:apply-templates select="*" mode="lp:fo-left-out"/>
      </xsl:otherwise>
    </xsl:choose>
    <xsl:value-of select="lp:sign(']')"/>
  </xsl:template>

  <!-- Room left by the writer. In the reading text the indents of lines are the book's own, and the
       two or three strokes that typewriters leave after a sentence are one space; the diplomatic text
       counts the strokes. -->
  <xsl:template match="space" mode="lp:fo">
    <xsl:call-template name="lp:place"/>
    <xsl:variable name="strokes" as="xs:integer" select="xs:integer((
      (@quantity, @min)[matches(., '^[1-9]\d?$')][matches(../@unit, '^char(acter)?s?$')], 0)[1])"/>
    <xsl:choose>
      <xsl:when test="lp:parts-blocks(.)"/>
      <xsl:when test="lp:keeps-lines($lp:view) and $strokes gt 0">
        <xsl:value-of select="(1 to min(($strokes, 24))) ! '&#x2005;'" separator=""/>
      </xsl:when>
      <xsl:when test="lp:keeps-lines($lp:view)">
        <xsl:text>&#x2003;</xsl:text>
      </xsl:when>
      <xsl:when test="not(lp:is-inner-break(.))"/>
      <xsl:when test="$strokes = (1, 2, 3)">
        <xsl:text> </xsl:text>
      </xsl:when>
      <xsl:otherwise>
        <xsl:text>&#x2003;</xsl:text>
      </xsl:otherwise>
    </xsl:choose>
    <xsl:apply-templates mode="lp:fo"/>
  </xsl:template>

  <!-- Another hand goes on: said in brackets, since it changes who speaks. -->
  <xsl:template match="handShift" mode="lp:fo">
    <xsl:param name="ui" as="xs:string" tunnel="yes"/>
    <fo:inline font-style="italic" xml:lang="{$ui}">
      <xsl:call-template name="lp:place"/>
      <xsl:value-of select="lp:sign('[' || (if (@lp:title)
        then lp:label('new-hand', $ui, string(@lp:title)) else lp:label('hand-shift', $ui)) || ']')"/>
    </fo:inline>
    <xsl:text> </xsl:text>
  </xsl:template>

  <!-- Where lines end is part of addresses, headings, openings and closings; in running prose it
       is a space, and within a word nothing. -->
  <xsl:template match="lb" mode="lp:fo">
    <xsl:call-template name="lp:place"/>
    <xsl:choose>
      <!-- The formatter allows no block in an inline of a footnote: there the line runs on. -->
      <xsl:when test="(lp:keeps-lines($lp:view) and lp:is-inner-break(.) or lp:is-real-break(.))
        and not(ancestor::note and not(lp:is-block(..) or parent::note))">
        <fo:block>
          <!-- The word goes on in the next line: said for the audit, and not to the formatter. -->
          <xsl:if test="@break = 'no' and $lp:audit">
            <xsl:attribute name="lp:inside-word" select="'true'"/>
          </xsl:if>
        </fo:block>
      </xsl:when>
      <xsl:when test="not(@break = 'no' or @lp:unspaced) and not(lp:parts-blocks(.))">
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
      and lp:is-inner-break($lb)"/>
  </xsl:function>

  <!-- A break at the start or end of a block breaks nothing. -->
  <xsl:function name="lp:is-inner-break" as="xs:boolean">
    <xsl:param name="place" as="element()"/>
    <xsl:sequence select="exists($place/preceding-sibling::node()[normalize-space()])
      and exists($place/following-sibling::node()[normalize-space()])
      or not(lp:is-block($place/..))"/>
  </xsl:function>

  <!-- Pages and columns of the source are not shown in print; between words they part them. -->
  <xsl:template match="pb | cb | gb" mode="lp:fo">
    <xsl:call-template name="lp:place"/>
    <xsl:if test="not(@break = 'no' or @lp:unspaced) and lp:is-inner-break(.)
      and not(lp:parts-blocks(.))">
      <xsl:text> </xsl:text>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
