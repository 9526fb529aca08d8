<?xml version="1.0" encoding="UTF-8"?>
<!-- The critical apparatus (TEI Guidelines 13). The text shows the lemma, else the first reading
     that has words; the other readings become a textual note behind it:
       <app><lem>had</lem><rdg wit="#B">have</rdg></app>
     gives <app><lem>had</lem></app> and a note "had ] have B". An app that stands apart and names
     its place by from and to becomes a note with that target. -->
<xsl:stylesheet version="3.0" expand-text="yes"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:lp="urn:letterpress:prepared"
  xmlns:lpi="urn:letterpress:internal"
  xmlns="http://www.tei-c.org/ns/1.0"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <xsl:mode name="lp:apparatus" on-no-match="shallow-copy"/>

  <xsl:template match="document-node()[empty(.//app)]" mode="lp:apparatus">
    <xsl:copy-of select="node()"/>
  </xsl:template>

  <!-- An element to its words in the lemma of an entry. -->
  <xsl:mode name="lp:lemma" on-no-match="text-only-copy"/>

  <!-- The reading that the text shows. -->
  <xsl:function name="lp:shown-reading" as="element()?">
    <xsl:param name="app" as="element(app)"/>
    <xsl:variable name="readings" as="element()*" select="lpi:readings($app)"/>
    <xsl:sequence select="($readings[self::lem], $readings[lpi:has-words(.)],
      $readings[normalize-space() or *], $readings)[1]"/>
  </xsl:function>

  <!-- Has a reading words outside of notes? -->
  <xsl:function name="lpi:has-words" as="xs:boolean">
    <xsl:param name="reading" as="element()"/>
    <xsl:sequence select="exists($reading//text()[normalize-space()]
      [empty(ancestor::note except $reading/ancestor::note)])"/>
  </xsl:function>

  <!-- Lemma and readings of an app, those in groups too, not those of an app inside. -->
  <xsl:function name="lpi:readings" as="element()*">
    <xsl:param name="app" as="element(app)"/>
    <xsl:sequence select="$app/(lem | rdg | rdgGrp/descendant::*[self::lem or self::rdg]
      [ancestor::app[1] is $app])"/>
  </xsl:function>

  <!-- "To be or not to be, that is the question" gives "To … question": more than six words are
       shortened to the first and the last. -->
  <xsl:function name="lpi:short-lemma" as="xs:string">
    <xsl:param name="reading" as="element()"/>
    <xsl:variable name="words" as="xs:string*" select="tokenize(lp:lemma-words($reading))"/>
    <xsl:sequence select="if (count($words) gt 6) then $words[1] || ' … ' || $words[last()]
      else string-join($words, ' ')"/>
  </xsl:function>

  <xsl:function name="lp:lemma-words" as="xs:string">
    <xsl:param name="reading" as="element()"/>
    <xsl:variable name="words" as="item()*">
      <xsl:apply-templates select="$reading" mode="lp:lemma"/>
    </xsl:variable>
    <xsl:sequence select="normalize-space(string-join($words))"/>
  </xsl:function>

  <xsl:template match="note | fw | del[not(@lp:restored)] | pc[@lp:line-end]" mode="lp:lemma"/>

  <xsl:template match="lb | pb | cb | gb | space" mode="lp:lemma">
    <xsl:if test="not(@break = 'no' or @lp:unspaced)">
      <xsl:text> </xsl:text>
    </xsl:if>
  </xsl:template>

  <xsl:template match="p | ab | l | head | item | salute | signed | dateline" mode="lp:lemma">
    <xsl:text> </xsl:text>
    <xsl:apply-templates mode="lp:lemma"/>
    <xsl:text> </xsl:text>
  </xsl:template>

  <xsl:template match="choice" mode="lp:lemma">
    <xsl:apply-templates select="(corr, reg, expan, *)[1]" mode="lp:lemma"/>
  </xsl:template>

  <xsl:template match="app" mode="lp:lemma">
    <xsl:apply-templates select="lp:shown-reading(.)" mode="lp:lemma"/>
  </xsl:template>

  <!-- The sigla of a reading's witnesses: "#B #C" gives "B C", each as the listWit names it. -->
  <xsl:key name="lpi:witness" match="witness" use="@xml:id"/>

  <xsl:function name="lpi:sigla" as="xs:string">
    <xsl:param name="reading" as="element()"/>
    <xsl:variable name="sigla" as="xs:string*">
      <xsl:for-each select="tokenize(($reading/@wit, $reading/@source, $reading/@resp)
        [normalize-space()][1]) ! replace(., '^.*#', '')">
        <xsl:variable name="witness" as="element(witness)?"
          select="key('lpi:witness', ., root($reading))[1]"/>
        <xsl:sequence select="($witness/(@n, abbr[@type = 'siglum'], idno[@type = 'siglum'], abbr)
          [normalize-space()] ! normalize-space(), .)[1]"/>
      </xsl:for-each>
    </xsl:variable>
    <xsl:sequence select="string-join($sigla, ' ')"/>
  </xsl:function>

  <xsl:template match="app" mode="lp:apparatus">
    <xsl:param name="lpi:entries" as="map(xs:string, element(note))" tunnel="yes" select="map {}"/>
    <xsl:variable name="shown" as="element()?" select="lp:shown-reading(.)"/>
    <xsl:variable name="entry" as="element(note)?">
      <xsl:if test="exists((* except $shown)[not(descendant::* intersect $shown)])">
        <note type="apparatus" lp:entry="true">
          <xsl:copy-of select="@lp:origin"/>
          <xsl:if test="exists($shown)">
            <seg type="lemma" lp:generated="true">{lpi:short-lemma($shown)}</seg>
            <xsl:if test="$shown[self::rdg or @wit]">
              <xsl:sequence select="lpi:witnesses($shown)"/>
            </xsl:if>
            <seg lp:generated="true"> ] </seg>
          </xsl:if>
          <xsl:sequence select="lpi:entry-readings(., $shown)"/>
        </note>
      </xsl:if>
    </xsl:variable>
    <!-- Whole paragraphs take their note in at their end: nothing calls a note between blocks. -->
    <xsl:variable name="host" as="element()?"
      select="$shown/descendant::*[self::p or self::ab or self::l or self::head or self::item
        or self::salute or self::signed or self::dateline][empty(ancestor::note)][last()]"/>
    <!-- The mark cleaves to the word: white space at the end of the reading follows it. -->
    <xsl:variable name="end" as="text()?"
      select="if (exists($entry) and empty($host)) then $shown/descendant::text()[last()]
        [matches(., '\S\s+$')][empty(ancestor::note)] else ()"/>
    <xsl:copy>
      <xsl:copy-of select="@* except @lp:origin"/>
      <xsl:apply-templates select="*[. is $shown or descendant::* intersect $shown]"
        mode="lp:apparatus">
        <xsl:with-param name="lpi:end" as="text()?" tunnel="yes" select="$end"/>
        <xsl:with-param name="lpi:shown" as="element()?" tunnel="yes" select="$shown"/>
        <xsl:with-param name="lpi:entries" as="map(xs:string, element(note))" tunnel="yes" select="
          if (exists($host) and exists($entry)
            and empty($lpi:entries(generate-id($host))))
          then map:put($lpi:entries, generate-id($host), $entry) else $lpi:entries"
          xmlns:map="http://www.w3.org/2005/xpath-functions/map"/>
      </xsl:apply-templates>
    </xsl:copy>
    <xsl:if test="empty($host) or exists($lpi:entries(generate-id($host)))">
      <xsl:sequence select="$entry"/>
      <xsl:if test="exists($end)">
        <xsl:text> </xsl:text>
      </xsl:if>
    </xsl:if>
  </xsl:template>

  <xsl:template match="text()" mode="lp:apparatus">
    <xsl:param name="lpi:end" as="text()?" tunnel="yes"/>
    <xsl:value-of select="if (. is $lpi:end) then replace(., '\s+$', '') else string()"/>
  </xsl:template>

  <!-- Of a group of readings around the one that is shown only that one is left. -->
  <xsl:template match="rdgGrp" mode="lp:apparatus">
    <xsl:param name="lpi:shown" as="element()?" tunnel="yes"/>
    <xsl:copy>
      <xsl:copy-of select="@*"/>
      <xsl:apply-templates select="descendant-or-self::*[. is $lpi:shown]" mode="lp:apparatus"/>
    </xsl:copy>
  </xsl:template>

  <xsl:template match="p | ab | l | head | item | salute | signed | dateline" mode="lp:apparatus">
    <xsl:param name="lpi:entries" as="map(xs:string, element(note))" tunnel="yes" select="map {}"/>
    <xsl:copy>
      <xsl:copy-of select="@*"/>
      <xsl:apply-templates mode="lp:apparatus"/>
      <xsl:sequence select="$lpi:entries(generate-id())"/>
    </xsl:copy>
  </xsl:template>

  <!-- The readings of an entry, parted by semicolons, and what else the app says. -->
  <xsl:function name="lpi:entry-readings" as="node()*">
    <xsl:param name="app" as="element(app)"/>
    <xsl:param name="shown" as="element()?"/>
    <xsl:for-each select="lpi:readings($app) except $shown">
      <xsl:if test="position() gt 1">
        <seg lp:generated="true">; </seg>
      </xsl:if>
      <xsl:copy>
        <xsl:copy-of select="@*"/>
        <xsl:if test="not(normalize-space() or *)">
          <xsl:attribute name="lp:omitted" select="'true'"/>
        </xsl:if>
        <xsl:apply-templates mode="lp:apparatus"/>
      </xsl:copy>
      <xsl:sequence select="lpi:witnesses(.)"/>
    </xsl:for-each>
    <xsl:for-each select="$app/descendant::*[self::wit or self::witDetail or self::note]
      [ancestor::*[self::app or self::lem or self::rdg or self::note or self::witDetail][1]
        is $app]">
      <xsl:text> </xsl:text>
      <xsl:apply-templates select="." mode="lp:apparatus"/>
    </xsl:for-each>
  </xsl:function>

  <xsl:function name="lpi:witnesses" as="element(seg)?">
    <xsl:param name="reading" as="element()"/>
    <xsl:if test="lpi:sigla($reading) ne ''">
      <seg type="sigla" lp:generated="true">{' ' || lpi:sigla($reading)}</seg>
    </xsl:if>
  </xsl:function>

  <!-- An app that stands apart: location-referenced or attached by its two ends. Here the lemma is
       part of the entry, and its words are printed there. -->
  <xsl:template match="app[@from or @to or @loc][ancestor::standOff or ancestor::back
    or ancestor::listApp or ancestor::div[@type = 'apparatus']]" mode="lp:apparatus" priority="1">
    <note type="apparatus" lp:entry="true">
      <xsl:copy-of select="@xml:id, @lp:origin"/>
      <xsl:if test="@from">
        <xsl:attribute name="target" select="@from"/>
      </xsl:if>
      <xsl:if test="@to">
        <xsl:attribute name="targetEnd" select="@to"/>
      </xsl:if>
      <xsl:if test="@loc and not(@from or @to)">
        <seg lp:generated="true">{normalize-space(@loc)} </seg>
      </xsl:if>
      <xsl:for-each select="lem">
        <xsl:apply-templates select="." mode="lp:apparatus"/>
        <xsl:sequence select="lpi:witnesses(.)"/>
        <seg lp:generated="true"> ] </seg>
      </xsl:for-each>
      <xsl:sequence select="lpi:entry-readings(., lem[1])"/>
    </note>
  </xsl:template>
</xsl:stylesheet>
