<?xml version="1.0" encoding="UTF-8"?>
<!-- Signs that letterpress itself puts into a text: brackets, numbers, labels. For the audit, which
     compares the words of an output with those of its source, they are enclosed in two characters
     that Unicode sets aside for such inner use and that never reach a reader. -->
<xsl:stylesheet version="3.0" expand-text="yes"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:lp="urn:letterpress:prepared"
  exclude-result-prefixes="#all">

  <!-- True when an audit reads what is made: letterpress sets it, an editor's own tools do not. -->
  <xsl:param name="lp:audit" as="xs:boolean" select="false()"/>

  <!-- lp:sign('[') gives "[", for the audit enclosed in U+FDD0 and U+FDD1. -->
  <xsl:function name="lp:sign" as="xs:string">
    <xsl:param name="sign" as="xs:string?"/>
    <xsl:sequence select="if ($lp:audit and $sign) then '&#xFDD0;' || $sign || '&#xFDD1;'
      else string($sign)"/>
  </xsl:function>

  <!-- The beginning and the end of a note in a text that has no elements. -->
  <xsl:function name="lp:note-start" as="xs:string">
    <xsl:sequence select="if ($lp:audit) then '&#xFDD2;' else ''"/>
  </xsl:function>

  <xsl:function name="lp:note-end" as="xs:string">
    <xsl:sequence select="if ($lp:audit) then '&#xFDD3;' else ''"/>
  </xsl:function>
</xsl:stylesheet>
