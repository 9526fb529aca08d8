<?xml version="1.0" encoding="UTF-8"?>
<!-- Numbers and what is counted, by the rules of the language (CLDR). -->
<xsl:stylesheet version="3.0" expand-text="yes"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:lp="urn:letterpress:prepared"
  xmlns:lpi="urn:letterpress:internal"
  xmlns:lpj="urn:letterpress:functions"
  xmlns="http://www.w3.org/1999/xhtml"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <!-- The plural category of a whole number in a language of the interface: lp:plural(1, 'de')
       gives "one", lp:plural(0, 'fr') gives "one", lp:plural(1, 'zh') gives "other". Labels of
       another category than "other" have it at the end of their key: letter-count-one. letterpress
       knows the rules of all languages; another processor, those of ours. -->
  <xsl:function name="lp:plural" as="xs:string" use-when="function-available('lpj:plural', 2)">
    <xsl:param name="count" as="xs:integer"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:sequence select="lpj:plural(abs($count), $lang)"/>
  </xsl:function>

  <xsl:function name="lp:plural" as="xs:string" use-when="not(function-available('lpj:plural', 2))">
    <xsl:param name="count" as="xs:integer"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:variable name="n" as="xs:integer" select="abs($count)"/>
    <xsl:variable name="locale" as="xs:string" select="lp:locale($lang)"/>
    <xsl:sequence select="
      if ($locale = 'zh') then 'other'
      else if ($locale = 'fr') then
        (if ($n le 1) then 'one' else if ($n mod 1000000 = 0) then 'many' else 'other')
      else if ($n = 1) then 'one'
      else 'other'"/>
  </xsl:function>

  <!-- Maps are made once, when the stylesheet is compiled, and not for each number. -->
  <xsl:variable name="lpi:separators" as="map(xs:string, xs:string)" static="yes"
    select="map { 'de': '.', 'fr': '&#x202F;' }"/>

  <!-- A number as the language writes it: lp:number(12000, 'de') gives "12.000". -->
  <xsl:function name="lp:number" as="xs:string">
    <xsl:param name="number" as="xs:integer"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:variable name="separator" as="xs:string"
      select="($lpi:separators(lp:locale($lang)), ',')[1]"/>
    <xsl:sequence select="translate(format-number($number, '#,##0'), ',', $separator)"/>
  </xsl:function>

  <!-- A label with a number in the right form: lp:counted('letter-count', 1, 'en') gives
       "1 letter", with 1200 "1,200 letters". Further arguments become {2} and so on. -->
  <xsl:function name="lp:counted" as="xs:string">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="count" as="xs:integer"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:sequence select="lp:counted($key, $count, $lang, ())"/>
  </xsl:function>

  <xsl:function name="lp:counted" as="xs:string">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="count" as="xs:integer"/>
    <xsl:param name="lang" as="xs:string"/>
    <xsl:param name="further" as="xs:string*"/>
    <xsl:variable name="form" as="xs:string" select="$key || '-' || lp:plural($count, $lang)"/>
    <!-- A language that lacks the form takes its own label before the English form. -->
    <xsl:variable name="known" as="xs:boolean"
      select="exists(($lpi:own($form), lpi:label($form, $lang)))"/>
    <xsl:sequence select="lp:label(if ($known) then $form else $key, $lang,
      (lp:number($count, $lang), $further))"/>
  </xsl:function>
</xsl:stylesheet>
