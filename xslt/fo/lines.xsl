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
