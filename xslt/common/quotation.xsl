<?xml version="1.0" encoding="UTF-8"?>
<!-- Quotation marks: whether quoted words bring their own, and which ones a language uses. -->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:lp="urn:letterpress:prepared"
  xmlns:lpi="urn:letterpress:internal"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <xsl:variable name="lpi:quotation-marks" as="xs:string" select="
    '[&quot;''&#x2018;-&#x201F;&#xAB;&#xBB;&#x2039;&#x203A;&#x300C;-&#x300F;&#xFF02;]'"/>

  <!-- Does a quotation bring its marks, inside the element or just before it? <q>“yes”</q> and
       “<q>yes</q>” do, <q>no</q> does not. Notes called at its end are not looked at. -->
  <xsl:function name="lp:has-quotation-marks" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="text" as="xs:string" select="normalize-space(string-join(
      $element//text() except $element//note[@lp:mark]//text()))"/>
    <xsl:sequence select="matches($text, '^' || $lpi:quotation-marks)
      or matches($text, $lpi:quotation-marks || '$')
      or matches(($element/preceding-sibling::node()[not(self::processing-instruction()
        or self::comment())])[last()], $lpi:quotation-marks || '$')"/>
  </xsl:function>

  <!-- The opening and the closing mark of a language. -->
  <xsl:function name="lp:quotation-marks" as="xs:string+">
    <xsl:param name="lang" as="xs:string?"/>
    <xsl:variable name="primary" as="xs:string"
      select="lower-case(replace(string($lang), '-.*$', ''))"/>
    <xsl:sequence select="
      if ($primary = ('de', 'cs', 'sk', 'bg', 'is')) then ('„', '“')
      else if ($primary = 'fr') then ('«&#160;', '&#160;»')
      else if ($primary = ('it', 'es', 'pt', 'ru', 'uk', 'el', 'no', 'nb'))
        then ('«', '»')
      else if ($primary = ('pl', 'hu', 'ro', 'hr')) then ('„', '”')
      else if ($primary = ('sv', 'fi')) then ('”', '”')
      else if ($primary = 'ja') then ('「', '」')
      else ('“', '”')"/>
  </xsl:function>
</xsl:stylesheet>
