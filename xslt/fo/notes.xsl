<?xml version="1.0" encoding="UTF-8"?>
<!-- Notes: at the foot of the page, called by a raised mark (TEI Guidelines 3.9). -->
<xsl:stylesheet version="3.0" expand-text="yes"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:fo="http://www.w3.org/1999/XSL/Format"
  xmlns:fox="http://xmlgraphics.apache.org/fop/extensions"
  xmlns:lp="urn:letterpress:prepared"
  xmlns:lpi="urn:letterpress:internal"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <!-- Notes are counted in each letter ("letter") or on each page ("page"). -->
  <xsl:param name="lp:note-numbering" as="xs:string" select="'letter'"/>

  <!-- The order of the series at the foot of the page; white parts them. -->
  <xsl:param name="lp:series-order" as="xs:string*"
    select="'authorial', 'textual', 'commentary'"/>

  <!-- The mark of a note in print. -->
  <xsl:function name="lp:note-mark" as="xs:string">
    <xsl:param name="note" as="element(note)"/>
    <xsl:sequence select="(
      $note[$lp:note-numbering = 'page'][@lp:series = ('commentary', 'textual')]
        ! $lpi:marks-by-page(lpi:note-key(.)),
      string($note/@lp:mark))[1]"/>
  </xsl:function>

  <xsl:function name="lpi:note-key" as="xs:string">
    <xsl:param name="note" as="element(note)"/>
    <xsl:sequence select="lp:letter-id($note/ancestor::TEI[1]) || '-' || $note/@lp:id"/>
  </xsl:function>

  <!-- From the id of a note to its mark when each page counts for itself; of a note whose page is not
       known yet, nothing. Marks that the source gives stay. -->
  <xsl:variable name="lpi:marks-by-page" as="map(xs:string, xs:string)">
    <xsl:map>
      <xsl:if test="$lp:note-numbering = 'page'">
        <xsl:for-each-group select="//text//note[@lp:mark][@lp:series = ('commentary', 'textual')]
          [not(ancestor::note)][not(lp:is-keyed-to-line(.))]"
          group-by="lp:first-page(lpi:note-key(.) || '-call') ! (. || ' ' || current()/@lp:series)">
          <xsl:variable name="picture" as="xs:string"
            select="if (@lp:series = 'textual') then 'a' else '1'"/>
          <xsl:for-each select="current-group()">
            <xsl:map-entry key="lpi:note-key(.)" select="format-integer(position(), $picture)"/>
          </xsl:for-each>
        </xsl:for-each-group>
      </xsl:if>
    </xsl:map>
  </xsl:variable>

  <!-- FOP prints no footnote from within another one, nor in some other places: there the note
       stands in brackets where it is called. -->
  <xsl:template match="note[@lp:mark]" mode="lp:fo">
    <xsl:param name="prefix" as="xs:string" tunnel="yes"/>
    <xsl:param name="ui" as="xs:string" tunnel="yes"/>
    <xsl:variable name="keyed" as="xs:boolean" select="lp:is-keyed-to-line(.)"/>
    <fo:footnote>
      <xsl:choose>
        <xsl:when test="$keyed">
          <!-- FOP forgets a footnote that nothing calls; a place in an inline is something. -->
          <fo:inline>
            <fo:wrapper id="{$prefix}{@lp:id}-call"/>
          </fo:inline>
        </xsl:when>
        <xsl:otherwise>
          <fo:inline xsl:use-attribute-sets="lp:note-mark" id="{$prefix}{@lp:id}-call">
            <fo:basic-link internal-destination="{$prefix}{@lp:id}"
              fox:alt-text="{lp:label('note', $ui)} {lp:note-mark(.)}">
              <xsl:text>{lp:sign(lp:note-mark(.))}</xsl:text>
            </fo:basic-link>
          </fo:inline>
        </xsl:otherwise>
      </xsl:choose>
      <fo:footnote-body>
        <xsl:variable name="first" as="element()?"
          select="node()[self::* or normalize-space()][1][self::p or self::ab]"/>
        <fo:block xsl:use-attribute-sets="lp:note" id="{$prefix}{@lp:id}"
          lp:rank="{(index-of($lp:series-order, string(@lp:series)), 9)[1]}">
          <xsl:attribute name="xml:lang"
            select="(lp:fo-language(ancestor-or-self::*[@xml:lang][1]/@xml:lang), $ui)[1]"/>
          <xsl:sequence select="lp:turned(.), lp:line-attributes(.)"/>
          <xsl:choose>
            <xsl:when test="$keyed">
              <xsl:call-template name="lp:line-of-note"/>
            </xsl:when>
            <xsl:otherwise>
              <xsl:call-template name="lp:mark-of-note">
                <xsl:with-param name="called" select="true()"/>
              </xsl:call-template>
              <xsl:text>&#xA0;</xsl:text>
            </xsl:otherwise>
          </xsl:choose>
          <xsl:choose>
            <xsl:when test="$first">
              <xsl:for-each select="$first">
                <xsl:call-template name="lp:place"/>
                <xsl:apply-templates mode="lp:fo"/>
              </xsl:for-each>
              <xsl:apply-templates select="node()[. >> $first]" mode="lp:fo"/>
            </xsl:when>
            <xsl:otherwise>
              <xsl:apply-templates mode="lp:fo"/>
            </xsl:otherwise>
          </xsl:choose>
        </fo:block>
      </fo:footnote-body>
    </fo:footnote>
  </xsl:template>

  <!-- Entries of the apparatus that share a page run on in one paragraph, which the first of them
       brings with its call. -->
  <xsl:template match="note[@lp:mark][lp:runs-on(.)]" mode="lp:fo" priority="1">
    <xsl:param name="prefix" as="xs:string" tunnel="yes"/>
    <xsl:param name="ui" as="xs:string" tunnel="yes"/>
    <xsl:variable name="place" as="element(fo:inline)">
      <!-- FOP forgets a footnote that nothing calls; a place in an inline is something. -->
      <fo:inline>
        <fo:wrapper id="{$prefix}{@lp:id}-call"/>
      </fo:inline>
    </xsl:variable>
    <!-- One that the layout before has lost stands by itself. -->
    <xsl:variable name="entries" as="element(note)*"
      select="if (exists($lp:folios) and empty(lp:first-page(lpi:note-key(.) || '-call'))) then .
        else $lpi:apparatus(lpi:note-key(.))"/>
    <xsl:choose>
      <xsl:when test="empty($entries)">
        <xsl:sequence select="$place"/>
      </xsl:when>
      <xsl:otherwise>
        <fo:footnote>
          <xsl:sequence select="$place"/>
          <fo:footnote-body lp:notes="many">
            <fo:block xsl:use-attribute-sets="lp:note" id="{$prefix}{@lp:id}-entries" space-after="0pt"
              lp:rank="{(index-of($lp:series-order, 'textual'), 9)[1]}">
              <xsl:attribute name="xml:lang"
                select="(lp:fo-language(ancestor-or-self::*[@xml:lang][1]/@xml:lang), $ui)[1]"/>
              <xsl:choose>
                <xsl:when test="empty($lp:folios)">
                  <xsl:attribute name="font-size" select="'1pt'"/>
                  <xsl:attribute name="line-height" select="lp:room-of-entries($entries)"/>
                  <xsl:for-each select="$entries">
                    <fo:wrapper id="{$prefix}{@lp:id}"/>
                  </xsl:for-each>
                  <xsl:text>&#xA0;</xsl:text>
                </xsl:when>
                <xsl:otherwise>
                  <!-- A row of a table may be higher than asked for, and nothing else may in FOP. -->
                  <fo:table role="Div" table-layout="fixed" width="100%">
                    <fo:table-body role="NonStruct">
                      <fo:table-row role="NonStruct" keep-together.within-page="always"
                        block-progression-dimension.minimum="{lp:room-of-entries($entries)}">
                        <fo:table-cell role="NonStruct" display-align="after">
                          <fo:block>
                            <xsl:sequence select="$entries ! lp:line-attributes(.)"/>
                            <xsl:for-each select="$entries">
                              <xsl:if test="position() gt 1">
                                <fo:inline xsl:use-attribute-sets="lp:between-entries">
                                  <xsl:text> </xsl:text>
                                </fo:inline>
                              </xsl:if>
                              <xsl:call-template name="lp:entry-of-apparatus"/>
                            </xsl:for-each>
                          </fo:block>
                        </fo:table-cell>
                      </fo:table-row>
                    </fo:table-body>
                  </fo:table>
                </xsl:otherwise>
              </xsl:choose>
            </fo:block>
          </fo:footnote-body>
        </fo:footnote>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- "12 received] had D", in the paragraph of its page. -->
  <xsl:template name="lp:entry-of-apparatus">
    <xsl:param name="prefix" as="xs:string" tunnel="yes"/>
    <xsl:param name="ui" as="xs:string" tunnel="yes"/>
    <fo:inline id="{$prefix}{@lp:id}" lp:note="true">
      <xsl:attribute name="xml:lang"
        select="(lp:fo-language(ancestor-or-self::*[@xml:lang][1]/@xml:lang), $ui)[1]"/>
      <xsl:sequence select="lp:turned(.)"/>
      <xsl:call-template name="lp:line-of-note"/>
      <xsl:call-template name="lp:run-on"/>
    </fo:inline>
  </xsl:template>

  <!-- "12 received] ", before a note that names its line. -->
  <xsl:template name="lp:line-of-note">
    <xsl:param name="prefix" as="xs:string" tunnel="yes"/>
    <xsl:param name="ui" as="xs:string" tunnel="yes"/>
    <xsl:variable name="key" as="xs:string" select="lp:line-key(., $prefix, $ui)"/>
    <xsl:variable name="lemma" as="xs:string?" select="lp:lemma-before(.)"/>
    <fo:inline xsl:use-attribute-sets="lp:line-key">
      <xsl:sequence select="lp:writing-mode('ltr', lp:direction(.))"/>
      <fo:basic-link internal-destination="{$prefix}{@lp:id}-call"
        fox:alt-text="{lp:label('line', $ui, $key)}">{lp:sign($key)}</fo:basic-link>
    </fo:inline>
    <xsl:text>&#xA0;</xsl:text>
    <xsl:if test="exists($lemma)">{lp:sign($lemma || '] ')}</xsl:if>
  </xsl:template>

  <!-- The mark before a note: no part of a number with which the note may begin. It leads back to
       where it is called. -->
  <xsl:template name="lp:mark-of-note">
    <xsl:param name="called" as="xs:boolean" select="false()"/>
    <xsl:param name="prefix" as="xs:string" tunnel="yes"/>
    <xsl:param name="ui" as="xs:string" tunnel="yes"/>
    <fo:inline xsl:use-attribute-sets="lp:note-mark">
      <xsl:sequence select="lp:writing-mode('ltr', lp:direction(.))"/>
      <xsl:choose>
        <xsl:when test="$called">
          <fo:basic-link internal-destination="{$prefix}{@lp:id}-call"
            fox:alt-text="{lp:label('back-to-text', $ui, lp:note-mark(.))}">
            <xsl:text>{lp:sign(lp:note-mark(.))}</xsl:text>
          </fo:basic-link>
        </xsl:when>
        <xsl:otherwise>{lp:sign(lp:note-mark(.))}</xsl:otherwise>
      </xsl:choose>
    </fo:inline>
  </xsl:template>

  <!-- A note on a note. -->
  <xsl:template match="note//note[@lp:mark]" mode="lp:fo" priority="2">
    <xsl:apply-templates select="." mode="lp:fo-inner-note"/>
  </xsl:template>

  <!-- A note that nothing calls is printed below the letter. -->
  <xsl:template match="note[@lp:uncalled]" mode="lp:fo" priority="3">
    <fo:block xsl:use-attribute-sets="lp:note">
      <xsl:sequence select="lp:turned(.), lp:line-attributes(.)"/>
      <xsl:call-template name="lp:place"/>
      <xsl:call-template name="lp:mark-of-note"/>
      <xsl:text>&#xA0;</xsl:text>
      <xsl:apply-templates mode="lp:fo"/>
    </fo:block>
  </xsl:template>

  <!-- The number of a sheet, where the view shows it, stands in the line. -->
  <xsl:template match="note[@lp:series = 'folio']" mode="lp:fo" priority="1">
    <xsl:call-template name="lp:inline"/>
    <xsl:text> </xsl:text>
  </xsl:template>

  <!-- Notes without a mark: remarks within descriptions and register entries. -->
  <xsl:template match="note" mode="lp:fo">
    <xsl:apply-templates select="." mode="lp:fo-inner-note"/>
  </xsl:template>

  <xsl:template match="noteGrp" mode="lp:fo">
    <xsl:apply-templates mode="lp:fo"/>
  </xsl:template>

  <!-- " [3 the words of the note]", with its number when it has one, so that none is missed in the
       series; its paragraphs run on. -->
  <xsl:template match="note" mode="lp:fo-inner-note">
    <xsl:value-of select="lp:sign(' [')"/>
    <xsl:call-template name="lp:place"/>
    <!-- Numbers that are made for each page leave such notes out. -->
    <xsl:if test="@lp:mark and ($lp:note-numbering = 'letter' or @lp:series = 'authorial')">
      <xsl:call-template name="lp:mark-of-note"/>
      <xsl:text>&#xA0;</xsl:text>
    </xsl:if>
    <xsl:call-template name="lp:run-on"/>
    <xsl:value-of select="lp:sign(']')"/>
  </xsl:template>

  <!-- The words of a note within a line: its paragraphs run on. -->
  <xsl:template name="lp:run-on">
    <xsl:for-each select="node()">
      <xsl:choose>
        <xsl:when test="self::p or self::ab">
          <xsl:call-template name="lp:place"/>
          <xsl:apply-templates mode="lp:fo"/>
          <xsl:if test="following-sibling::*">
            <xsl:text> </xsl:text>
          </xsl:if>
        </xsl:when>
        <xsl:otherwise>
          <xsl:apply-templates select="." mode="lp:fo"/>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:for-each>
  </xsl:template>
</xsl:stylesheet>
