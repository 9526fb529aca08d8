<?xml version="1.0" encoding="UTF-8"?>
<!-- From a letter's TEI to prepared TEI: everything that html, fo and text must agree on is decided
     here once. Each pass is a module of its own in prepare/, and each is TEI to TEI. -->
<xsl:stylesheet version="3.0" expand-text="yes"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:lp="urn:letterpress:prepared"
  xmlns:lpi="urn:letterpress:internal"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <xsl:import href="prepare/10-resolve.xsl"/>
  <xsl:import href="prepare/12-outside-notes.xsl"/>
  <xsl:import href="prepare/13-line-ends.xsl"/>
  <xsl:import href="prepare/15-transcription.xsl"/>
  <xsl:import href="prepare/16-mark-spans.xsl"/>
  <xsl:import href="prepare/17-apparatus.xsl"/>
  <xsl:import href="prepare/20-place-notes.xsl"/>
  <xsl:import href="prepare/30-number-notes.xsl"/>
  <xsl:import href="prepare/40-identify.xsl"/>
  <xsl:import href="prepare/50-facsimile.xsl"/>

  <!-- What the index of the edition knows of this letter: lp:facts with lp:letter and lp:links. -->
  <xsl:param name="lp:facts" as="document-node()"/>

  <!-- Which element of the file is the letter, counted in document order from 1: a TEI element, or
       a div of a volume whose divs are letters. -->
  <xsl:param name="lp:unit" as="xs:integer" select="1"/>

  <xsl:mode name="lp:prepare" on-no-match="fail"/>

  <xsl:template match="document-node()" mode="lp:prepare">
    <xsl:variable name="all" as="element()*" select="//*"/>
    <xsl:variable name="links" as="map(xs:string, element(lp:link))">
      <xsl:map>
        <xsl:for-each select="$lp:facts/lp:facts/lp:links/lp:link">
          <xsl:map-entry key="generate-id($all[xs:integer(current()/@n)])" select="."/>
        </xsl:for-each>
      </xsl:map>
    </xsl:variable>
    <!-- In the page of a volume: notes at its end that a letter calls stand with the letter. -->
    <xsl:variable name="elsewhere" as="element()*"
      select="$all[$links(generate-id())/@letter] ! lpi:outside-notes(., ., ())"/>
    <xsl:variable name="resolved" as="document-node()">
      <xsl:document>
        <xsl:apply-templates select="$all[$lp:unit]" mode="lp:unit">
          <xsl:with-param name="lp:elsewhere" as="map(xs:string, xs:boolean)" tunnel="yes"
            select="lp:identities($elsewhere)"/>
          <xsl:with-param name="lp:links" as="map(xs:string, element(lp:link))" tunnel="yes"
            select="$links"/>
        </xsl:apply-templates>
      </xsl:document>
    </xsl:variable>
    <xsl:variable name="unspaced" as="document-node()">
      <xsl:document>
        <xsl:apply-templates select="$resolved" mode="lp:line-ends"/>
      </xsl:document>
    </xsl:variable>
    <xsl:variable name="transcribed" as="document-node()">
      <xsl:document>
        <xsl:apply-templates select="$unspaced" mode="lp:transcription"/>
      </xsl:document>
    </xsl:variable>
    <xsl:variable name="marked" as="document-node()">
      <xsl:document>
        <xsl:apply-templates select="$transcribed" mode="lp:mark-spans"/>
      </xsl:document>
    </xsl:variable>
    <xsl:variable name="collated" as="document-node()">
      <xsl:document>
        <xsl:apply-templates select="$marked" mode="lp:apparatus"/>
      </xsl:document>
    </xsl:variable>
    <xsl:variable name="placed" as="document-node()">
      <xsl:document>
        <xsl:apply-templates select="$collated" mode="lp:place-notes"/>
      </xsl:document>
    </xsl:variable>
    <xsl:call-template name="lp:report-uncalled">
      <xsl:with-param name="notes" select="$placed//note[@lp:uncalled]"/>
      <xsl:with-param name="source" select="$all"/>
    </xsl:call-template>
    <xsl:variable name="numbered" as="document-node()">
      <xsl:document>
        <xsl:apply-templates select="$placed" mode="lp:number-notes">
          <xsl:with-param name="lp:marks" as="map(xs:string, xs:string)" tunnel="yes"
            select="lp:marks($placed)"/>
        </xsl:apply-templates>
      </xsl:document>
    </xsl:variable>
    <xsl:variable name="identified" as="document-node()">
      <xsl:document>
        <xsl:apply-templates select="$numbered" mode="lp:identify">
          <xsl:with-param name="lp:ids" as="map(xs:string, xs:string)" tunnel="yes"
            select="lp:ids($numbered)"/>
          <xsl:with-param name="lp:blank" as="map(xs:string, xs:boolean)" tunnel="yes"
            select="lp:blank-pages($numbered)"/>
        </xsl:apply-templates>
      </xsl:document>
    </xsl:variable>
    <xsl:choose>
      <xsl:when test="exists($lp:facts/lp:facts/lp:images)">
        <xsl:apply-templates select="$identified" mode="lp:facsimile">
          <xsl:with-param name="lpi:sheets" as="element(lp:sheet)*" tunnel="yes"
            select="lpi:sheets($all[$lp:unit], $identified)"/>
          <xsl:with-param name="lpi:source" as="document-node()" tunnel="yes" select="."/>
        </xsl:apply-templates>
      </xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="$identified"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- What the index knows goes through all passes as it is: it is often more than the letter. -->
  <xsl:template match="xenoData[lp:letter]" priority="10" mode="lp:line-ends lp:transcription
    lp:mark-spans lp:apparatus lp:place-notes lp:number-notes lp:identify">
    <xsl:copy-of select="."/>
  </xsl:template>

  <!-- Says which notes nothing calls. The message holds <lp:uncalled n="17" target="#a9"/>: which
       element of the file the note is, counted from 1, and what it wanted to stand at. -->
  <xsl:template name="lp:report-uncalled">
    <xsl:param name="notes" as="element(note)*"/>
    <xsl:param name="source" as="element()*"/>
    <xsl:if test="exists($notes)">
      <xsl:variable name="ordinals" as="map(xs:string, xs:integer)">
        <xsl:map>
          <xsl:for-each select="$source">
            <xsl:variable name="n" as="xs:integer" select="position()"/>
            <xsl:for-each select="self::note | self::app">
              <xsl:map-entry key="generate-id()" select="$n"/>
            </xsl:for-each>
          </xsl:for-each>
        </xsl:map>
      </xsl:variable>
      <xsl:for-each select="$notes">
        <xsl:message>
          <lp:uncalled n="{$ordinals(string(@lp:origin))}"
            target="{string-join((@target, @targetEnd, @corresp), ' ')}"/>
        </xsl:message>
      </xsl:for-each>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
