<?xml version="1.0" encoding="UTF-8"?>
<!-- Each note of the text gets its series and its mark. Commentary is counted in numbers, textual
     notes in letters; the count runs through the letter in reading order. Notes of the document
     itself (by its author, its recipient, an archivist) keep their own marks, or stand where they
     are. -->
<xsl:stylesheet version="3.0" expand-text="yes"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:lp="urn:letterpress:prepared"
  xmlns:lpi="urn:letterpress:internal"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <xsl:import href="functions.xsl"/>

  <!-- Words in @type, @subtype, @resp or @place of a note, or without a @type in that of the frame
       around it, that put it into a series. -->
  <xsl:param name="lp:textual-notes" as="xs:string*" select="'textual'"/>
  <xsl:param name="lp:authorial-notes" as="xs:string*" select="'authorial', 'author',
    'original', 'margin', 'left', 'right', 'top', 'bottom'"/>
  <xsl:param name="lp:inline-notes" as="xs:string*" select="'inline'"/>

  <!-- "counted", or "source" for an edition that keeps the marks of its notes' @n. -->
  <xsl:param name="lp:note-marks" as="xs:string" select="'counted'"/>

  <!-- Numbers of the sheets, which some encode as notes. -->
  <xsl:variable name="lpi:folio" as="xs:string*" select="'foliation', 'folio', 'pagination'"/>

  <xsl:mode name="lp:number-notes" on-no-match="shallow-copy"/>

  <!-- Notes that are given a mark: those of the text that say anything, but not the remarks inside
       register entries. -->
  <xsl:function name="lp:called-notes" as="element(note)*">
    <xsl:param name="letter" as="document-node()"/>
    <xsl:sequence
      select="$letter//text//note[normalize-space() or *][not(lp:is-register-note(.))]"/>
  </xsl:function>

  <!-- The words by which a note is sorted into a series. -->
  <xsl:function name="lpi:note-words" as="xs:string*">
    <xsl:param name="note" as="element(note)"/>
    <xsl:sequence select="$note/((@type, @lp:container-type)[1], @subtype, @resp)
      ! tokenize(.) ! (., replace(., '^#', ''))"/>
  </xsl:function>

  <!-- @place="top(left)" gives "top(left)", "top" and "left". -->
  <xsl:function name="lpi:place-words" as="xs:string*">
    <xsl:param name="note" as="element(note)"/>
    <xsl:sequence select="$note/@place ! (string(.), tokenize(., '[^\p{L}]+'))[. ne '']"/>
  </xsl:function>

  <!-- "commentary", "textual", "authorial", "inline" or "folio". @resp of an editor makes a note
       commentary wherever it stands on the sheet; @resp of a hand or a correspondent makes it part
       of the document. -->
  <xsl:function name="lp:series" as="xs:string">
    <xsl:param name="note" as="element(note)"/>
    <xsl:variable name="words" as="xs:string*" select="lpi:note-words($note)"/>
    <xsl:variable name="place" as="xs:string*" select="lpi:place-words($note)"/>
    <xsl:variable name="resp" as="xs:string*"
      select="tokenize($note/@resp) ! replace(., '^#', '')"/>
    <xsl:sequence select="
      if ($note/@lp:entry or $words = $lp:textual-notes) then 'textual'
      else if ($words = $lpi:folio) then 'folio'
      else if ($words = $lp:authorial-notes or $note/@hand[normalize-space()]
        or key('lpi:hand', $resp, root($note))
        or root($note)/TEI/teiHeader/xenoData/lp:letter/(lp:sender | lp:addressee)/@id = $resp
        or empty($resp) and $place = $lp:authorial-notes) then 'authorial'
      else if (($words, $place) = $lp:inline-notes) then 'inline'
      else if ($place = $lp:textual-notes) then 'textual'
      else 'commentary'"/>
  </xsl:function>

  <!-- The mark that the source gives a note in @n, without white space. -->
  <xsl:function name="lpi:own-mark" as="xs:string?">
    <xsl:param name="note" as="element(note)"/>
    <xsl:sequence select="$note/@n ! replace(., '\s+', '')[. ne '']"/>
  </xsl:function>

  <!-- From the identity of a note to its mark: "1", "2" ... or "a", "b" ... A note of the document
       has only the mark that its writer gave it, and none when it stands where it was written. A
       note that nothing calls is not counted. -->
  <xsl:function name="lp:marks" as="map(xs:string, xs:string)">
    <xsl:param name="letter" as="document-node()"/>
    <xsl:map>
      <xsl:for-each-group select="lp:called-notes($letter)" group-by="lp:series(.)">
        <xsl:variable name="series" as="xs:string" select="current-grouping-key()"/>
        <xsl:for-each select="current-group()[@lp:uncalled]">
          <xsl:map-entry key="generate-id()" select="(lpi:own-mark(.), '–')[1]"/>
        </xsl:for-each>
        <xsl:choose>
          <xsl:when test="$series = 'authorial'">
            <xsl:for-each select="current-group()[not(@lp:uncalled)][lpi:own-mark(.)]">
              <xsl:map-entry key="generate-id()" select="lpi:own-mark(.)"/>
            </xsl:for-each>
          </xsl:when>
          <xsl:when test="$series = ('commentary', 'textual')">
            <xsl:variable name="picture" as="xs:string"
              select="if ($series = 'textual') then 'a' else '1'"/>
            <xsl:for-each select="current-group()[not(@lp:uncalled)]">
              <xsl:map-entry key="generate-id()" select="(
                lpi:own-mark(.)[$lp:note-marks = 'source'],
                format-integer(position(), $picture))[1]"/>
            </xsl:for-each>
          </xsl:when>
        </xsl:choose>
      </xsl:for-each-group>
    </xsl:map>
  </xsl:function>

  <xsl:template match="note" mode="lp:number-notes">
    <xsl:param name="lp:marks" as="map(xs:string, xs:string)" tunnel="yes"/>
    <xsl:variable name="mark" as="xs:string?" select="$lp:marks(generate-id())"/>
    <xsl:copy>
      <xsl:copy-of select="@* except (@lp:origin, @lp:container-type)"/>
      <xsl:if test="ancestor::text and not(lp:is-register-note(.))">
        <xsl:attribute name="lp:series" select="lp:series(.)"/>
        <xsl:if test="exists($mark)">
          <xsl:attribute name="lp:mark" select="$mark"/>
        </xsl:if>
      </xsl:if>
      <xsl:apply-templates mode="lp:number-notes"/>
    </xsl:copy>
    <xsl:if test="exists($mark) and lpi:is-in-line(.)
      and matches(preceding-sibling::node()[1]/self::text(), '\s$')
      and not(matches(following-sibling::node()[1]/self::text(), '^[\s\p{Po}\p{Pe}\p{Pf}]'))
      and empty(following-sibling::node()[1]/self::note)">
      <xsl:text> </xsl:text>
    </xsl:if>
  </xsl:template>

  <!-- The mark cleaves to the word before it: white space between them goes behind the note, so that
       "word <note/>next" reads "word¹ next". -->
  <xsl:template match="text()[matches(., '\s$')][following-sibling::node()[1]/self::note]"
    mode="lp:number-notes">
    <xsl:param name="lp:marks" as="map(xs:string, xs:string)" tunnel="yes"/>
    <xsl:variable name="note" as="element(note)" select="following-sibling::node()[1]/self::note"/>
    <xsl:value-of select="if (exists($lp:marks(generate-id($note))) and lpi:is-in-line($note))
      then replace(., '\s+$', '') else string()"/>
  </xsl:template>

  <!-- Do words or elements in the line precede the note? Between blocks, white space means
       nothing. -->
  <xsl:function name="lpi:is-in-line" as="xs:boolean">
    <xsl:param name="note" as="element(note)"/>
    <xsl:sequence select="empty($note/@lp:uncalled)
      and exists($note/preceding-sibling::node()[self::text()[normalize-space()] or self::*][1]
        [self::text() or not(local-name() = $lpi:blocks) or self::note])"/>
  </xsl:function>

  <xsl:template match="app" mode="lp:number-notes">
    <xsl:copy>
      <xsl:copy-of select="@* except @lp:origin"/>
      <xsl:apply-templates mode="lp:number-notes"/>
    </xsl:copy>
  </xsl:template>
</xsl:stylesheet>
