<?xml version="1.0" encoding="UTF-8"?>
<!-- Quotation marks: whether quoted words bring their own, and which ones they need. -->
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

  <!-- The marks that a quotation in the line needs, opening and closing, or nothing where it brings its
       own. They are those of the language around it; a quotation in a quotation takes the inner ones:
       <q>he said <q>yes</q></q> gives “he said ‘yes’”. $around are the quotations in whose line it
       stands, or a note in it: every output hands them down. -->
  <xsl:function name="lp:quotation-marks" as="xs:string*">
    <xsl:param name="quotation" as="element()"/>
    <xsl:param name="around" as="element()*"/>
    <xsl:if test="not(lp:has-quotation-marks($quotation))">
      <xsl:variable name="marks" as="xs:string+"
        select="lpi:marks-of($quotation/ancestor::*[@xml:lang][1]/@xml:lang)"/>
      <xsl:variable name="note" as="element(note)?" select="$quotation/ancestor::note[1]"/>
      <xsl:variable name="depth" as="xs:integer"
        select="count($around[empty($note) or . >> $note])"/>
      <xsl:sequence select="if ($depth mod 2 = 0) then $marks[position() le 2]
        else $marks[position() gt 2]"/>
    </xsl:if>
  </xsl:function>

  <!-- The outer and the inner marks of a language. -->
  <xsl:function name="lpi:marks-of" as="xs:string+">
    <xsl:param name="lang" as="xs:string?"/>
    <xsl:variable name="primary" as="xs:string"
      select="lower-case(replace(string($lang), '-.*$', ''))"/>
    <xsl:sequence select="
      if ($primary = ('de', 'cs', 'sk', 'bg', 'is')) then ('„', '“', '‚', '‘')
      else if ($primary = 'fr') then ('«&#160;', '&#160;»', '“', '”')
      else if ($primary = ('ru', 'uk')) then ('«', '»', '„', '“')
      else if ($primary = ('it', 'es', 'pt', 'el')) then ('«', '»', '“', '”')
      else if ($primary = ('no', 'nb')) then ('«', '»', '‘', '’')
      else if ($primary = ('pl', 'ro')) then ('„', '”', '«', '»')
      else if ($primary = ('hu', 'hr')) then ('„', '”', '»', '«')
      else if ($primary = ('sv', 'fi')) then ('”', '”', '’', '’')
      else if ($primary = 'ja') then ('「', '」', '『', '』')
      else ('“', '”', '‘', '’')"/>
  </xsl:function>
</xsl:stylesheet>
