<?xml version="1.0" encoding="UTF-8"?>
<!-- Second pass: a note that stands apart moves to the place that calls it (TEI Guidelines 3.9).
     Four ways of calling are read: note/@target or note/@corresp names an anchor (or any other
     element) of the text; ptr/@target, an empty ref/@target or anchor/@corresp names the note. -->
<xsl:stylesheet version="3.0" expand-text="yes"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:lp="urn:letterpress:prepared"
  xmlns="http://www.tei-c.org/ns/1.0"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <xsl:mode name="lp:place-notes" on-no-match="shallow-copy"/>

  <!-- The id in a local pointer: "#n1" gives "n1"; of several the last, where the passage ends. -->
  <xsl:function name="lp:local-ids" as="xs:string*">
    <xsl:param name="pointer" as="attribute()?"/>
    <xsl:sequence select="tokenize($pointer)[starts-with(., '#')] ! substring(., 2)"/>
  </xsl:function>

  <xsl:key name="lp:caller" use="lp:local-ids(@target)"
    match="text//ptr | text//ref[not(normalize-space())]"/>
  <xsl:key name="lp:caller" use="lp:local-ids(@corresp)" match="text//anchor"/>
  <xsl:key name="lp:place" match="text//*[@xml:id][not(self::note)]" use="@xml:id"/>
  <xsl:key name="lp:note" match="note[@xml:id]" use="@xml:id"/>

  <!-- True for a note in a part of its own, where readers would not look for it. -->
  <xsl:function name="lp:is-apart" as="xs:boolean">
    <xsl:param name="note" as="element(note)"/>
    <xsl:sequence select="exists($note/(ancestor::standOff | ancestor::back
      | ancestor::noteGrp[not(ancestor::p)] | ancestor::div[@type = ('notes', 'apparatus')]))
      or $note/parent::body or $note/parent::div"/>
  </xsl:function>

  <!-- The element after which a note is to stand, or nothing when it stays where it is. -->
  <xsl:function name="lp:call-of" as="element()?">
    <xsl:param name="note" as="element(note)"/>
    <xsl:variable name="root" as="document-node()" select="root($note)"/>
    <xsl:variable name="caller" as="element()?"
      select="key('lp:caller', string($note/@xml:id), $root)[exists($note/@xml:id)]
        [not(ancestor-or-self::* intersect $note)][1]"/>
    <xsl:variable name="place" as="element()?"
      select="(for $id in reverse((lp:local-ids($note/@target), lp:local-ids($note/@corresp)))
        return key('lp:place', $id, $root)[1])[not(ancestor-or-self::* intersect $note)]
        [not(self::text or self::body or self::back or self::front)][1]"/>
    <xsl:sequence select="if (lp:is-apart($note)) then ($caller, $place)[1] else ()"/>
  </xsl:function>

  <xsl:template match="document-node()" mode="lp:place-notes">
    <!-- From the id of a calling element to the notes that move behind it. -->
    <xsl:variable name="moves" as="map(xs:string, element(note)*)">
      <xsl:map>
        <xsl:for-each-group select="//note[exists(lp:call-of(.))]"
          group-by="generate-id(lp:call-of(.))">
          <xsl:map-entry key="current-grouping-key()" select="current-group()"/>
        </xsl:for-each-group>
      </xsl:map>
    </xsl:variable>
    <xsl:apply-templates mode="lp:place-notes">
      <xsl:with-param name="lp:moves" as="map(xs:string, element(note)*)" tunnel="yes"
        select="$moves"/>
      <xsl:with-param name="lp:moved" as="element(note)*" tunnel="yes" select="$moves?*"/>
    </xsl:apply-templates>
  </xsl:template>

  <xsl:template match="*" mode="lp:place-notes">
    <xsl:param name="lp:moves" as="map(xs:string, element(note)*)" tunnel="yes"/>
    <xsl:variable name="notes" as="element(note)*" select="$lp:moves(generate-id())"/>
    <!-- A pointer that only calls a note has done its work; a block takes the note in at its end. -->
    <xsl:choose>
      <xsl:when test="empty($notes)">
        <xsl:next-match/>
      </xsl:when>
      <xsl:when test="self::ptr or self::ref">
        <xsl:apply-templates select="$notes" mode="lp:place-note"/>
      </xsl:when>
      <xsl:when test="self::anchor or self::seg or self::hi or self::rs or self::persName
        or self::placeName or self::orgName or self::name or self::date or self::term
        or self::foreign or self::q or self::title or self::milestone or self::pb or self::lb
        or self::w or self::del or self::add or self::choice or self::app or self::gap
        or self::unclear or self::supplied or self::emph or self::num or self::abbr">
        <xsl:next-match/>
        <xsl:apply-templates select="$notes" mode="lp:place-note"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:copy>
          <xsl:copy-of select="@*"/>
          <xsl:apply-templates mode="lp:place-notes"/>
          <xsl:apply-templates select="$notes" mode="lp:place-note"/>
        </xsl:copy>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- A moved note leaves nothing behind; so does the frame that held nothing but moved notes. -->
  <xsl:template match="note" mode="lp:place-notes" priority="1">
    <xsl:param name="lp:moved" as="element(note)*" tunnel="yes"/>
    <xsl:if test="empty(. intersect $lp:moved)">
      <xsl:next-match/>
    </xsl:if>
  </xsl:template>

  <xsl:template match="back | back//div | standOff | standOff//*[note] | noteGrp | list[.//note]"
    mode="lp:place-notes" priority="2">
    <xsl:param name="lp:moved" as="element(note)*" tunnel="yes"/>
    <xsl:variable name="inside" as="element(note)*" select="descendant::note intersect $lp:moved"/>
    <xsl:variable name="rest" as="text()*"
      select="descendant::text()[normalize-space()][empty(ancestor::note intersect $inside)]"/>
    <xsl:if test="empty($inside) or exists($rest)">
      <xsl:next-match/>
    </xsl:if>
  </xsl:template>

  <xsl:mode name="lp:place-note" on-no-match="fail"/>

  <xsl:template match="note" mode="lp:place-note">
    <xsl:copy>
      <xsl:copy-of select="@*"/>
      <xsl:apply-templates mode="lp:place-notes"/>
    </xsl:copy>
  </xsl:template>
</xsl:stylesheet>
