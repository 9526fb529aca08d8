<?xml version="1.0" encoding="UTF-8"?>
<!-- Which way text runs: by its language and script, else by its letters. -->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:lp="urn:letterpress:prepared"
  xmlns:lpi="urn:letterpress:internal"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <!-- Letters that are written from right to left, for use in a character class: Hebrew, Arabic,
       Syriac and their neighbours, and the presentation forms. -->
  <xsl:variable name="lpi:right-to-left" as="xs:string" select="'&#x590;-&#x8FF;&#xFB1D;-&#xFDFF;'
    || '&#xFE70;-&#xFEFC;&#x10800;-&#x10FFF;&#x1E800;-&#x1EFFF;'"/>

  <!-- Is the language written from right to left? Decided by script, else by language:
       "he" and "az-Arab" yes, "ar-Latn" no. -->
  <xsl:function name="lp:is-right-to-left" as="xs:boolean">
    <xsl:param name="lang" as="xs:string?"/>
    <xsl:variable name="tag" as="xs:string" select="lower-case(string($lang))"/>
    <xsl:variable name="script" as="xs:string?"
      select="tokenize($tag, '-')[position() gt 1][string-length(.) = 4][1]"/>
    <xsl:sequence select="if (exists($script))
      then $script = ('arab', 'aran', 'hebr', 'syrc', 'syrj', 'syre', 'syrn', 'thaa', 'nkoo', 'samr',
        'mand', 'adlm', 'rohg')
      else tokenize($tag, '-')[1] = ('he', 'ar', 'syr', 'syc', 'fa', 'yi', 'ur', 'iw', 'ji', 'arc',
        'ps', 'sd', 'ug', 'dv', 'ckb', 'ota', 'hbo', 'aii', 'azb', 'pnb', 'jrb', 'jpr')"/>
  </xsl:function>

  <!-- The direction of some words by their letters, "ltr" or "rtl": that of most of them. -->
  <xsl:function name="lp:direction-of-words" as="xs:string">
    <xsl:param name="words" as="xs:string"/>
    <xsl:sequence select="if (matches($words, '[' || $lpi:right-to-left || ']')
        and 2 * string-length(replace($words, '[^' || $lpi:right-to-left || ']', ''))
          gt string-length(replace($words, '\P{L}', '')))
      then 'rtl' else 'ltr'"/>
  </xsl:function>

  <!-- Letters by the direction of their words, reckoned once. -->
  <xsl:key name="lpi:direction" match="TEI" use="lp:direction-of-words(string(text[1]))"/>

  <!-- The direction of the words of a note, whose file says in which language the editors write. Most
       of its letters decide; where its first letter is of the other kind, as in "ראה Goodman, Moses
       Montefiore" or "שלום] peace", the language of the editors does. -->
  <xsl:function name="lpi:direction-of-note" as="xs:string">
    <xsl:param name="words" as="xs:string"/>
    <xsl:param name="editors" as="xs:string?"/>
    <xsl:variable name="most" as="xs:string" select="lp:direction-of-words($words)"/>
    <xsl:variable name="first" as="xs:string"
      select="lp:direction-of-words(replace($words, '^\P{L}*(\p{L}).*$', '$1', 's'))"/>
    <xsl:sequence select="if ($first = $most or empty($editors[lp:names-a-language(.)])) then $most
      else if (lp:is-right-to-left($editors)) then 'rtl' else 'ltr'"/>
  </xsl:function>

  <!-- The direction of an element, "ltr" or "rtl": that of the language in which it is; where its
       letter names none, that of most letters of the text. A note that does not say its language
       itself may be in that of the edition: its own words decide. -->
  <xsl:function name="lp:direction" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="decides" as="element()?" select="$element/ancestor-or-self::*[self::note
      or @xml:lang[lp:names-a-language(.)]][1]"/>
    <xsl:variable name="tei" as="element(TEI)?" select="$element/ancestor-or-self::TEI[1]"/>
    <xsl:variable name="lang" as="xs:string?"
      select="(if ($decides) then $decides/@xml:lang else $tei/text/@xml:lang)
        [lp:names-a-language(.)]"/>
    <xsl:variable name="words" as="xs:string" select="if ($decides and empty($lang))
      then string-join($decides//text()[ancestor::*[@xml:lang or self::note][1] is $decides])
      else ''"/>
    <xsl:choose>
      <xsl:when test="exists($lang)">
        <xsl:sequence select="if (lp:is-right-to-left($lang)) then 'rtl' else 'ltr'"/>
      </xsl:when>
      <xsl:when test="matches($words, '\p{L}')">
        <xsl:sequence select="lpi:direction-of-note($words, $tei/@xml:lang)"/>
      </xsl:when>
      <xsl:when test="$decides/parent::*">
        <xsl:sequence select="lp:direction($decides/parent::*)"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:sequence
          select="if ($tei ! key('lpi:direction', 'rtl', .)[. is $tei]) then 'rtl' else 'ltr'"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- Does the tag say which language it is? "und", "mul" and "zxx" do not. -->
  <xsl:function name="lp:names-a-language" as="xs:boolean">
    <xsl:param name="lang" as="xs:string"/>
    <xsl:sequence select="matches($lang, '^[A-Za-z]')
      and not(tokenize(lower-case($lang), '-')[1] = ('und', 'mul', 'mis', 'zxx'))"/>
  </xsl:function>
</xsl:stylesheet>
