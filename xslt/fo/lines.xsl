<?xml version="1.0" encoding="UTF-8"?>
<!-- Lines of print: their numbers in the margin, and textual notes that name them. What is counted:
     the lines of the letter's own text, from its opening to its last postscript; not the heading,
     what the edition adds, notes, and lines without words. Lines at one height are one line: the
     cells of a row, the label and the text of a list. A line of verse that is broken counts twice.
     The layout does the counting (ADR 17). -->
<xsl:stylesheet version="3.0" expand-text="yes"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:fo="http://www.w3.org/1999/XSL/Format"
  xmlns:fox="http://xmlgraphics.apache.org/fop/extensions"
  xmlns:lp="urn:letterpress:prepared"
  xmlns:lpi="urn:letterpress:internal"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <!-- Where the lines are counted from: "letter", "page", or "none". -->
  <xsl:param name="lp:line-numbers" as="xs:string" select="'none'"/>

  <!-- Every how many lines a number stands in the margin. -->
  <xsl:param name="lp:line-step" as="xs:integer" select="5"/>

  <!-- How textual notes are called: by raised letters ("letters"), or by nothing, and then they name
       their line ("lines"). -->
  <xsl:param name="lp:textual-notes" as="xs:string" select="'letters'"/>

  <!-- Are lines counted? Notes that name their line need it, numbers in the margin or not. -->
  <xsl:variable name="lpi:counts-lines" as="xs:boolean"
    select="$lp:line-numbers = ('letter', 'page') or $lp:textual-notes = 'lines'"/>

  <!-- What the layout has to know of the document as a whole (ADR 16): attributes of fo:root. -->
  <xsl:function name="lp:layout-attributes" as="attribute()*">
    <xsl:param name="root" as="element()"/>
    <xsl:if test="$root/self::lp:volume ! lp:has-index(.)
      or ($lp:textual-notes = 'lines' and $root//note[lp:is-keyed-to-line(.)])
      or ($lp:note-numbering = 'page' and $root//text//note[@lp:mark])">
      <xsl:attribute name="lp:facts" select="'true'"/>
    </xsl:if>
    <xsl:if test="$lpi:counts-lines">
      <xsl:attribute name="lp:line-numbers"
        select="($lp:line-numbers[. = 'page'], 'letter')[1]"/>
      <xsl:if test="$lp:line-numbers = ('letter', 'page')">
        <xsl:attribute name="lp:line-step" select="$lp:line-step"/>
      </xsl:if>
    </xsl:if>
  </xsl:function>

  <!-- A block whose lines are counted ("count"), or one inside it whose lines are not ("none"). -->
  <xsl:function name="lp:line-counting" as="attribute()*">
    <xsl:param name="id" as="xs:string"/>
    <xsl:param name="lines" as="xs:string"/>
    <xsl:if test="$lpi:counts-lines">
      <xsl:attribute name="id" select="$id"/>
      <xsl:attribute name="lp:lines" select="$lines"/>
    </xsl:if>
  </xsl:function>

  <!-- Does a note name its line instead of being called? A note in another note, or in what is not
       counted, keeps its letter. -->
  <xsl:function name="lp:is-keyed-to-line" as="xs:boolean">
    <xsl:param name="note" as="element(note)"/>
    <xsl:sequence select="$lp:textual-notes = 'lines' and $note/@lp:series = 'textual'
      and exists($note/@lp:mark) and empty($note/@lp:uncalled)
      and empty($note/ancestor::note)
      and exists($note/ancestor::text/parent::TEI)
      and not($note/ancestor::head[. is lp:own-heading($note/ancestor::TEI[1])])"/>
  </xsl:function>

  <!-- Does an entry of the apparatus run on in the paragraph of its page? One with lists, tables or
       verses stands by itself. -->
  <xsl:function name="lp:runs-on" as="xs:boolean">
    <xsl:param name="note" as="element(note)"/>
    <xsl:sequence select="lp:is-keyed-to-line($note)
      and (every $child in $note/* satisfies
        if ($child/self::p or $child/self::ab) then not(lp:has-blocks($child))
        else not(lp:is-block($child) or lp:has-blocks($child)))"/>
  </xsl:function>

  <!-- The entries that share a paragraph, by the first of them, which brings it: those of a letter on
       a page, by the layout before. The first layout knows no pages and only leaves room: for what is
       likely to stand in one line together, because FOP may leave a part of the notes of a page's
       last line to the next page. -->
  <xsl:variable name="lpi:apparatus" as="map(xs:string, element(note)+)">
    <xsl:map>
      <xsl:if test="$lp:textual-notes = 'lines'">
        <xsl:variable name="entries" as="element(note)*"
          select="//text//note[@lp:mark][lp:runs-on(.)]"/>
        <xsl:choose>
          <xsl:when test="empty($lp:folios)">
            <xsl:for-each-group select="$entries" group-adjacent="lpi:likely-line(.)">
              <xsl:map-entry key="lpi:note-key(.)" select="current-group()"/>
            </xsl:for-each-group>
          </xsl:when>
          <xsl:otherwise>
            <xsl:for-each-group select="$entries"
              group-by="lpi:page-of-entry(.) ! (. || ' ' || lp:letter-id(current()/ancestor::TEI[1]))">
              <xsl:map-entry key="lpi:note-key(.)" select="current-group()"/>
            </xsl:for-each-group>
          </xsl:otherwise>
        </xsl:choose>
      </xsl:if>
    </xsl:map>
  </xsl:variable>

  <!-- The page on which an entry was printed, as a rule that of its call; but FOP may have left it to
       the next, and then moves less when it stays there. -->
  <xsl:function name="lpi:page-of-entry" as="xs:integer?">
    <xsl:param name="note" as="element(note)"/>
    <xsl:variable name="key" as="xs:string" select="lpi:note-key($note)"/>
    <xsl:sequence select="lp:first-page($key || '-call') ! max((., lp:first-page($key)))"/>
  </xsl:function>

  <!-- The block of an entry, and which sixty letters of it: about a line. -->
  <xsl:function name="lpi:likely-line" as="xs:string">
    <xsl:param name="note" as="element(note)"/>
    <xsl:variable name="block" as="element()?" select="$note/ancestor::*[lp:is-block(.)][1]"/>
    <xsl:sequence select="generate-id($block) || ' '
      || sum($block//text()[. &lt;&lt; $note][not(ancestor::note)] ! string-length()) idiv 60"/>
  </xsl:function>

  <!-- How many other entries stand in the two thousand letters before, about a page. -->
  <xsl:variable name="lpi:entries-before" as="map(xs:string, xs:integer)">
    <xsl:map>
      <xsl:if test="$lp:textual-notes = 'lines'">
        <xsl:for-each select="//TEI/text">
          <xsl:iterate select=".//text()[not(ancestor::note)]
            | .//note[@lp:mark][lp:runs-on(.)]">
            <xsl:param name="letters" as="xs:integer" select="0"/>
            <xsl:param name="places" as="xs:integer*" select="()"/>
            <xsl:variable name="near" as="xs:integer*" select="$places[. gt $letters - 2000]"/>
            <xsl:if test="self::note">
              <xsl:map-entry key="lpi:note-key(.)" select="count($near)"/>
            </xsl:if>
            <xsl:next-iteration>
              <xsl:with-param name="letters"
                select="if (self::note) then $letters else $letters + string-length()"/>
              <xsl:with-param name="places" select="if (self::note) then ($near, $letters) else $places"/>
            </xsl:next-iteration>
          </xsl:iterate>
        </xsl:for-each>
      </xsl:if>
    </xsl:map>
  </xsl:variable>

  <!-- The room of entries at the foot of a page, about, in points: what their words take of lines, a
       little too much. All layouts leave the same room. The first leaves it near where each entry is
       called, the others at one place for the whole page: so the pages break where they did, and
       nothing moves. -->
  <xsl:function name="lp:room-of-entries" as="xs:string">
    <xsl:param name="entries" as="element(note)+"/>
    <xsl:variable name="measure" as="xs:double" select="lpi:points($lp:page-width)
      - lpi:points($lp:margin-inner) - lpi:points($lp:margin-outer)"/>
    <xsl:variable name="rooms" as="xs:double+">
      <xsl:for-each select="$entries">
        <!-- Signs of nine points are some three wide, and lines are eleven high; before an entry stand
             its line, a lemma and white. -->
        <xsl:variable name="lines" as="xs:double"
          select="3.3 * (string-length(normalize-space()) + 15) div max(($measure, 100))"/>
        <!-- The last line of the paragraph is seldom full: the entries of a page share what is white. -->
        <xsl:sequence select="11 * $lines + 0.3
          + 8 div (1 + ($lpi:entries-before(lpi:note-key(.)), 0)[1])"/>
      </xsl:for-each>
    </xsl:variable>
    <xsl:sequence select="format-number(sum($rooms), '0.0') || 'pt'"/>
  </xsl:function>

  <!-- A length in points; of one in other units than these something likely. -->
  <xsl:function name="lpi:points" as="xs:double">
    <xsl:param name="length" as="xs:string"/>
    <xsl:variable name="number" as="xs:string" select="replace($length, '[^0-9.]', '')"/>
    <xsl:variable name="unit" as="xs:double?"
      select="map { 'mm': 2.8346, 'cm': 28.346, 'in': 72, 'pt': 1 }(replace($length, '[^a-z]', ''))"/>
    <xsl:sequence select="(xs:double($number[. castable as xs:double]), 100)[1] * ($unit, 1)[1]"/>
  </xsl:function>

  <!-- "12", or "12–13" where the words of the lemma begin in another line; before anything is known
       a number of the same width. -->
  <xsl:function name="lp:line-key" as="xs:string">
    <xsl:param name="note" as="element(note)"/>
    <xsl:param name="prefix" as="xs:string"/>
    <xsl:param name="ui" as="xs:string"/>
    <xsl:variable name="id" as="xs:string" select="$prefix || $note/@lp:id"/>
    <xsl:variable name="last" as="xs:integer?" select="lp:line($id || '-call')"/>
    <xsl:variable name="first" as="xs:integer?" select="(lp:line($id || '-lemma'), $last)[1]"/>
    <xsl:variable name="page" as="xs:integer?" select="lp:first-page($id || '-call')"/>
    <xsl:variable name="key" as="xs:string" select="if (empty($last)) then '00'
      else if ($first = $last) then string($last)
      else $first || '–' || $last"/>
    <!-- A note for which its page had no room stands on the next, whose lines are others. -->
    <xsl:sequence select="if ($lp:line-numbers = 'page' and lp:first-page($id) gt $page)
      then lp:label('page', $ui, lp:folio($page)) || ', ' || $key else $key"/>
  </xsl:function>

  <!-- The lemma that a textual note lacks: the word before its place. A note made of an app has
       one, and so has one that brings a bracket of its own. -->
  <xsl:function name="lp:lemma-before" as="xs:string?">
    <xsl:param name="note" as="element(note)"/>
    <xsl:if test="empty($note/@lp:entry) and not(contains(substring($note, 1, 200), ']'))">
      <xsl:variable name="block" as="element()?" select="$note/ancestor::*[lp:is-block(.)][1]"/>
      <xsl:variable name="before" as="text()*" select="$block//text()[. &lt;&lt; $note]
        [empty(ancestor::note except $note/ancestor::note)]
        [not(ancestor::*[contains(@lp:omit, $lp:view)])]"/>
      <!-- A word may be parted by an addition or a line's end: the last texts, joined. -->
      <xsl:variable name="words" as="xs:string*" select="tokenize(normalize-space(
        string-join($before[position() gt last() - 6])))"/>
      <xsl:sequence select="$words[last()] ! replace(., '^\p{P}+|[.,;:!?]+$', '')[. ne '']"/>
    </xsl:if>
  </xsl:function>
</xsl:stylesheet>
