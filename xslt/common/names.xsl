<?xml version="1.0" encoding="UTF-8"?>
<!-- The parts of a name (TEI Guidelines 14.2.1). Editors who mark them up often leave no white space
     between them: <surname>Mao</surname><forename>Zedong</forename>. In running text they stand as
     the source has them; headings, records and lists of a register put a space there. -->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:lp="urn:letterpress:prepared"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <!-- Does the part of a name follow a letter without white space, where its script wants some?
       Chinese, Japanese and Korean names are written in one: 毛泽东. -->
  <xsl:function name="lp:is-glued" as="xs:boolean">
    <xsl:param name="part" as="element()"/>
    <xsl:sequence select="matches($part/preceding-sibling::node()[not(self::comment()
      or self::processing-instruction())][1], '[\p{L}\p{N}-[&#xAC00;-&#xD7AF;' || $lp:wide || ']]$')"/>
  </xsl:function>

  <!-- The same for a part that stands in a heading, a record or an entry of a register. -->
  <xsl:function name="lp:is-glued-in-record" as="xs:boolean">
    <xsl:param name="part" as="element()"/>
    <xsl:sequence select="lp:is-glued($part) and exists($part/(ancestor::head | ancestor::teiHeader
      | ancestor::bibl | ancestor::biblStruct | ancestor::biblFull | ancestor::person
      | ancestor::personGrp | ancestor::place | ancestor::org | ancestor::event | ancestor::object
      | ancestor::nym | ancestor::lp:entry))"/>
  </xsl:function>
</xsl:stylesheet>
