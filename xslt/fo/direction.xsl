<?xml version="1.0" encoding="UTF-8"?>
<!-- Direction: writing-mode on what runs the other way than what is around it. The formatter takes it
     as the base direction of a block's lines, and of a phrase in a line. -->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:fo="http://www.w3.org/1999/XSL/Format"
  xmlns:lp="urn:letterpress:prepared"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <!-- The direction of the pages, "ltr" or "rtl": that of the book, or of a letter by itself. -->
  <xsl:function name="lp:direction-of-pages" as="xs:string">
    <xsl:param name="context" as="node()"/>
    <xsl:variable name="volume" as="element(lp:volume)?" select="root($context)/lp:volume"/>
    <xsl:sequence select="if (empty($volume)) then lp:direction($context/ancestor-or-self::TEI[1])
      else if (lp:is-right-to-left($volume/@lang)) then 'rtl' else 'ltr'"/>
  </xsl:function>

  <!-- writing-mode, where one direction is not that of the surroundings. -->
  <xsl:function name="lp:writing-mode" as="attribute(writing-mode)?">
    <xsl:param name="direction" as="xs:string"/>
    <xsl:param name="around" as="xs:string"/>
    <xsl:if test="$direction ne $around">
      <xsl:attribute name="writing-mode" select="if ($direction = 'rtl') then 'rl-tb' else 'lr-tb'"/>
    </xsl:if>
  </xsl:function>

  <!-- The same for an element whose language is not that of the one around it, and for a note. -->
  <xsl:function name="lp:turned" as="attribute(writing-mode)?">
    <xsl:param name="element" as="element()"/>
    <xsl:if test="$element/@xml:lang or $element/self::note">
      <xsl:sequence select="$element/parent::*
        ! lp:writing-mode(lp:direction($element), lp:direction(.))"/>
    </xsl:if>
  </xsl:function>

  <!-- The direction of a letter's heading. One that says who wrote to whom is a sentence of the
       interface, whatever the letters of the names: the sender stands first in its direction. -->
  <xsl:function name="lp:direction-of-heading" as="xs:string">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:param name="ui" as="xs:string"/>
    <xsl:variable name="letter" as="element(lp:letter)?"
      select="$tei/teiHeader/xenoData/lp:letter"/>
    <xsl:sequence select="
      if ($letter[lp:sender][lp:addressee]/@heading[normalize-space()][not(. = ../@title)])
      then if (lp:is-right-to-left($ui)) then 'rtl' else 'ltr'
      else lp:direction-of-words(lp:printed-heading($tei))"/>
  </xsl:function>

  <!-- A heading or name whose language nobody says, within a line of a direction: it keeps together,
       and the date or page number behind it stays behind it. -->
  <xsl:function name="lp:isolated" as="node()?">
    <xsl:param name="words" as="xs:string"/>
    <xsl:param name="around" as="xs:string"/>
    <xsl:sequence select="lp:isolated($words, $around, lp:direction-of-words($words))"/>
  </xsl:function>

  <!-- The same for words whose direction is known. -->
  <xsl:function name="lp:isolated" as="node()?">
    <xsl:param name="words" as="xs:string"/>
    <xsl:param name="around" as="xs:string"/>
    <xsl:param name="direction" as="xs:string"/>
    <xsl:variable name="mode" as="attribute(writing-mode)?"
      select="lp:writing-mode($direction, $around)"/>
    <xsl:choose>
      <xsl:when test="$mode">
        <fo:inline>
          <xsl:sequence select="$mode"/>
          <xsl:value-of select="$words"/>
        </fo:inline>
      </xsl:when>
      <xsl:otherwise>
        <xsl:value-of select="$words"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>
</xsl:stylesheet>
