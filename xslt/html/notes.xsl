<?xml version="1.0" encoding="UTF-8"?>
<!-- Notes: the call in the text, the list at the end. The preparation has put each note where it is
     called and given it its mark; HTML only shows it. -->
<xsl:stylesheet version="3.0" expand-text="yes"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:lp="urn:letterpress:prepared"
  xmlns:lpi="urn:letterpress:internal"
  xmlns="http://www.w3.org/1999/xhtml"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <!-- The call: id="note-1-call", so that the list can lead back. -->
  <xsl:template match="note[@lp:mark]" mode="lp:html">
    <xsl:param name="ui" as="xs:string" tunnel="yes"/>
    <sup class="lp-note-call lp-series-{@lp:series}">
      <a id="{@lp:id}-call" href="#{@lp:id}" role="doc-noteref"
        aria-label="{lp:label('note-number', $ui, string(@lp:mark))}">{@lp:mark}</a>
    </sup>
  </xsl:template>

  <!-- A note that nothing calls stands in the list only. -->
  <xsl:template match="note[@lp:uncalled]" mode="lp:html" priority="1"/>

  <!-- A note without a mark was not meant for the list: it stays where it is. -->
  <xsl:template match="note" mode="lp:html">
    <xsl:element name="{if (lp:has-blocks(.) or lp:is-between-blocks(.)) then 'div' else 'span'}">
      <xsl:apply-templates select="." mode="lp:attributes">
        <xsl:with-param name="classes" select="'lp-note-inline', @lp:series ! ('lp-series-' || .),
          @place ! ('lp-place-' || lp:class-name(.))"/>
      </xsl:apply-templates>
      <!-- Within a line, brackets part it from the words around it. -->
      <xsl:variable name="bracketed" as="xs:boolean" select="exists(@lp:series[. ne 'folio'])
        and normalize-space() and not(lp:has-blocks(.) or lp:is-between-blocks(.))"/>
      <xsl:if test="$bracketed">
        <span class="lp-generated lp-sign">[</span>
      </xsl:if>
      <xsl:apply-templates mode="lp:html"/>
      <xsl:if test="$bracketed">
        <span class="lp-generated lp-sign">]</span>
      </xsl:if>
    </xsl:element>
  </xsl:template>

  <!-- The lists of notes, one for each series: notes of the document, commentary, textual. -->
  <xsl:template name="lp:note-lists">
    <xsl:param name="within" as="element()*"/>
    <xsl:param name="ui" as="xs:string" tunnel="yes"/>
    <xsl:for-each-group select="$within ! lp:notes(.)"
      group-by="string((@lp:series[. = ('textual', 'authorial')], 'commentary')[1])">
      <xsl:sort select="current-grouping-key()"/>
      <section class="lp-notes lp-notes-{current-grouping-key()}" role="doc-endnotes"
        aria-labelledby="lp-notes-{current-grouping-key()}">
        <h2 id="lp-notes-{current-grouping-key()}" class="lp-section-title">
          <xsl:text>{
            lp:label((('textual', 'authorial')[. = current-grouping-key()] ! (. || '-notes'),
              'notes')[1], $ui)
          }</xsl:text>
        </h2>
        <ol class="lp-note-list">
          <xsl:apply-templates select="current-group()" mode="lp:note-entry"/>
        </ol>
      </section>
    </xsl:for-each-group>
  </xsl:template>

  <!-- A note, with the notes that it calls itself beneath it. -->
  <xsl:template match="note" mode="lp:note-entry">
    <xsl:param name="ui" as="xs:string" tunnel="yes"/>
    <xsl:variable name="nested" as="element(note)*" select="lp:notes(.)"/>
    <!-- An entry of the apparatus is no note of the source; the style sheet and counts tell it by its
         class. -->
    <li id="{@lp:id}" class="lp-note{if (@lp:entry) then ' lp-note-apparatus' else ''}">
      <!-- The list stands outside the text, so each note says its language itself. -->
      <xsl:apply-templates select="ancestor-or-self::*[@xml:lang][1]/@xml:lang"
        mode="lp:attributes"/>
      <xsl:if test="lp:direction(.) = 'rtl' or lp:is-right-to-left($ui)
        or lp:is-right-to-left(ancestor-or-self::*[@xml:lang][1]/@xml:lang)">
        <xsl:attribute name="dir" select="lp:direction(.)"/>
      </xsl:if>
      <xsl:choose>
        <xsl:when test="@lp:uncalled">
          <span class="lp-note-mark">{@lp:mark}</span>
        </xsl:when>
        <xsl:otherwise>
          <a class="lp-note-mark" href="#{@lp:id}-call" role="doc-backlink"
            aria-label="{lp:label('back-to-text', $ui, string(@lp:mark))}">{@lp:mark}</a>
        </xsl:otherwise>
      </xsl:choose>
      <xsl:text> </xsl:text>
      <div class="lp-note-text">
        <xsl:if test="@lp:mention">
          <span id="{@lp:mention}"/>
        </xsl:if>
        <xsl:apply-templates mode="lp:html">
          <xsl:with-param name="anchors" select="false()" tunnel="yes"/>
        </xsl:apply-templates>
        <xsl:if test="exists($nested)">
          <ol class="lp-note-list lp-note-list-nested">
            <xsl:apply-templates select="$nested" mode="lp:note-entry"/>
          </ol>
        </xsl:if>
      </div>
      <xsl:call-template name="lp:own-anchor">
        <xsl:with-param name="label" select="'link-to-note'"/>
        <xsl:with-param name="arguments" select="string(@lp:mark)"/>
      </xsl:call-template>
    </li>
  </xsl:template>

  <xsl:template match="noteGrp" mode="lp:html">
    <xsl:apply-templates mode="lp:html"/>
  </xsl:template>
</xsl:stylesheet>
