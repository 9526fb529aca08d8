<?xml version="1.0" encoding="UTF-8"?>
<!-- What a reader must find: the texts of a letter's source in one view, in the order of the source.
     It knows nothing of preparation and of templates, but for two things that are rules for both: what
     a view leaves out (common/views.xsl), and what calls a note (prepare/20-place-notes.xsl).
     The result is a sequence of text nodes of the source, and between them of strings that say what
     lies there: "break" where words must not run together, "join" where a word goes on, "hyphen"
     after a text whose last sign the view leaves out, "note" and "/note" around each note. -->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:lp="urn:letterpress:prepared"
  xmlns:lpi="urn:letterpress:internal"
  xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <xsl:import href="prepare/20-place-notes.xsl"/>
  <xsl:import href="common/views.xsl"/>

  <!-- Which element of the file is the letter, counted in document order from 1. -->
  <xsl:param name="lp:unit" as="xs:integer" select="1"/>

  <!-- The letter itself, or the volume whose page is looked at. -->
  <xsl:variable name="lp:letter" as="element()" select="(//*)[$lp:unit]"/>

  <!-- Which elements are further versions of a letter that is a division, counted likewise. -->
  <xsl:param name="lp:versions" as="xs:integer*" select="()"/>

  <!-- Which elements are letters that the page of a volume only links to, counted likewise; notes
       at the end of the volume that one of them calls stand with it. -->
  <xsl:param name="lp:cut" as="xs:integer*" select="()"/>

  <xsl:variable name="lp:cut-ids" as="map(xs:string, xs:boolean)"
    select="if (empty($lp:cut)) then map {} else lp:identities(
      (//*)[position() = $lp:cut] ! (., lp:notes-on(., ., ())))"/>

  <xsl:param name="lp:view" as="xs:string" select="'reading'"/>

  <!-- The nodes below an element that its view shows. -->
  <xsl:mode name="lp:audit" on-no-match="fail"/>

  <!-- What a view leaves out, but for its notes and for words that were restored. -->
  <xsl:mode name="lp:audit-left-out" on-no-match="shallow-skip"/>

  <xsl:template match="document-node()" mode="lp:audit" as="item()*">
    <xsl:variable name="texts" as="element()*" select="lp:texts($lp:letter)"/>
    <xsl:variable name="breaks" as="element()*"
      select="$texts//(lb | pb | cb | gb | milestone)[lpi:is-inside-word(.)]"/>
    <xsl:apply-templates select="$texts" mode="lp:audit">
      <xsl:with-param name="lp:breaks" as="map(xs:string, xs:boolean)" tunnel="yes"
        select="lp:identities($breaks)"/>
      <!-- Texts whose last sign is the hyphen of a word that goes on. -->
      <xsl:with-param name="lp:hyphened" as="map(xs:string, xs:boolean)" tunnel="yes" select="
        lp:identities(if (lp:treatment('line-end-hyphen', $lp:view) = 'left-out')
        then $breaks ! lpi:text-before(.)[matches(normalize-space(), '\S')]
          [matches(substring(., string-length(replace(., '\s+$', ''))), $lpi:hyphen)]
        else ())"/>
    </xsl:apply-templates>
  </xsl:template>

  <!-- The heading of notes that all stand elsewhere. -->
  <xsl:template match="head[lp:heads-moved-notes(.)]" mode="lp:view" as="xs:string*">
    <xsl:sequence select="'notes-heading'"/>
  </xsl:template>

  <!-- The texts of a letter: the text of its document, with the notes that stand off from it; else
       the transcription of its source; or the division that is the letter, with its further versions
       and the notes elsewhere in the volume that belong to it. -->
  <xsl:function name="lp:texts" as="element()*">
    <xsl:param name="letter" as="element()"/>
    <xsl:variable name="divisions" as="element()*"
      select="$letter, (root($letter)//*)[position() = $lp:versions]"/>
    <xsl:variable name="parts" as="element()*"
      select="$divisions[not(ancestor::* intersect $divisions)]"/>
    <xsl:sequence select="if (not($letter/self::TEI))
      then ($parts, lp:notes-on($letter, $parts, ()))
      else (if ($letter/text) then $letter/text else $letter/sourceDoc,
        $letter/standOff//(note[lp:is-outermost-note(.)] | app[not(ancestor::app | ancestor::note)]))"/>
  </xsl:function>

  <!-- Notes outside a division that point into it, or that a pointer or a mark in it calls; and
       the notes on these. Those inside another division of its kind belong to that. -->
  <xsl:function name="lp:notes-on" as="element(note)*">
    <xsl:param name="letter" as="element()"/>
    <xsl:param name="texts" as="element()*"/>
    <xsl:param name="known" as="element(note)*"/>
    <xsl:variable name="root" as="node()" select="root($letter)"/>
    <xsl:variable name="callers" as="attribute()*" select="$texts/descendant-or-self::*/(
      (self::ptr | self::ref[lp:is-call(.)])/@target | @corresp[not(parent::note)])"/>
    <xsl:variable name="found" as="element(note)*" select="(
      key('lp:note-at', $texts/descendant-or-self::*/@xml:id, $root)
        | key('lp:note', $callers ! lp:local-ids(.), $root))
      [lp:is-outermost-note(.)]
      [empty(ancestor::* intersect $texts) and empty(ancestor::*[node-name() = node-name($letter)]
        [string(@type) = string($letter/@type)] except $letter/ancestor::*)]"/>
    <xsl:variable name="new" as="element(note)*" select="$found except $known"/>
    <xsl:sequence select="if (empty($new)) then $known
      else lp:notes-on($letter, $new, $known | $new)"/>
  </xsl:function>

  <xsl:key name="lp:note-at" match="note[@target or @targetEnd or @corresp]"
    use="(@target, @targetEnd, @corresp) ! lp:local-ids(.)"/>

  <!-- Notes on the text, not remarks within the entries of a register. -->
  <xsl:function name="lp:is-outermost-note" as="xs:boolean">
    <xsl:param name="note" as="element(note)"/>
    <xsl:sequence select="empty($note/(ancestor::note | ancestor::person | ancestor::personGrp
      | ancestor::place | ancestor::org | ancestor::event | ancestor::object | ancestor::bibl
      | ancestor::biblStruct | ancestor::msDesc | ancestor::category | ancestor::nym
      | ancestor::relation))"/>
  </xsl:function>

  <xsl:template match="*" mode="lp:audit" as="item()*">
    <xsl:choose>
      <xsl:when test="lp:left-out-in(.) = $lp:view">
        <xsl:apply-templates mode="lp:audit-left-out"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:variable name="break" as="xs:string?" select="'break'[lp:divides-words(current())]"/>
        <xsl:sequence select="$break"/>
        <xsl:apply-templates mode="lp:audit"/>
        <xsl:sequence select="$break"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="*[exists($lp:cut)][exists($lp:cut-ids(generate-id()))]" mode="lp:audit"
    priority="5"/>

  <!-- The mark of the source that calls a note gives way to ours. Of several calls of one note the first
       in the letter is the call; the others speak of it and keep their words. -->
  <xsl:template match="ref[normalize-space()][lp:is-call(.)][lp:calls-note(.)]" mode="lp:audit"
    as="item()*">
    <xsl:apply-templates mode="lp:audit-left-out"/>
  </xsl:template>

  <xsl:function name="lp:calls-note" as="xs:boolean">
    <xsl:param name="ref" as="element(ref)"/>
    <xsl:variable name="root" as="node()" select="root($ref)"/>
    <xsl:sequence select="
      some $note in key('lp:note', lp:local-ids($ref/@target), $root)
        [lp:is-apart(.)][not(lp:is-register-note(.))]
      satisfies (key('lp:caller', $note/@xml:id, $root)
        [exists((ancestor::note | ancestor::* intersect $lp:letter))]
        [not(ancestor-or-self::* intersect $note)])[1] is $ref"/>
  </xsl:function>

  <xsl:template match="note" mode="lp:audit" as="item()*">
    <xsl:choose>
      <xsl:when test="lp:left-out-in(.) = $lp:view">
        <xsl:apply-templates mode="lp:audit-left-out"/>
      </xsl:when>
      <!-- The number of a sheet stands in the text. -->
      <xsl:when test="lp:is-sheet-number(.)">
        <xsl:sequence select="'break'"/>
        <xsl:apply-templates mode="lp:audit"/>
        <xsl:sequence select="'break'"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="'note'"/>
        <xsl:apply-templates mode="lp:audit"/>
        <xsl:sequence select="'/note'"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Of an apparatus entry the text shows the lemma, else the first reading that has words; the other
       readings reach the reader as a textual note. -->
  <xsl:template match="app" mode="lp:audit" as="item()*">
    <xsl:variable name="readings" as="element()*"
      select="lem | rdg | rdgGrp/(lem | rdg) | rdgGrp/rdgGrp//(lem | rdg)"/>
    <xsl:variable name="shown" as="element()?"
      select="(lem, $readings[normalize-space()], $readings)[1]"/>
    <xsl:apply-templates select="$shown" mode="lp:audit"/>
    <xsl:sequence select="'note'"/>
    <xsl:for-each select="node() except $shown">
      <xsl:sequence select="'break'"/>
      <xsl:apply-templates select="." mode="lp:audit">
        <xsl:with-param name="lp:shown" as="element()?" select="$shown" tunnel="yes"/>
      </xsl:apply-templates>
    </xsl:for-each>
    <xsl:sequence select="'/note'"/>
  </xsl:template>

  <!-- An entry that stands apart is a note as a whole, lemma and all. -->
  <xsl:template match="app[@from or @to or @loc][ancestor::standOff or ancestor::back
    or ancestor::listApp or ancestor::div[@type = 'apparatus']]" mode="lp:audit" as="item()*"
    priority="1">
    <xsl:sequence select="'note'"/>
    <xsl:for-each select="node()">
      <xsl:sequence select="'break'"/>
      <xsl:apply-templates select="." mode="lp:audit"/>
    </xsl:for-each>
    <xsl:sequence select="'/note'"/>
  </xsl:template>

  <xsl:template match="rdgGrp//lem | rdgGrp//rdg" mode="lp:audit" as="item()*">
    <xsl:param name="lp:shown" as="element()?" select="()" tunnel="yes"/>
    <xsl:if test="not(. is $lp:shown)">
      <xsl:sequence select="'break'"/>
      <xsl:next-match/>
    </xsl:if>
  </xsl:template>

  <xsl:template match="note | restore" mode="lp:audit-left-out" as="item()*">
    <xsl:apply-templates select="." mode="lp:audit"/>
  </xsl:template>

  <xsl:template match="lb | pb | cb | gb | milestone" mode="lp:audit" as="item()*">
    <xsl:param name="lp:breaks" as="map(xs:string, xs:boolean)" tunnel="yes"/>
    <xsl:sequence select="if (exists($lp:breaks(generate-id()))) then 'join'
      else 'break'[not(current()/self::milestone)]"/>
  </xsl:template>

  <xsl:template match="text()" mode="lp:audit" as="item()*">
    <xsl:param name="lp:hyphened" as="map(xs:string, xs:boolean)" tunnel="yes"/>
    <xsl:if test="not(lp:is-white-of-encoding(.) or lp:left-out-in(.) = $lp:view)">
      <xsl:sequence select="., 'hyphen'[exists($lp:hyphened(generate-id(current())))]"/>
    </xsl:if>
  </xsl:template>

  <xsl:template match="text()" mode="lp:audit-left-out"/>
  <xsl:template match="comment() | processing-instruction()" mode="lp:audit"/>

  <!-- Elements before and after which a word ends. -->
  <xsl:function name="lp:divides-words" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="map:contains($lpi:dividing, local-name($element))
      or local-name($element) = ('salute', 'signed', 'address', 'stamp')
        and local-name($element/..) = ('opener', 'closer', 'postscript', 'div', 'body')"/>
  </xsl:function>

  <xsl:variable name="lpi:dividing" as="map(xs:string, xs:boolean)" static="yes" select="map:merge((
    'p', 'ab', 'div', 'div1', 'div2', 'div3', 'div4',
      'div5', 'div6', 'div7', 'head', 'l', 'lg', 'item', 'list', 'row', 'cell', 'table', 'opener',
      'closer', 'dateline', 'postscript', 'addrLine', 'text', 'body', 'front', 'back', 'group',
      'floatingText', 'figure', 'figDesc', 'trailer', 'byline', 'titlePart', 'docTitle',
      'listPerson', 'listPlace', 'listOrg', 'listEvent', 'listBibl', 'person', 'place', 'org',
      'event', 'sp', 'speaker') ! map:entry(., true()))"/>
</xsl:stylesheet>
