<?xml version="1.0" encoding="UTF-8"?>
<!--
  Compiles Schematron as SchXslt2 does, with all declarations of XSLT that may stand in a schema.

  ISO/IEC 19757-3:2020, annex H, takes xsl:function and xsl:key; schemas in use, written for the
  older implementation of ISO Schematron, also bring named templates, global variables and number
  formats, which their functions call.

  Where no rule can hold for anything but elements, none is looked for at attributes and text.
-->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:sch="http://purl.oclc.org/dsdl/schematron"
    xmlns:schxslt="http://dmaus.name/ns/2023/schxslt"
    xmlns:lpi="urn:letterpress:internal"
    exclude-result-prefixes="xs sch schxslt lpi">

  <xsl:import href="transpile.xsl"/>

  <xsl:template match="sch:schema" as="element(xsl:stylesheet)" mode="schxslt:transpile">
    <xsl:variable name="schema" as="element(sch:schema)" select="."/>
    <xsl:variable name="compiled" as="element(xsl:stylesheet)">
      <xsl:next-match/>
    </xsl:variable>
    <xsl:copy select="$compiled">
      <xsl:sequence select="@*"/>
      <xsl:apply-templates select="node()" mode="lpi:walk"/>
      <xsl:sequence select="$schema/(xsl:template[@name] | xsl:variable | xsl:decimal-format)"/>
    </xsl:copy>
  </xsl:template>

  <xsl:mode name="lpi:walk" on-no-match="deep-copy"/>

  <!-- The template that leads the rules of a pattern through a document, for whatever no rule holds:
    it need not go to attributes and text when all rules are for elements or the document. -->
  <xsl:template mode="lpi:walk"
      match="xsl:template[@match = '* | root()'][xsl:apply-templates/@select = '@*']
        [every $rule in ../xsl:template[@mode = current()/@mode] except .
          satisfies lpi:is-for-elements($rule/@match)]">
    <xsl:copy>
      <xsl:sequence select="@*"/>
      <!-- Whether a node is root() would be asked of every element. -->
      <xsl:attribute name="match" select="'* | /'"/>
      <xsl:for-each select="xsl:apply-templates[@select = 'node()']">
        <xsl:copy>
          <xsl:sequence select="@*"/>
          <xsl:attribute name="select" select="'*'"/>
        </xsl:copy>
      </xsl:for-each>
    </xsl:copy>
  </xsl:template>

  <!-- Whether a pattern certainly matches nothing but elements and documents: apart from its
    predicates and axes it consists of names, asterisks, slashes, bars and brackets.
      tei:note[@type = 'x']/(tei:p | tei:ab)  true      @when, text(), tei:p/node(), .  false -->
  <xsl:function name="lpi:is-for-elements" as="xs:boolean">
    <xsl:param name="pattern" as="xs:string"/>
    <xsl:variable name="bare" as="xs:string"
        select="lpi:without-predicates(replace($pattern, '&quot;[^&quot;]*&quot;|''[^'']*''', ''))"/>
    <!-- Along these axes, too, a name or an asterisk means elements. -->
    <xsl:variable name="steps" as="xs:string"
        select="replace($bare, '(^|[\s/|(])(child|self|descendant(-or-self)?)::', '$1')"/>
    <xsl:sequence select="
      matches($steps, '^[\s/|()*\c]+$')
      and not(matches($steps, '::|\(:|\c\s*\(|(^|[\s/|(])\.'))"/>
  </xsl:function>

  <xsl:function name="lpi:without-predicates" as="xs:string">
    <xsl:param name="pattern" as="xs:string"/>
    <xsl:variable name="shorter" as="xs:string" select="replace($pattern, '\[[^\[\]]*\]', '')"/>
    <xsl:sequence
        select="if ($shorter eq $pattern) then $pattern else lpi:without-predicates($shorter)"/>
  </xsl:function>

</xsl:stylesheet>
