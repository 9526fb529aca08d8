<?xml version="1.0" encoding="UTF-8"?>
<!-- Transcription (TEI Guidelines 11): what was changed, lost, supplied, and where lines and
     pages end. What a view leaves out is decided by common/views.xsl, and marked by preparation. -->
<xsl:stylesheet version="3.0" expand-text="yes"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:lp="urn:letterpress:prepared"
  xmlns:lpi="urn:letterpress:internal"
  xmlns="http://www.w3.org/1999/xhtml"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <!-- What this view leaves out: only its note calls, page breaks and anchors remain. -->
  <xsl:template match="*[contains(@lp:omit, $lp:view)]" mode="lp:html" priority="50">
    <xsl:apply-templates select="." mode="lp:left-out"/>
  </xsl:template>

  <!-- White space at the edge of marked words stands outside the marks: common/marks.xsl. -->
  <xsl:template match="supplied | unclear | del | surplus | hi" mode="lp:html" priority="40">
    <xsl:value-of select="lp:white-before(.)"/>
    <xsl:next-match/>
    <xsl:value-of select="lp:white-after(.)"/>
  </xsl:template>

  <xsl:template match="supplied/text() | unclear/text() | del/text() | surplus/text() | hi/text()"
    mode="lp:html" priority="1">
    <xsl:value-of select="lp:within-marks(.)"/>
  </xsl:template>

  <!-- choice: the other form is said in the title, and what it is: what was written, what is read, or
       another possible reading. -->
  <xsl:template match="choice" mode="lp:html">
    <xsl:param name="ui" as="xs:string" tunnel="yes"/>
    <xsl:variable name="other" as="xs:string" select="lp:other-forms(.)"/>
    <xsl:element name="{lp:tag(., 'span')}">
      <xsl:apply-templates select="." mode="lp:attributes">
        <xsl:with-param name="classes" select="'lp-alternative'[lp:has-alternatives(current())]"/>
      </xsl:apply-templates>
      <xsl:if test="$other ne ''">
        <xsl:attribute name="title" select="lp:label(
          if (lp:has-alternatives(.)) then 'alternative-reading'
          else if ($lp:view = 'diplomatic') then 'read' else 'in-the-source', $ui, $other)"/>
      </xsl:if>
      <xsl:apply-templates mode="lp:html"/>
    </xsl:element>
  </xsl:template>

  <!-- Alone they stand as they are; a sic is left to speak for itself. -->
  <xsl:template match="sic | corr | subst | restore | damage | add | metamark | undo | line | zone
    | hyph | fw" mode="lp:html">
    <xsl:element name="{lp:tag(., 'span')}">
      <xsl:apply-templates select="." mode="lp:attributes"/>
      <xsl:apply-templates mode="lp:html"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="add[$lp:view = 'diplomatic']" mode="lp:html" priority="1">
    <ins>
      <xsl:apply-templates select="." mode="lp:attributes">
        <xsl:with-param name="classes" select="@place ! ('lp-place-' || lp:class-name(.))"/>
      </xsl:apply-templates>
      <xsl:apply-templates mode="lp:html"/>
    </ins>
  </xsl:template>

  <!-- Where it is shown, what was struck out is struck out, unless it was restored. -->
  <xsl:template match="del" mode="lp:html">
    <xsl:variable name="restored" as="xs:boolean" select="lp:is-restored(.)"/>
    <xsl:element name="{if ($restored) then lp:tag(., 'span') else 'del'}">
      <xsl:apply-templates select="." mode="lp:attributes">
        <xsl:with-param name="classes" select="'lp-restored'[$restored]"/>
      </xsl:apply-templates>
      <xsl:apply-templates mode="lp:html"/>
    </xsl:element>
  </xsl:template>

  <!-- Superfluous words stand in braces. -->
  <xsl:template match="surplus" mode="lp:html">
    <xsl:element name="{lp:tag(., 'span')}">
      <xsl:apply-templates select="." mode="lp:attributes"/>
      <xsl:sequence select="lp:sign('{')"/>
      <xsl:apply-templates mode="lp:html"/>
      <xsl:sequence select="lp:sign('}')"/>
    </xsl:element>
  </xsl:template>

  <!-- What preparation added to the text: a sign of ours. -->
  <xsl:template match="g[@lp:generated]" mode="lp:html" priority="3">
    <span class="lp-g lp-sign">
      <xsl:apply-templates mode="lp:html"/>
    </span>
  </xsl:template>

  <!-- Left out: an element that is a target keeps its anchor. -->
  <xsl:template match="*[@lp:id or @lp:mention][not(self::note)]" mode="lp:left-out">
    <span id="{(@lp:mention, @lp:id)[1]}"/>
    <xsl:apply-templates mode="lp:left-out"/>
  </xsl:template>

  <!-- Words that were restored within a deletion are read. -->
  <xsl:template match="restore" mode="lp:left-out" priority="2">
    <xsl:apply-templates select="." mode="lp:html"/>
  </xsl:template>

  <xsl:template match="note[@lp:mark]" mode="lp:left-out" priority="2">
    <xsl:apply-templates select="." mode="lp:html"/>
  </xsl:template>

  <xsl:template match="pb" mode="lp:left-out" priority="2">
    <xsl:apply-templates select="." mode="lp:html"/>
  </xsl:template>

  <!-- Supplied words stand in brackets, which the style sheet does not draw: they are text, so
       that they survive copying. -->
  <xsl:template match="supplied" mode="lp:html">
    <xsl:param name="ui" as="xs:string" tunnel="yes"/>
    <xsl:variable name="bare" as="xs:boolean" select="exists(parent::choice) or lp:has-blocks(.)"/>
    <xsl:element name="{lp:tag(., 'span')}">
      <xsl:apply-templates select="." mode="lp:attributes"/>
      <xsl:attribute name="title" select="lp:label('supplied', $ui)"/>
      <xsl:sequence select="lp:sign('['[not($bare)])"/>
      <xsl:apply-templates mode="lp:html"/>
      <xsl:sequence select="lp:sign(']'[not($bare)])"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="unclear" mode="lp:html">
    <xsl:param name="ui" as="xs:string" tunnel="yes"/>
    <xsl:element name="{lp:tag(., 'span')}">
      <xsl:apply-templates select="." mode="lp:attributes"/>
      <!-- One of several readings is uncertain anyway; the title of the choice names the others. -->
      <xsl:if test="not(parent::choice[lp:has-alternatives(.)])">
        <xsl:attribute name="title" select="lp:label('unclear', $ui)"/>
      </xsl:if>
      <xsl:apply-templates mode="lp:html"/>
    </xsl:element>
  </xsl:template>

  <!-- A gap: three dots in brackets; the reason and extent in the title. A desc is its text. -->
  <xsl:template match="gap" mode="lp:html">
    <xsl:param name="ui" as="xs:string" tunnel="yes"/>
    <xsl:variable name="reason" as="xs:string" select="
      if (@reason = ('illegible', 'lost', 'omitted')) then lp:label('gap-' || @reason, $ui)
      else (@reason[normalize-space()] ! normalize-space(), lp:label('gap', $ui))[1]"/>
    <xsl:variable name="extent" as="xs:string"
      select="normalize-space(string-join((@quantity, @extent, @unit)[normalize-space()], ' '))"/>
    <span>
      <xsl:apply-templates select="." mode="lp:attributes"/>
      <xsl:attribute name="title" select="string-join(($reason, $extent[. ne '']), ', ')"/>
      <xsl:choose>
        <xsl:when test="normalize-space()">
          <xsl:sequence select="lp:sign('[')"/>
          <xsl:apply-templates mode="lp:html"/>
          <xsl:sequence select="lp:sign(']')"/>
        </xsl:when>
        <xsl:otherwise>
          <xsl:sequence select="lp:sign('[…]')"/>
        </xsl:otherwise>
      </xsl:choose>
    </span>
  </xsl:template>

  <!-- White space left by the writer: as wide as up to ten letters in the diplomatic text, one wide
       space in the reading text, and nothing there before the first word. -->
  <xsl:template match="space" mode="lp:html">
    <xsl:variable name="width" as="xs:integer" select="
      if (@unit = ('char', 'chars', 'character', 'characters')
        and matches(@quantity, '^\d{1,3}$'))
      then min((10, max((1, xs:integer(@quantity))))) else 3"/>
    <span>
      <xsl:apply-templates select="." mode="lp:attributes">
        <xsl:with-param name="classes" select="'lp-vertical'[current()/@dim = 'vertical'],
          'lp-between'[lp:is-between-blocks(current())]"/>
      </xsl:apply-templates>
      <xsl:choose>
        <xsl:when test="$lp:view = 'diplomatic'">{string-join((1 to $width) ! '&#160;')}</xsl:when>
        <xsl:when test="empty(preceding-sibling::node()[normalize-space()])"/>
        <xsl:when test="$width le 2">
          <xsl:text> </xsl:text>
        </xsl:when>
        <xsl:otherwise>&#x2002;</xsl:otherwise>
      </xsl:choose>
      <xsl:apply-templates mode="lp:html"/>
    </span>
  </xsl:template>

  <xsl:template match="handShift" mode="lp:html">
    <xsl:param name="ui" as="xs:string" tunnel="yes"/>
    <xsl:variable name="hand" as="xs:string?"
      select="(@lp:title, @scribe, @medium)[normalize-space()][1]"/>
    <span title="{if (exists($hand)) then lp:label('new-hand', $ui, $hand)
      else lp:label('hand-shift', $ui)}">
      <xsl:apply-templates select="." mode="lp:attributes"/>
    </span>
  </xsl:template>

  <!-- The end of a line is kept where lines matter, and in the diplomatic text; elsewhere it is a
       space, or nothing inside a word. -->
  <xsl:template match="lb" mode="lp:html">
    <xsl:if test="@lp:id or @lp:zone">
      <span>
        <xsl:if test="@lp:id">
          <xsl:attribute name="id" select="@lp:id"/>
        </xsl:if>
        <xsl:apply-templates select="@lp:zone" mode="lp:attributes"/>
      </span>
    </xsl:if>
    <xsl:choose>
      <!-- The account of the source is prose: its line ends are told. -->
      <xsl:when test="ancestor::msDesc and not(@break = 'no')">
        <xsl:sequence select="lp:sign(' / '[lp:is-inner-break(current())])"/>
      </xsl:when>
      <xsl:when test="@break = 'no' and not(lp:keeps-lines($lp:view))"/>
      <xsl:when test="lp:keeps-lines($lp:view) or ancestor::*[self::p or self::address
        or self::opener or self::closer or self::signed or self::dateline or self::salute
        or self::stamp or self::head or self::byline or self::titlePart or self::l or self::cell
        or self::postscript or self::addrLine][1]
        [not(self::p or self::l or self::cell or self::postscript)]">
        <xsl:if test="lp:is-inner-break(.)">
          <br>
            <!-- The word goes on in the next line. -->
            <xsl:if test="@break = 'no'">
              <xsl:attribute name="class" select="'lp-inside-word'"/>
            </xsl:if>
          </br>
        </xsl:if>
      </xsl:when>
      <xsl:otherwise>
        <xsl:value-of select="' '[not(current()/@lp:unspaced)]"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- A break at the very start of a block (also in the first of its inlines), or between blocks,
       breaks nothing; other breaks before it are no words. -->
  <xsl:function name="lp:is-inner-break" as="xs:boolean">
    <xsl:param name="node" as="element()"/>
    <xsl:variable name="before" as="node()?" select="
      $node/preceding-sibling::node()[self::* or self::text()[normalize-space()]]
        [not(self::lb or self::pb or self::cb or self::gb or self::anchor)][1]"/>
    <xsl:sequence select="
      if (exists($before)) then not($before/self::*[lp:is-block(.)])
      else $node/parent::* ! (not(lp:is-block(.)) and lp:is-inner-break(.))"/>
  </xsl:function>

  <!-- A new page: its number stands in the margin, drawn by the style sheet, so that no word is
       cut when text is copied. -->
  <xsl:template match="pb" mode="lp:html">
    <xsl:param name="ui" as="xs:string" tunnel="yes"/>
    <xsl:if test="not(@break = 'no' or @lp:unspaced) and normalize-space(string-join(../text()))">
      <xsl:text> </xsl:text>
    </xsl:if>
    <xsl:variable name="mark" as="node()*">
      <span role="doc-pagebreak">
        <xsl:apply-templates select="." mode="lp:attributes"/>
        <xsl:if test="@n[normalize-space()]">
          <xsl:attribute name="title" select="lp:label('page', $ui, normalize-space(@n))"/>
          <xsl:attribute name="data-lp-page" select="normalize-space(@n)"/>
        </xsl:if>
        <xsl:if test="@lp:sheets">
          <xsl:attribute name="data-lp-sheets" select="@lp:sheets"/>
        </xsl:if>
        <xsl:apply-templates select="." mode="lp:page-anchor"/>
      </span>
      <xsl:call-template name="lp:sheet-links"/>
    </xsl:variable>
    <!-- Pages without words begin at one place: they stand in the line, each as a whole. -->
    <xsl:choose>
      <xsl:when test="@lp:blank">
        <span class="lp-blank-page">
          <xsl:sequence select="$mark"/>
        </span>
        <xsl:text> </xsl:text>
      </xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="$mark"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="cb | gb" mode="lp:html">
    <xsl:if test="not(@break = 'no' or @lp:unspaced)">
      <xsl:text> </xsl:text>
    </xsl:if>
    <xsl:if test="@lp:id">
      <span id="{@lp:id}"/>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
