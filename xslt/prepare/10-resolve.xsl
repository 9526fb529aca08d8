<?xml version="1.0" encoding="UTF-8"?>
<!-- First pass: the letter is taken out of its file, pointers get the address they lead to, and the
     facts of the letter join its header. Comments and processing instructions end here. -->
<xsl:stylesheet version="3.0" expand-text="yes"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:lp="urn:letterpress:prepared"
  xmlns:lpi="urn:letterpress:internal"
  xmlns="http://www.tei-c.org/ns/1.0"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <xsl:mode name="lp:unit" on-no-match="fail"/>
  <xsl:mode name="lp:resolve" on-no-match="shallow-copy"/>

  <!-- From the parts of a sourceDoc to those of a text. -->
  <xsl:mode name="lp:source-doc" on-no-match="shallow-copy"/>

  <xsl:template match="TEI" mode="lp:unit">
    <xsl:apply-templates select="." mode="lp:resolve"/>
  </xsl:template>

  <!-- A file without a header is not valid, and a letter all the same: what the edition knows of it
       needs a place. -->
  <xsl:template match="TEI[not(teiHeader)]" mode="lp:resolve">
    <xsl:copy>
      <xsl:copy-of select="@*"/>
      <teiHeader>
        <xenoData>
          <xsl:copy-of select="$lp:facts/lp:facts/lp:letter" copy-namespaces="no"/>
        </xenoData>
      </teiHeader>
      <xsl:apply-templates mode="lp:resolve"/>
    </xsl:copy>
  </xsl:template>

  <!-- A text of a group becomes a document of its own, with the header around it. -->
  <xsl:template match="text" mode="lp:unit">
    <xsl:variable name="volume" as="element(TEI)?" select="ancestor::TEI[1]"/>
    <TEI>
      <xsl:copy-of select="$volume/@* except $volume/@xml:id"/>
      <xsl:copy-of select="@xml:id"/>
      <xsl:apply-templates select="$volume/teiHeader" mode="lp:resolve"/>
      <text>
        <xsl:copy-of select="(@xml:lang, ancestor::text/@xml:lang)[1]"/>
        <xsl:copy-of select="@* except (@xml:id, @xml:lang)"/>
        <xsl:apply-templates mode="lp:resolve"/>
        <xsl:call-template name="lp:outside-notes"/>
      </text>
    </TEI>
  </xsl:template>

  <!-- So does a div of a volume. Where the letter has further versions in other divs of the
       volume, they follow it. -->
  <xsl:template match="*" mode="lp:unit" priority="-1">
    <xsl:variable name="unit" as="element()" select="."/>
    <xsl:variable name="volume" as="element(TEI)?" select="ancestor::TEI[1]"/>
    <xsl:variable name="versions" as="xs:integer*"
      select="$lp:facts/lp:facts/lp:letter/lp:version/@n ! xs:integer(.)"/>
    <xsl:variable name="further" as="element()*" select="if (empty($versions)) then ()
      else (root()//*)[position() = $versions][not(ancestor-or-self::* intersect $unit)]"/>
    <TEI>
      <xsl:copy-of select="$volume/@* except $volume/@xml:id"/>
      <xsl:copy-of select="@xml:id"/>
      <xsl:apply-templates select="$volume/teiHeader" mode="lp:resolve"/>
      <text>
        <xsl:copy-of select="ancestor::text[@xml:lang][1]/@xml:lang"/>
        <body>
          <xsl:for-each select="$unit, $further[not(ancestor::* intersect $further)]">
            <xsl:copy>
              <xsl:copy-of select="@* except @xml:id[$unit is current()]"/>
              <xsl:call-template name="lp:linked"/>
              <xsl:apply-templates mode="lp:resolve"/>
            </xsl:copy>
          </xsl:for-each>
        </body>
        <xsl:call-template name="lp:outside-notes"/>
      </text>
    </TEI>
  </xsl:template>

  <!-- A transcription that stands in a sourceDoc only (TEI Guidelines 12.2.2) is read as a text:
       each surface begins a page, each zone a block, each line a line. -->
  <xsl:template match="TEI[not(text)]/sourceDoc" mode="lp:resolve">
    <text>
      <body>
        <div type="transcription">
          <xsl:copy-of select="@xml:id, @xml:lang"/>
          <xsl:apply-templates mode="lp:source-doc"/>
        </div>
      </body>
    </text>
  </xsl:template>

  <xsl:template match="surfaceGrp" mode="lp:source-doc">
    <xsl:apply-templates mode="lp:source-doc"/>
  </xsl:template>

  <!-- An image of the page stands with the page's beginning, as facs does. -->
  <xsl:template match="surface" mode="lp:source-doc">
    <xsl:call-template name="lp:source-parts">
      <xsl:with-param name="opening" as="element(pb)">
        <pb>
          <xsl:copy-of select="@xml:id, @n, (@facs, graphic/@url ! lpi:facs(.))[1]"/>
        </pb>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="zone" mode="lp:source-doc">
    <xsl:call-template name="lp:source-parts">
      <xsl:with-param name="opening"
        select="@xml:id, @n, @xml:lang, @rend, @rendition, @style, @type, lpi:placed(.)"/>
    </xsl:call-template>
  </xsl:template>

  <!-- What a surface or zone holds, in its order: lines in a row are a block, and so is each zone. The
       first block opens with the page's beginning, or has the zone's attributes. -->
  <xsl:template name="lp:source-parts">
    <xsl:param name="opening" as="node()*"/>
    <xsl:variable name="leading" as="node()?"
      select="(node() except graphic)[self::* or normalize-space()][1]"/>
    <xsl:if test="exists($opening) and empty($leading[not(self::zone or self::surface)])">
      <ab>
        <xsl:copy-of select="$opening"/>
      </ab>
    </xsl:if>
    <xsl:for-each-group select="node() except graphic"
      group-adjacent="exists((self::zone, self::surface))">
      <xsl:choose>
        <xsl:when test="current-grouping-key()">
          <xsl:apply-templates select="current-group()" mode="lp:source-doc"/>
        </xsl:when>
        <xsl:when test="current-group()[self::* or normalize-space()]">
          <ab>
            <xsl:if test="current-group()[. is $leading]">
              <xsl:copy-of select="$opening"/>
            </xsl:if>
            <xsl:apply-templates select="current-group()" mode="lp:source-doc"/>
          </ab>
        </xsl:when>
      </xsl:choose>
    </xsl:for-each-group>
  </xsl:template>

  <xsl:template match="line" mode="lp:source-doc">
    <lb>
      <xsl:copy-of select="@n, @xml:id, lpi:placed(.)"/>
    </lb>
    <xsl:apply-templates mode="lp:source-doc"/>
  </xsl:template>

  <xsl:template match="*" mode="lp:source-doc" priority="-1">
    <xsl:apply-templates select="." mode="lp:resolve"/>
  </xsl:template>

  <!-- Which zone of the facsimile it is, when it has a place there. -->
  <xsl:function name="lpi:placed" as="attribute()?">
    <xsl:param name="zone" as="element()"/>
    <xsl:if test="$zone/(@points, @ulx)">
      <xsl:attribute name="lp:zone" select="lpi:zone-id($zone)"/>
    </xsl:if>
  </xsl:function>

  <xsl:function name="lpi:facs" as="attribute(facs)">
    <xsl:param name="url" as="xs:string"/>
    <xsl:attribute name="facs" select="$url"/>
  </xsl:function>

  <xsl:template match="*" mode="lp:resolve">
    <xsl:param name="lp:links" as="map(xs:string, element(lp:link))" tunnel="yes"/>
    <xsl:param name="lp:elsewhere" as="map(xs:string, xs:boolean)" tunnel="yes" select="map {}"/>
    <xsl:choose>
      <xsl:when test="exists($lp:elsewhere(generate-id()))"/>
      <!-- In the page of a volume the place of a letter is a link to it. -->
      <xsl:when test="$lp:links(generate-id())/@letter">
        <xsl:for-each select="$lp:links(generate-id())[@letter-title]">
          <ab type="letter">
            <seg lp:generated="true">
              <ref lp:link="internal" lp:href="{@letter}">{@letter-title}</ref>
            </seg>
          </ab>
        </xsl:for-each>
      </xsl:when>
      <xsl:otherwise>
        <xsl:next-match/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="*" mode="lp:resolve" priority="-1">
    <xsl:copy>
      <xsl:copy-of select="@*"/>
      <!-- Until the notes are placed: which element of the source this is (for messages). -->
      <xsl:if test="self::note or self::app">
        <xsl:attribute name="lp:origin" select="generate-id()"/>
      </xsl:if>
      <!-- What its place says of a note, before it moves. -->
      <xsl:for-each select="self::note[not(@type)] ! lp:container-type(.)">
        <xsl:attribute name="lp:container-type" select="."/>
      </xsl:for-each>
      <xsl:if test="self::head[lp:heads-moved-notes(.)]">
        <xsl:attribute name="lp:of-notes" select="'true'"/>
      </xsl:if>
      <xsl:call-template name="lp:linked"/>
      <xsl:apply-templates mode="lp:resolve"/>
    </xsl:copy>
  </xsl:template>

  <!-- What the facts say of an element, as attributes. -->
  <xsl:template name="lp:linked">
    <xsl:param name="lp:links" as="map(xs:string, element(lp:link))" tunnel="yes"/>
    <xsl:for-each select="$lp:links(generate-id())/(@* except @n)">
      <xsl:attribute name="lp:{local-name()}" select="."/>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="TEI/teiHeader" mode="lp:resolve">
    <xsl:copy>
      <xsl:copy-of select="@*"/>
      <xsl:apply-templates select="node() except revisionDesc" mode="lp:resolve"/>
      <xenoData>
        <xsl:copy-of select="$lp:facts/lp:facts/lp:letter" copy-namespaces="no"/>
      </xenoData>
      <xsl:apply-templates select="revisionDesc" mode="lp:resolve"/>
    </xsl:copy>
  </xsl:template>

  <xsl:template match="comment() | processing-instruction()" mode="lp:resolve lp:source-doc"/>

</xsl:stylesheet>
