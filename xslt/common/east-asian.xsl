<?xml version="1.0" encoding="UTF-8"?>
<!-- Chinese and Japanese are written without spaces: where a line of the source ends between two of
     their signs, no space is meant (CSS Text 4.1.3 has the same rule for the lines of a web page).
     Korean parts its words. -->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:lp="urn:letterpress:prepared"
  xmlns:lpi="urn:letterpress:internal"
  exclude-result-prefixes="#all">

  <!-- Ideographs, kana, bopomofo, and the punctuation and full-width forms beside them, as the inside
       of a class of signs. -->
  <xsl:variable name="lp:wide" as="xs:string" select="
    '&#x2E80;-&#x2FDF;&#x3001;-&#x312F;&#x3190;-&#x31FF;&#x3400;-&#x4DBF;&#x4E00;-&#x9FFF;'
    || '&#xF900;-&#xFAFF;&#xFE30;-&#xFE4F;&#xFF01;-&#xFF9F;&#x1B000;-&#x1B2FF;&#x20000;-&#x3FFFD;'"/>

  <!-- Quotation marks, dashes and dots that these scripts share with others: they count where the
       language is Chinese or Japanese. -->
  <xsl:variable name="lpi:shared" as="xs:string"
    select="'&#xB7;&#x2014;&#x2018;&#x2019;&#x201C;&#x201D;&#x2026;'"/>

  <!-- The class of the signs that are wide in a language: "[…]". -->
  <xsl:function name="lp:wide-class" as="xs:string">
    <xsl:param name="lang" as="xs:string?"/>
    <xsl:sequence select="'[' || $lp:wide
      || $lpi:shared[matches($lang, '^(zh|ja|yue|wuu|lzh)(-|$)', 'i')] || ']'"/>
  </xsl:function>
</xsl:stylesheet>
