<?xml version="1.0" encoding="UTF-8"?>
<!-- Third pass: each note of the text gets its series and its mark. Commentary is counted in numbers,
     textual notes in letters; the count runs through the letter in reading order. -->
<xsl:stylesheet version="3.0" expand-text="yes"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:lp="urn:letterpress:prepared"
  xmlns="http://www.tei-c.org/ns/1.0"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <xsl:param name="lp:textual-notes" as="xs:string*" select="'textual'"/>

  <xsl:mode name="lp:number-notes" on-no-match="shallow-copy"/>

  <!-- Notes that readers call: those of the text, but not the remarks inside register entries. -->
  <xsl:function name="lp:called-notes" as="element(note)*">
    <xsl:param name="letter" as="document-node()"/>
    <xsl:sequence select="$letter//text//note[not(ancestor::person or ancestor::place
      or ancestor::org or ancestor::event or ancestor::bibl or ancestor::biblStruct)]"/>
  </xsl:function>

  <!-- <note type="textual"/> gives "textual", any other note "commentary". -->
  <xsl:function name="lp:series" as="xs:string">
    <xsl:param name="note" as="element(note)"/>
    <xsl:sequence select="if ($note/(@type, @subtype, ../@type[../self::noteGrp])
      = $lp:textual-notes) then 'textual' else 'commentary'"/>
  </xsl:function>

  <!-- From the identity of a note to its mark: "1", "2" ... or "a", "b" ... -->
  <xsl:function name="lp:marks" as="map(xs:string, xs:string)">
    <xsl:param name="letter" as="document-node()"/>
    <xsl:map>
      <xsl:for-each-group select="lp:called-notes($letter)" group-by="lp:series(.)">
        <xsl:variable name="picture" as="xs:string"
          select="if (current-grouping-key() = 'textual') then 'a' else '1'"/>
        <xsl:for-each select="current-group()">
          <xsl:map-entry key="generate-id()" select="format-integer(position(), $picture)"/>
        </xsl:for-each>
      </xsl:for-each-group>
    </xsl:map>
  </xsl:function>

  <xsl:template match="note" mode="lp:number-notes">
    <xsl:param name="lp:marks" as="map(xs:string, xs:string)" tunnel="yes"/>
    <xsl:variable name="mark" as="xs:string?" select="$lp:marks(generate-id())"/>
    <xsl:copy>
      <xsl:copy-of select="@*"/>
      <xsl:if test="exists($mark)">
        <xsl:attribute name="lp:series" select="lp:series(.)"/>
        <xsl:attribute name="lp:mark" select="$mark"/>
      </xsl:if>
      <xsl:apply-templates mode="lp:number-notes"/>
    </xsl:copy>
  </xsl:template>
</xsl:stylesheet>
