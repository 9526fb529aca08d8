<?xml version="1.0" encoding="UTF-8"?>
<!-- What the record of a letter shows, for pages and print alike: the steps of its way as its
     correspDesc describes them (TEI Guidelines 2.4.6), or what was inferred in its place. -->
<xsl:stylesheet version="3.0" expand-text="yes"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:lp="urn:letterpress:prepared"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <!-- When and where a letter was sent: what its actions say, else what was inferred. -->
  <xsl:function name="lp:sent-facts" as="element()*">
    <xsl:param name="letter" as="element(lp:letter)"/>
    <xsl:sequence select="lp:step-facts($letter, 'sent', $letter/lp:sent-date,
      $letter/lp:sent-place)"/>
  </xsl:function>

  <xsl:function name="lp:received-facts" as="element()*">
    <xsl:param name="letter" as="element(lp:letter)"/>
    <xsl:sequence select="lp:step-facts($letter, 'received', $letter/lp:received-date,
      $letter/lp:received-place)"/>
  </xsl:function>

  <!-- Every date of the actions, then every place, then their prose. -->
  <xsl:function name="lp:step-facts" as="element()*">
    <xsl:param name="letter" as="element(lp:letter)"/>
    <xsl:param name="type" as="xs:string"/>
    <xsl:param name="date" as="element()?"/>
    <xsl:param name="places" as="element()*"/>
    <xsl:variable name="steps" as="element(lp:action)*" select="$letter/lp:action[@type = $type]"/>
    <xsl:sequence select="
      if ($steps/lp:date and not($date/@inferred)) then $steps/lp:date else $date,
      if ($steps/lp:place) then $steps/lp:place else $places,
      $steps/lp:remark"/>
  </xsl:function>

  <!-- The steps besides sending and receiving, in their order. -->
  <xsl:function name="lp:further-actions" as="element(lp:action)*">
    <xsl:param name="letter" as="element(lp:letter)"/>
    <xsl:sequence select="$letter/lp:action[not(@type = ('sent', 'received'))]"/>
  </xsl:function>

  <xsl:function name="lp:action-key" as="xs:string">
    <xsl:param name="action" as="element(lp:action)"/>
    <xsl:sequence select="string-join(('action', $action/@type[normalize-space()]), '-')"/>
  </xsl:function>

  <!-- The wording for a row: "action-forwarded" and its kin have their own; an action of a type
       that nobody foresaw is called by its type, "action-signed" gives "signed". -->
  <xsl:function name="lp:action-label" as="xs:string">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="ui" as="xs:string"/>
    <xsl:variable name="label" as="xs:string" select="lp:label($key, $ui)"/>
    <xsl:sequence select="if ($label = $key and starts-with($key, 'action-'))
      then substring-after($key, 'action-') else $label"/>
  </xsl:function>
</xsl:stylesheet>
