<?xml version="1.0" encoding="UTF-8"?>
<!-- The words that letterpress itself puts on a page ("Notes", "Contents", "p. 12"). They stand in
     locale/*.xml, one file for each language, and html and fo read them through lp:label only.
     An edition changes a wording with its own file of labels: set lp:own-labels to its URI. -->
<xsl:stylesheet version="3.0" expand-text="yes"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:lp="urn:letterpress:prepared"
  xmlns:lpi="urn:letterpress:internal"
  xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <!-- A document of labels that wins over ours: an absolute URI, or nothing. -->
  <xsl:param name="lp:own-labels" as="xs:string" select="''"/>

  <!-- Languages that have a file of labels. -->
  <xsl:variable name="lpi:locales" as="xs:string*" static="yes" select="'en', 'de', 'fr', 'zh'"/>

  <!-- The edition's own files xslt/locale/*.xml, as letterpress puts them together; another
       processor has none. -->
  <xsl:variable name="lpi:own-locales" as="element(lp:locale)*" static="yes" select="
    if (doc-available('letterpress:/own/locales.xml'))
    then doc('letterpress:/own/locales.xml')/lp:locales/lp:locale else ()"/>

  <!-- From language to key to wording; the edition's wins, and "zh-Hant" has what "zh" has. Read
       once, when the stylesheet is compiled: a run for each letter would read these files as
       often. -->
  <xsl:variable name="lpi:labels" as="map(xs:string, map(xs:string, xs:string))" static="yes"
    select="map:merge(
      for $language in distinct-values(($lpi:locales, $lpi:own-locales/@lang/string()))
      return map:entry($language, map:merge(
        (for $part in (substring-before($language, '-')[. ne ''], $language) return
          ($lpi:locales[. = $part] ! doc('../locale/' || . || '.xml')/lp:locale/lp:label,
           $lpi:own-locales[@lang = $part]/lp:label)) ! map:entry(string(@key), string()),
        map { 'duplicates': 'use-last' })))"/>

  <!-- The same, and what a language lacks in English. -->
  <xsl:variable name="lpi:wordings" as="map(xs:string, map(xs:string, xs:string))" static="yes"
    select="map:merge(map:keys($lpi:labels) ! map:entry(., map:merge(
      ($lpi:labels('en'), $lpi:labels(.)), map { 'duplicates': 'use-last' })))"/>

  <xsl:variable name="lpi:own" as="map(xs:string, xs:string)"
    select="if ($lp:own-labels = '') then map {} else lpi:read-labels(doc($lp:own-labels))"/>

  <!-- From key to wording, for one file of labels. -->
  <xsl:function name="lpi:read-labels" as="map(xs:string, xs:string)">
    <xsl:param name="labels" as="document-node()"/>
    <xsl:map>
      <xsl:for-each-group select="$labels/lp:locale/lp:label" group-by="string(@key)">
        <xsl:map-entry key="current-grouping-key()" select="string(current-group()[last()])"/>
      </xsl:for-each-group>
    </xsl:map>
  </xsl:function>

  <!-- The language whose labels fit a language tag: "de-AT" gives "de", an unknown one "en". -->
  <xsl:function name="lp:locale" as="xs:string">
    <xsl:param name="lang" as="xs:string?"/>
    <xsl:sequence select="
      if (map:contains($lpi:labels, string($lang))) then string($lang)
      else (lower-case(replace(string($lang), '[-_].*$', ''))[map:contains($lpi:labels, .)], 'en')
        [1]"/>
  </xsl:function>

  <!-- lp:label('notes', 'de') gives "Anmerkungen"; a key that a language lacks is taken from
       English, and a key that nobody knows gives itself, so that the gap is seen. -->
  <xsl:function name="lp:label" as="xs:string">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:sequence select="($lpi:own($key), $lpi:wordings(lp:locale($lang))($key), $key)[1]"/>
  </xsl:function>

  <!-- The label in the language itself, or nothing: that of "zh-Hant", else that of "zh". -->
  <xsl:function name="lpi:label" as="xs:string?">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:sequence select="$lpi:labels(lp:locale($lang))($key)"/>
  </xsl:function>

  <!-- The same with arguments: lp:label('page', 'en', '12') gives "p. 12". -->
  <xsl:function name="lp:label" as="xs:string">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:param name="args" as="xs:string*"/>
    <xsl:variable name="label" as="xs:string" select="lp:label($key, $lang)"/>
    <xsl:variable name="before" as="xs:string" select="substring-before($label, '{1}')"/>
    <xsl:variable name="after" as="xs:string" select="substring-after($label, '{1}')"/>
    <xsl:choose>
      <!-- Most labels have one place; to look for it is cheaper than a pattern. -->
      <xsl:when test="count($args) = 1 and $label = $before || '{1}' || $after
        and not(contains($before || $after, '{'))">
        <xsl:sequence select="$before || $args || $after"/>
      </xsl:when>
      <xsl:otherwise>
        <!-- Placeholders are cut out first, so an argument that looks like one stays as it is. -->
        <xsl:variable name="parts" as="xs:string*">
          <xsl:analyze-string select="$label" regex="\{{(\d)\}}">
            <xsl:matching-substring>
              <xsl:sequence select="$args[position() = xs:integer(regex-group(1))]"/>
            </xsl:matching-substring>
            <xsl:non-matching-substring>
              <xsl:sequence select="."/>
            </xsl:non-matching-substring>
          </xsl:analyze-string>
        </xsl:variable>
        <xsl:sequence select="string-join($parts)"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- A label of ours around words of the source: lp:around('figure-missing', 'en', $words) gives
       "[Picture: ", the words, and "]", the first and last as signs (lp:sign). -->
  <xsl:function name="lp:around" as="item()*">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="ui" as="xs:string"/>
    <xsl:param name="words" as="item()*"/>
    <xsl:analyze-string select="lp:label($key, $ui)" regex="\{{1\}}">
      <xsl:matching-substring>
        <xsl:sequence select="$words"/>
      </xsl:matching-substring>
      <xsl:non-matching-substring>
        <xsl:sequence select="lp:sign(.)"/>
      </xsl:non-matching-substring>
    </xsl:analyze-string>
  </xsl:function>
</xsl:stylesheet>
