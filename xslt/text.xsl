<?xml version="1.0" encoding="UTF-8"?>
<!-- Plain text of a letter: its head, then blocks divided by empty lines, notes called as [1] and
     listed at the end. Every word of the reading text is kept.
     A block is marked by the paragraph separator (U+2029) before and after it, a line end by the
     line separator (U+2028); the last step turns them into lines. -->
<xsl:stylesheet version="3.0" expand-text="yes"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:lp="urn:letterpress:prepared"
  xmlns:lpi="urn:letterpress:internal"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <xsl:output method="text" encoding="UTF-8"/>

  <xsl:include href="common/gentext.xsl"/>
  <xsl:include href="common/heading.xsl"/>
  <xsl:include href="common/citation.xsl"/>
  <xsl:include href="common/manifest.xsl"/>
  <xsl:include href="common/east-asian.xsl"/>
  <xsl:include href="common/names.xsl"/>
  <xsl:include href="common/plain.xsl"/>
  <xsl:include href="common/quotation.xsl"/>
  <xsl:include href="common/blocks.xsl"/>
  <xsl:include href="common/marks.xsl"/>
  <xsl:include href="common/signs.xsl"/>
  <xsl:include href="common/views.xsl"/>

  <!-- Which text is written: "reading" or "diplomatic"; common/views.xsl has the rules. -->
  <xsl:param name="lp:view" as="xs:string" select="'reading'"/>

  <!-- A prepared letter to its text, elements of the text to words and separators. -->
  <xsl:mode name="lp:text" on-no-match="text-only-copy"/>

  <!-- What the reading text leaves out: only its note calls remain. -->
  <xsl:mode name="lp:text-left-out" on-no-match="shallow-skip"/>

  <!-- A note to its lines in the list. -->
  <xsl:mode name="lp:text-note" on-no-match="shallow-skip"/>

  <xsl:template match="text()" mode="lp:text-left-out lp:text-note"/>

  <!-- A prepared letter to its record for reference managers: common/citation.xsl. -->
  <xsl:mode name="lp:bib" on-no-match="shallow-skip"/>
  <xsl:mode name="lp:ris" on-no-match="shallow-skip"/>
  <xsl:mode name="lp:json" on-no-match="shallow-skip"/>

  <xsl:template match="/" mode="lp:bib">{lp:bibtex(lp:citation((.//lp:letter)[1]))}</xsl:template>
  <xsl:template match="/" mode="lp:ris">{lp:ris(lp:citation((.//lp:letter)[1]))}</xsl:template>
  <xsl:template match="/" mode="lp:json">{lp:csl-json(lp:citation((.//lp:letter)[1]))}</xsl:template>

  <!-- A prepared letter to the manifest of its facsimile: common/manifest.xsl. -->
  <xsl:mode name="lp:manifest" on-no-match="shallow-skip"/>

  <xsl:template match="/" mode="lp:manifest">{lp:manifest((.//lp:letter)[1])}</xsl:template>

  <xsl:template match="/" mode="lp:text">
    <xsl:apply-templates select="(TEI, descendant::TEI)[1]" mode="lp:text"/>
  </xsl:template>

  <xsl:template match="TEI" mode="lp:text">
    <xsl:variable name="letter" as="element(lp:letter)" select="(.//lp:letter)[1]"/>
    <xsl:variable name="ui" as="xs:string"
      select="($letter/lp:edition/@lang[normalize-space()], $letter/@lang, 'en')[1]"/>
    <xsl:variable name="text" as="xs:string*">
      <xsl:call-template name="lp:text-head">
        <xsl:with-param name="letter" select="$letter"/>
        <xsl:with-param name="ui" select="$ui" tunnel="yes"/>
      </xsl:call-template>
      <xsl:apply-templates select="text" mode="lp:text">
        <xsl:with-param name="ui" select="$ui" tunnel="yes"/>
      </xsl:apply-templates>
      <xsl:for-each-group select="text//note[@lp:mark]"
        group-by="(@lp:series[. = ('authorial', 'textual')] ! (. || '-notes'), 'notes')[1]">
        <xsl:sort select="index-of(('authorial-notes', 'notes', 'textual-notes'),
          current-grouping-key())"/>
        <xsl:text>&#x2029;{lp:sign(lp:label(current-grouping-key(), $ui))}&#x2029;</xsl:text>
        <xsl:apply-templates select="current-group()" mode="lp:text-note">
          <xsl:with-param name="ui" select="$ui" tunnel="yes"/>
        </xsl:apply-templates>
      </xsl:for-each-group>
    </xsl:variable>
    <xsl:value-of select="lp:lines(string-join($text))"/>
  </xsl:template>

  <!-- Separators to lines: empty blocks vanish, white space is one space. -->
  <xsl:function name="lp:lines" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:variable name="blocks" as="xs:string*" select="
      tokenize($text, '&#x2029;')
      ! string-join(tokenize(., '&#x2028;') ! normalize-space()[. ne ''], '&#10;')
      [. ne '']"/>
    <xsl:sequence select="string-join($blocks, '&#10;&#10;') || '&#10;'"/>
  </xsl:function>

  <!-- Heading, title, place and date, edition. -->
  <xsl:template name="lp:text-head">
    <xsl:param name="letter" as="element(lp:letter)"/>
    <xsl:param name="ui" as="xs:string" tunnel="yes"/>
    <xsl:variable name="lines" as="xs:string*" select="
      ($letter/@heading, $letter/@title, $letter/@id)[normalize-space()][1],
      $letter/@title[normalize-space()][not(. = $letter/@heading)],
      string-join(($letter/lp:sent-place ! normalize-space(),
        ($letter/@date[normalize-space()], lp:label('undated', $ui))[1]), ', '),
      $letter/lp:edition/@title[normalize-space()]"/>
    <xsl:text>{string-join($lines ! lp:sign(.), '&#x2028;')}&#x2029;</xsl:text>
  </xsl:template>

  <!-- Blocks. -->
  <xsl:template match="p | ab | head | l | item | opener | closer | dateline | salute | signed
    | postscript | address | trailer | byline | titlePart | docImprint | epigraph | argument
    | floatingText | body | front | back | div | div1 | div2 | div3 | div4 | div5 | div6 | div7
    | lg | list | listBibl | listPerson | listPlace | listOrg | listEvent | listWit | table | row
    | figDesc | sp | speaker | stamp | person | place | org | event | titlePage"
    mode="lp:text">
    <xsl:text>&#x2029;</xsl:text>
    <xsl:apply-templates mode="lp:text"/>
    <xsl:text>&#x2029;</xsl:text>
  </xsl:template>

  <xsl:template match="(cit | quote | q | said)[lp:is-block(.)]" mode="lp:text" priority="1">
    <xsl:text>&#x2029;</xsl:text>
    <xsl:apply-templates mode="lp:text"/>
    <xsl:text>&#x2029;</xsl:text>
  </xsl:template>

  <!-- Of a figure what there is to read; a description without a picture says that it stands for one. -->
  <xsl:template match="figure" mode="lp:text">
    <xsl:text>&#x2029;</xsl:text>
    <xsl:apply-templates select="lp:figure-content(.), lp:figure-caption(.)" mode="lp:text"/>
    <xsl:text>&#x2029;</xsl:text>
  </xsl:template>

  <xsl:template match="figDesc[normalize-space()][lp:is-in-place-of-picture(.)]" mode="lp:text"
    priority="1">
    <xsl:param name="ui" as="xs:string" tunnel="yes"/>
    <xsl:variable name="words" as="item()*">
      <xsl:apply-templates mode="lp:text"/>
    </xsl:variable>
    <xsl:text>&#x2029;</xsl:text>
    <xsl:value-of select="lp:around('figure-missing', $ui, $words)" separator=""/>
    <xsl:text>&#x2029;</xsl:text>
  </xsl:template>

  <!-- Versions of the text follow one another, each under its label. -->
  <xsl:template match="text[@lp:version] | div[@lp:version]" mode="lp:text" priority="2">
    <xsl:param name="ui" as="xs:string" tunnel="yes"/>
    <xsl:text>&#x2029;{lp:sign(lp:label('version-' || @lp:version, $ui))}&#x2029;</xsl:text>
    <xsl:next-match/>
  </xsl:template>

  <!-- Inside running text a salute, a date or an address stays in its line; the dateline and the
       signature of an opener or closer have a line of their own all the same. -->
  <xsl:template match="(salute | dateline | signed | stamp | address | byline)
    [not(lp:is-block(.) or lp:has-blocks(.))]" mode="lp:text" priority="1">
    <xsl:apply-templates mode="lp:text"/>
  </xsl:template>

  <!-- A label stands in the line of its item. -->
  <xsl:template match="item[preceding-sibling::*[1][self::label]]" mode="lp:text" priority="1">
    <xsl:apply-templates mode="lp:text"/>
    <xsl:text>&#x2029;</xsl:text>
  </xsl:template>

  <xsl:template match="list/label" mode="lp:text">
    <xsl:text>&#x2029;</xsl:text>
    <xsl:apply-templates mode="lp:text"/>
    <xsl:text> </xsl:text>
  </xsl:template>

  <xsl:template match="item[preceding-sibling::*[1][self::label]]/p[1][not(preceding-sibling::*)]
    | item[label]/p[1][not(preceding-sibling::* except ../label)] | postscript/p[1]
    [preceding-sibling::*[1][self::label]]" mode="lp:text" priority="1">
    <xsl:text> </xsl:text>
    <xsl:apply-templates mode="lp:text"/>
    <xsl:text>&#x2029;</xsl:text>
  </xsl:template>

  <xsl:template match="label" mode="lp:text">
    <xsl:apply-templates mode="lp:text"/>
    <xsl:text> </xsl:text>
  </xsl:template>

  <xsl:template match="list/text() | table/text() | row/text()" mode="lp:text">
    <xsl:value-of select=".[normalize-space()]"/>
  </xsl:template>

  <xsl:template match="l | addrLine" mode="lp:text" priority="0.7">
    <xsl:apply-templates mode="lp:text"/>
    <xsl:text>&#x2028;</xsl:text>
  </xsl:template>

  <xsl:template match="address[not(lp:is-block(.))]/addrLine" mode="lp:text" priority="1">
    <xsl:apply-templates mode="lp:text"/>
    <xsl:value-of select="lp:sign(' /'[lp:is-parted-line(current())]), ' '" separator=""/>
  </xsl:template>

  <xsl:template match="row" mode="lp:text" priority="0.7">
    <xsl:for-each select="cell">
      <xsl:if test="position() gt 1">{lp:sign(' | ')}</xsl:if>
      <xsl:apply-templates mode="lp:text"/>
    </xsl:for-each>
    <xsl:apply-templates select="node() except cell" mode="lp:text"/>
    <xsl:text>&#x2028;</xsl:text>
  </xsl:template>

  <!-- A paragraph inside a cell does not end its line. -->
  <xsl:template match="cell//p | cell//ab | cell//item" mode="lp:text" priority="2">
    <xsl:text> </xsl:text>
    <xsl:apply-templates mode="lp:text"/>
    <xsl:text> </xsl:text>
  </xsl:template>

  <!-- The parts of a name are parted where they do not run on: common/names.xsl. -->
  <xsl:template match="(forename | surname | genName | roleName | addName | nameLink)
    [lp:is-glued-in-record(.)]" mode="lp:text" priority="1">
    <xsl:text> </xsl:text>
    <xsl:next-match/>
  </xsl:template>

  <!-- Quoted words in the line: marks only where the source has none. -->
  <xsl:template match="q | quote | said | soCalled" mode="lp:text">
    <xsl:param name="lp:quotations" as="element()*" select="()" tunnel="yes"/>
    <xsl:variable name="marks" as="xs:string*" select="lp:quotation-marks(., $lp:quotations)"/>
    <xsl:value-of select="lp:sign($marks[1])"/>
    <xsl:apply-templates mode="lp:text">
      <xsl:with-param name="lp:quotations" as="element()*" tunnel="yes"
        select="$lp:quotations, ."/>
    </xsl:apply-templates>
    <xsl:value-of select="lp:sign($marks[2])"/>
  </xsl:template>

  <!-- Numbers of a list that asks for them and brings no labels. -->
  <xsl:template match="list[tokenize(lower-case(string-join((@type, @rend), ' ')))
    = ('ordered', 'numbered')][not(label or item/label)]/item" mode="lp:text" priority="1">
    <xsl:text>&#x2029;{lp:sign((@n, count(preceding-sibling::item) + 1)[1] || '. ')}</xsl:text>
    <xsl:apply-templates mode="lp:text"/>
    <xsl:text>&#x2029;</xsl:text>
  </xsl:template>

  <!-- Records without punctuation of their own. -->
  <xsl:template match="biblStruct | analytic | monogr | imprint | msIdentifier
    | bibl[not(text()[normalize-space()])] | person | place | org | event" mode="lp:text"
    priority="0.8">
    <xsl:for-each select="*[normalize-space()]">
      <xsl:if test="position() gt 1">{lp:sign(', ')}</xsl:if>
      <xsl:apply-templates select="." mode="lp:text"/>
    </xsl:for-each>
    <xsl:if test="self::person or self::place or self::org or self::event">&#x2029;</xsl:if>
  </xsl:template>

  <!-- Breaks. -->
  <xsl:template match="lb" mode="lp:text">
    <xsl:choose>
      <xsl:when test="lp:keeps-lines($lp:view)">&#x2028;</xsl:when>
      <xsl:when test="@break = 'no'"/>
      <xsl:when test="ancestor::*[self::address or self::opener or self::closer or self::signed
        or self::dateline or self::stamp or self::head or self::p or self::salute][1]
        [not(self::p)]">&#x2028;</xsl:when>
      <xsl:otherwise>
        <xsl:value-of select="' '[not(current()/@lp:unspaced)]"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="pb | cb | gb" mode="lp:text">
    <xsl:if test="not(@break = 'no' or @lp:unspaced)">
      <xsl:text> </xsl:text>
    </xsl:if>
  </xsl:template>

  <xsl:template match="milestone[@unit = 'section']" mode="lp:text">
    <xsl:text>&#x2029;{lp:sign('* * *')}&#x2029;</xsl:text>
  </xsl:template>

  <!-- What preparation added to the text: a sign of ours. -->
  <xsl:template match="(seg[@lp:generated] | g[@lp:generated])/text()" mode="lp:text" priority="3">
    <xsl:value-of select="lp:sign(.)"/>
  </xsl:template>

  <!-- What this view leaves out: only its note calls remain, and words that were restored. -->
  <xsl:template match="*[contains(@lp:omit, $lp:view)]" mode="lp:text" priority="50">
    <xsl:apply-templates mode="lp:text-left-out"/>
  </xsl:template>

  <xsl:template match="restore" mode="lp:text-left-out">
    <xsl:apply-templates select="." mode="lp:text"/>
  </xsl:template>

  <xsl:template match="app/text()[not(normalize-space())] | rdgGrp/text()[not(normalize-space())]"
    mode="lp:text"/>

  <!-- A witness that lacks the words: "om.". -->
  <xsl:template match="rdg[@lp:omitted]" mode="lp:text">
    <xsl:param name="ui" as="xs:string" tunnel="yes"/>
    <xsl:text>{lp:sign(lp:label('omitted-reading', $ui))}</xsl:text>
  </xsl:template>

  <!-- White space at the edge of marked words stands outside the marks: common/marks.xsl. -->
  <xsl:template match="supplied | unclear | del | surplus | hi" mode="lp:text" priority="40">
    <xsl:value-of select="lp:white-before(.)"/>
    <xsl:next-match/>
    <xsl:value-of select="lp:white-after(.)"/>
  </xsl:template>

  <xsl:template match="supplied/text() | unclear/text() | del/text() | surplus/text() | hi/text()"
    mode="lp:text" priority="1">
    <xsl:value-of select="lp:within-marks(.)"/>
  </xsl:template>

  <!-- Readings between which the editors do not decide: the others follow in brackets. -->
  <xsl:template match="choice[lp:has-alternatives(.)][lp:other-forms(.) ne '']" mode="lp:text">
    <xsl:param name="ui" as="xs:string" tunnel="yes"/>
    <xsl:apply-templates mode="lp:text"/>
    <xsl:value-of
      select="lp:sign(' [' || lp:label('alternative-reading', $ui, lp:other-forms(.)) || ']')"/>
  </xsl:template>

  <xsl:template match="supplied[not(parent::choice)]" mode="lp:text">
    <xsl:value-of select="lp:sign('[')"/>
    <xsl:apply-templates mode="lp:text"/>
    <xsl:value-of select="lp:sign(']')"/>
  </xsl:template>

  <xsl:template match="surplus" mode="lp:text">
    <xsl:value-of select="lp:sign('{')"/>
    <xsl:apply-templates mode="lp:text"/>
    <xsl:value-of select="lp:sign('}')"/>
  </xsl:template>

  <xsl:template match="gap" mode="lp:text">
    <xsl:value-of select="lp:sign(if (normalize-space()) then '[' else '[…')"/>
    <xsl:apply-templates mode="lp:text"/>
    <xsl:value-of select="lp:sign(']')"/>
  </xsl:template>

  <xsl:template match="space" mode="lp:text">
    <xsl:text> </xsl:text>
    <xsl:apply-templates mode="lp:text"/>
  </xsl:template>

  <xsl:template match="ruby/rt" mode="lp:text">
    <xsl:value-of select="lp:sign('(')"/>
    <xsl:apply-templates mode="lp:text"/>
    <xsl:value-of select="lp:sign(')')"/>
  </xsl:template>

  <xsl:template match="facsimile" mode="lp:text"/>

  <!-- Notes: the call, and the entry of the list. A note without a mark stays where it is. -->
  <xsl:template match="note[@lp:mark]" mode="lp:text lp:text-left-out">
    <xsl:value-of select="lp:sign('[' || @lp:mark || ']')"/>
  </xsl:template>

  <!-- A note of the document stands in its line in brackets, or as a block between blocks. -->
  <xsl:template match="note[@lp:series][not(@lp:mark)][normalize-space()]" mode="lp:text">
    <xsl:variable name="ends" as="xs:string+"
      select="if (empty(../text()[normalize-space()])) then ('&#x2029;', '&#x2029;')
        else (' [', ']')"/>
    <xsl:text>{lp:sign($ends[1])}</xsl:text>
    <xsl:apply-templates mode="lp:text"/>
    <xsl:text>{lp:sign($ends[2])}</xsl:text>
  </xsl:template>

  <!-- A note that nothing calls stands in the list only. -->
  <xsl:template match="note[@lp:uncalled]" mode="lp:text lp:text-left-out" priority="1"/>

  <xsl:template match="note[@lp:mark]" mode="lp:text-note">
    <xsl:text>&#x2029;{lp:note-start()}{lp:sign('[' || @lp:mark || '] ')}</xsl:text>
    <xsl:apply-templates select="node()" mode="lp:text"/>
    <xsl:text>{lp:note-end()}&#x2029;</xsl:text>
  </xsl:template>

  <xsl:template match="note[@lp:mark]/p[not(preceding-sibling::*)]" mode="lp:text" priority="1">
    <xsl:apply-templates mode="lp:text"/>
    <xsl:text>&#x2029;</xsl:text>
  </xsl:template>

  <!-- A link keeps its words; a pointer to a note of the letter is its mark. -->
  <xsl:template match="ptr" mode="lp:text">
    <xsl:variable name="target" as="xs:string" select="replace(@lp:href, '^.*#', '')"/>
    <xsl:variable name="note" as="element(note)?"
      select="(ancestor::TEI[1]//note[@lp:mark][@lp:id = $target])[1]"/>
    <xsl:value-of select="lp:sign(if ($note) then '[' || $note/@lp:mark || ']'
      else (@lp:title, @lp:href[matches(., '^https?://')])[1])"/>
  </xsl:template>
</xsl:stylesheet>
