<?xml version="1.0" encoding="UTF-8"?>
<!-- A note that stands apart moves to the place that calls it (TEI Guidelines 3.9). Read are
     note/@target, @targetEnd or @corresp that name a place of the text, and ptr/@target, ref/@target
     or any @corresp that names the note. A note that nothing calls is gathered at the end of the
     text: it has no call, but it is not lost. -->
<xsl:stylesheet version="3.0" expand-text="yes"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:lp="urn:letterpress:prepared"
  xmlns:lpi="urn:letterpress:internal"
  xmlns="http://www.tei-c.org/ns/1.0"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <xsl:import href="functions.xsl"/>

  <xsl:mode name="lp:place-notes" on-no-match="shallow-copy"/>

  <!-- Does a ref call a note, rather than speak of it? One without words does; one whose only word
       is a mark (5, [5], b, *) does when it says so in @type or @rend, or cleaves to the word before
       it. "see note <ref target="#n5">5</ref>" calls nothing. -->
  <xsl:function name="lp:is-call" as="xs:boolean">
    <xsl:param name="ref" as="element(ref)"/>
    <xsl:variable name="words" as="xs:string" select="normalize-space($ref)"/>
    <xsl:variable name="before" as="node()?" select="$ref/preceding-sibling::node()[1]"/>
    <xsl:sequence select="$words = ''
      or matches($words, '^[\[(]?(\d{1,4}|[a-z]{1,2}|[*†‡§¶]{1,4})[\])]?$')
        and (matches($ref/@type, '^(note|footnote|endnote|fn)', 'i')
          or matches(string-join($ref/(@rend, .//@rend, parent::hi/@rend), ' '), '(^|[^a-z])sup')
          or matches($before/self::text(), '\S$') or exists($before/self::*))"/>
  </xsl:function>

  <xsl:key name="lp:caller" use="lp:local-ids(@target)"
    match="text//ptr | text//ref[lp:is-call(.)]"/>
  <xsl:key name="lp:caller" use="lp:local-ids(@corresp)"
    match="text//*[@corresp][not(self::note)]"/>
  <xsl:key name="lp:place" match="text/descendant-or-self::*[@xml:id]" use="@xml:id"/>
  <xsl:key name="lp:note" match="note[@xml:id]" use="@xml:id"/>

  <!-- Divisions that hold nothing but notes, by their @type. -->
  <xsl:variable name="lpi:note-division" as="xs:string"
    select="'^(apparatus|(foot|end)?notes?|commentary|annotations?|anmerkungen)$'"/>

  <xsl:function name="lpi:is-note-division" as="xs:boolean">
    <xsl:param name="div" as="element()"/>
    <xsl:sequence select="matches(local-name($div), '^div[1-7]?$')
      and matches($div/@type, $lpi:note-division, 'i')"/>
  </xsl:function>

  <!-- A group of notes inside running text stands where it is called. -->
  <xsl:function name="lpi:stands-apart" as="xs:boolean">
    <xsl:param name="group" as="element(noteGrp)"/>
    <xsl:sequence select="empty($group/ancestor::*[local-name() = ('p', 'ab', 'l', 'head', 'item',
      'label', 'cell', 'opener', 'closer', 'salute', 'dateline', 'signed', 'seg', 'q', 'quote')])"/>
  </xsl:function>

  <!-- True for a note in a part of its own, where readers would not look for it. A note inside
       another goes where that goes. -->
  <xsl:function name="lp:is-apart" as="xs:boolean">
    <xsl:param name="note" as="element(note)"/>
    <xsl:sequence select="empty($note/ancestor::note) and (
      exists($note/(ancestor::standOff | ancestor::back | ancestor::noteGrp[lpi:stands-apart(.)]))
      or exists($note/ancestor::*[lpi:is-note-division(.)])
      or exists($note/(parent::body | parent::text | parent::*[matches(local-name(), '^div')])))"/>
  </xsl:function>

  <!-- True for a note that has no place of its own in the text: only a call can bring it there. A
       note in a paragraph of an appendix, or between two paragraphs, stands where it was put. -->
  <xsl:function name="lpi:is-homeless" as="xs:boolean">
    <xsl:param name="note" as="element(note)"/>
    <xsl:sequence select="lp:is-apart($note) and not(lp:is-register-note($note)) and (
      exists($note/ancestor::standOff)
      or exists($note/ancestor::*[lpi:is-note-division(.)])
      or exists($note/parent::noteGrp[lpi:stands-apart(.)])
      or exists($note/parent::back)
      or exists(($note/(@target | @targetEnd | @corresp), $note/parent::noteGrp/@target)
        [starts-with(normalize-space(), '#')]) and empty($note/ancestor::p))"/>
  </xsl:function>

  <!-- What calls a note that stands apart: the element that names it, else the last place that it
       names, or nothing. -->
  <xsl:function name="lp:call-of" as="element()?">
    <xsl:param name="note" as="element(note)"/>
    <xsl:variable name="root" as="document-node()" select="root($note)"/>
    <xsl:variable name="caller" as="element()?"
      select="key('lp:caller', string($note/@xml:id), $root)[exists($note/@xml:id)]
        [not(ancestor-or-self::* intersect $note)][1]"/>
    <xsl:variable name="place" as="element()?"
      select="(for $id in (lp:local-ids($note/@targetEnd), reverse(lp:local-ids($note/@target)),
          reverse(lp:local-ids($note/@corresp)),
          reverse(lp:local-ids($note/../self::noteGrp/@target)))
        return key('lp:place', $id, $root)[1])[not(ancestor-or-self::* intersect $note)]
        [not(self::text or self::body or self::back or self::front)][1]"/>
    <xsl:sequence select="if (lp:is-apart($note) and not(lp:is-register-note($note)))
      then ($caller, $place)[1] else ()"/>
  </xsl:function>

  <!-- Does following the calls lead from a note to the text? Notes that call each other in a circle
       would vanish together. -->
  <xsl:function name="lpi:reaches-text" as="xs:boolean">
    <xsl:param name="note" as="element(note)"/>
    <xsl:param name="seen" as="element(note)*"/>
    <xsl:variable name="call" as="element()?" select="lp:call-of($note)"/>
    <xsl:variable name="outer" as="element(note)?" select="$call/ancestor-or-self::note[last()]"/>
    <xsl:sequence select="
      if (empty($call)) then not(lpi:is-homeless($note)) or exists($seen)
      else if (empty($outer) or not(lp:is-apart($outer))) then true()
      else if (exists($outer intersect ($seen, $note))) then false()
      else lpi:reaches-text($outer, ($seen, $note))"/>
  </xsl:function>

  <!-- Frames of notes: divisions, groups and lists without words of their own but for heads. -->
  <xsl:key name="lpi:note-frame" use="generate-id()"
    match="(div | div1 | div2 | div3 | div4 | div5 | div6 | div7 | noteGrp | list | listApp
      | listAnnotation)[.//note or .//app]
      [empty(.//(text()[normalize-space()] | graphic | media)
        [empty(ancestor::note | ancestor::app | ancestor::head)])]"/>

  <!-- The type of the nearest frame of notes around a note that says it. -->
  <xsl:function name="lp:container-type" as="xs:string?">
    <xsl:param name="note" as="element(note)"/>
    <xsl:sequence select="$note/ancestor::*[@type[normalize-space()]]
      [key('lpi:note-frame', generate-id(), root($note))][1]/@type/string()"/>
  </xsl:function>

  <!-- Does a head stand above nothing but notes that all move to where they are called, or to the
       end of their series? -->
  <xsl:function name="lp:heads-moved-notes" as="xs:boolean">
    <xsl:param name="head" as="element(head)"/>
    <xsl:variable name="frame" as="element()?"
      select="$head/..[key('lpi:note-frame', generate-id(), root($head))]"/>
    <xsl:sequence select="exists($frame)
      and (every $note in $frame//note[empty(ancestor::note | ancestor::app)] satisfies
        lpi:is-homeless($note) or exists(lp:call-of($note)) and lpi:reaches-text($note, ()))
      and (every $app in $frame//app[empty(ancestor::note | ancestor::app)] satisfies
        exists($app[@from or @to or @loc]
          [ancestor::standOff or ancestor::back or ancestor::listApp
            or ancestor::div[@type = 'apparatus']]))"/>
  </xsl:function>

  <!-- Where the note goes in: the calling element, or for a table, a list, a stanza or a division
       the last cell, item, line or block of it. -->
  <xsl:function name="lpi:host" as="element()">
    <xsl:param name="call" as="element()"/>
    <xsl:variable name="inner" as="element()?" select="
      if ($call/self::table) then $call/row[cell][last()]/cell[last()]
      else if ($call/self::row) then $call/cell[last()]
      else if ($call/self::list) then $call/item[last()]
      else if ($call/self::lg) then $call/(l | lg)[last()]
      else if (matches(local-name($call), '^(div[1-7]?|floatingText|postscript|opener|closer)$')
        and not($call/text()[normalize-space()]))
      then ($call/head[1], $call/*[lpi:takes-notes-in(.)][last()])[1]
      else ()"/>
    <xsl:sequence select="if (exists($inner)) then lpi:host($inner) else $call"/>
  </xsl:function>

  <!-- Blocks take a note in at their end; after any other element the mark follows. -->
  <xsl:function name="lpi:takes-notes-in" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="local-name($element) = $lpi:blocks
      or exists($element/*[local-name() = ('p', 'ab', 'lg', 'l')])"/>
  </xsl:function>

  <xsl:template match="document-node()[empty(.//note[lp:is-apart(.)])]" mode="lp:place-notes"
    priority="1">
    <xsl:copy-of select="node()"/>
  </xsl:template>

  <xsl:template match="document-node()" mode="lp:place-notes">
    <xsl:variable name="notes" as="element(note)*" select="//note[lp:is-apart(.)]"/>
    <xsl:variable name="moved" as="element(note)*"
      select="$notes[exists(lp:call-of(.))][lpi:reaches-text(., ())]"/>
    <xsl:variable name="uncalled" as="element(note)*"
      select="($notes except $moved)[lpi:is-homeless(.)]"/>
    <!-- From the id of a calling element to the notes that move there. -->
    <xsl:variable name="moves" as="map(xs:string, element(note)*)">
      <xsl:map>
        <xsl:for-each-group select="$moved" group-by="generate-id(lpi:host(lp:call-of(.)))">
          <xsl:map-entry key="current-grouping-key()" select="current-group()"/>
        </xsl:for-each-group>
      </xsl:map>
    </xsl:variable>
    <xsl:apply-templates mode="lp:place-notes">
      <xsl:with-param name="lp:moves" as="map(xs:string, element(note)*)" tunnel="yes"
        select="$moves"/>
      <!-- The notes that leave their place, by identity. -->
      <xsl:with-param name="lp:gone" as="map(xs:string, xs:boolean)" tunnel="yes"
        select="lp:identities(($moved, $uncalled))"/>
      <xsl:with-param name="lp:uncalled" as="element(note)*" tunnel="yes" select="$uncalled"/>
    </xsl:apply-templates>
  </xsl:template>

  <!-- The notes that nothing calls, at the end of the text. -->
  <xsl:template match="TEI/text" mode="lp:place-notes" priority="3">
    <xsl:param name="lp:uncalled" as="element(note)*" tunnel="yes"/>
    <xsl:copy>
      <xsl:copy-of select="@*"/>
      <xsl:apply-templates mode="lp:place-notes"/>
      <xsl:if test="exists($lp:uncalled) and not(following-sibling::text)">
        <noteGrp>
          <xsl:for-each select="$lp:uncalled">
            <xsl:copy>
              <xsl:copy-of select="@*"/>
              <xsl:attribute name="lp:uncalled" select="'true'"/>
              <xsl:apply-templates mode="lp:place-notes"/>
            </xsl:copy>
          </xsl:for-each>
        </noteGrp>
      </xsl:if>
    </xsl:copy>
  </xsl:template>

  <!-- A pointer that only calls a note has done its work; a block takes the note in at its end. -->
  <xsl:template match="*" mode="lp:place-notes">
    <xsl:param name="lp:moves" as="map(xs:string, element(note)*)" tunnel="yes"/>
    <xsl:variable name="notes" as="element(note)*" select="$lp:moves(generate-id())"/>
    <xsl:choose>
      <xsl:when test="empty($notes)">
        <xsl:next-match/>
      </xsl:when>
      <xsl:when test="self::ptr or self::ref">
        <xsl:apply-templates select="$notes" mode="lp:place-note"/>
      </xsl:when>
      <xsl:when test="lpi:takes-notes-in(.)">
        <xsl:copy>
          <xsl:copy-of select="@*"/>
          <xsl:apply-templates mode="lp:place-notes"/>
          <xsl:apply-templates select="$notes" mode="lp:place-note"/>
        </xsl:copy>
      </xsl:when>
      <xsl:otherwise>
        <xsl:next-match/>
        <xsl:apply-templates select="$notes" mode="lp:place-note"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- A moved note leaves nothing behind; so does the frame that held nothing but moved notes. -->
  <xsl:template match="note" mode="lp:place-notes" priority="1">
    <xsl:param name="lp:gone" as="map(xs:string, xs:boolean)" tunnel="yes"/>
    <xsl:if test="empty($lp:gone(generate-id()))">
      <xsl:next-match/>
    </xsl:if>
  </xsl:template>

  <xsl:template match="back | div[.//note] | standOff | standOff//*[not(self::note)][.//note]
    | noteGrp | list[.//note] | item[note] | p[note]" mode="lp:place-notes" priority="2">
    <xsl:param name="lp:gone" as="map(xs:string, xs:boolean)" tunnel="yes"/>
    <xsl:variable name="gone" as="xs:boolean"
      select="some $note in descendant::note satisfies exists($lp:gone(generate-id($note)))"/>
    <xsl:variable name="rest" as="xs:boolean" select="
      some $node in descendant::node()[self::text()[normalize-space()] or self::graphic
        or self::media] satisfies empty($node/ancestor::note/$lp:gone(generate-id()))"/>
    <xsl:if test="not($gone) or $rest">
      <xsl:next-match/>
    </xsl:if>
  </xsl:template>

  <xsl:mode name="lp:place-note" on-no-match="fail"/>

  <xsl:template match="note" mode="lp:place-note">
    <xsl:param name="lp:moves" as="map(xs:string, element(note)*)" tunnel="yes"/>
    <xsl:copy>
      <xsl:copy-of select="@*"/>
      <xsl:apply-templates mode="lp:place-notes"/>
      <!-- Notes on this note as a whole. -->
      <xsl:apply-templates select="$lp:moves(generate-id())" mode="lp:place-note"/>
    </xsl:copy>
  </xsl:template>
</xsl:stylesheet>
