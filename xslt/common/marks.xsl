<?xml version="1.0" encoding="UTF-8"?>
<!-- White space at the edge of marked words stands outside the marks, so that no bracket closes after a
     space and no line runs on beneath one: <supplied>sure </supplied> gives "[sure] ". Each output
     asks for the white space before and after such an element, and for the text between. -->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:lp="urn:letterpress:prepared"
  xmlns:lpi="urn:letterpress:internal"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <!-- A space where the element begins with white space, unless the element around it has given it. -->
  <xsl:function name="lp:white-before" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="if (lpi:edge-is-white($element, 1)
      and not(lpi:is-marked($element/..) and empty($element/preceding-sibling::node())))
      then ' ' else ''"/>
  </xsl:function>

  <!-- The same at its end. -->
  <xsl:function name="lp:white-after" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="if (lpi:edge-is-white($element, -1)
      and not(lpi:is-marked($element/..) and empty($element/following-sibling::node())))
      then ' ' else ''"/>
  </xsl:function>

  <!-- A text of such an element without the white space that stands outside. -->
  <xsl:function name="lp:within-marks" as="xs:string">
    <xsl:param name="text" as="text()"/>
    <xsl:variable name="trimmed" as="xs:boolean" select="lpi:is-marked($text/..)"/>
    <xsl:variable name="head" as="xs:string"
      select="if ($trimmed and empty($text/preceding-sibling::node()))
        then replace($text, '^\s+', '') else string($text)"/>
    <xsl:sequence select="if ($trimmed and empty($text/following-sibling::node()))
      then replace($head, '\s+$', '') else $head"/>
  </xsl:function>

  <!-- Is the element one whose words are marked within the line? Without words it has no marks. -->
  <xsl:function name="lpi:is-marked" as="xs:boolean">
    <xsl:param name="node" as="node()?"/>
    <xsl:sequence select="exists($node[self::supplied or self::unclear or self::del or self::surplus
      or self::hi][normalize-space()][not(lp:has-blocks(.))])"/>
  </xsl:function>

  <!-- Does such an element begin (1) or end (-1) with white space? -->
  <xsl:function name="lpi:edge-is-white" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:param name="edge" as="xs:integer"/>
    <xsl:sequence select="lpi:is-marked($element) and lpi:edge-node-is-white($element, $edge)"/>
  </xsl:function>

  <!-- The same for an element without blocks; those inside it have none either, and are not asked. -->
  <xsl:function name="lpi:edge-node-is-white" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:param name="edge" as="xs:integer"/>
    <xsl:variable name="node" as="node()?"
      select="if ($edge eq 1) then $element/node()[1] else $element/node()[last()]"/>
    <xsl:sequence select="
      if ($node/self::text()) then matches($node, if ($edge eq 1) then '^\s' else '\s$')
      else exists($node[self::supplied or self::unclear or self::del or self::surplus or self::hi])
        and lpi:edge-node-is-white($node, $edge)"/>
  </xsl:function>
</xsl:stylesheet>
