<?xml version="1.0" encoding="UTF-8"?>
<!-- Notes and apparatus entries that stand outside the div that is the letter, in the back of its
     volume say: when the letter calls them, or they name a place in it, they come with it.
     10-resolve.xsl asks for them while it cuts the letter out. -->
<xsl:stylesheet version="3.0" expand-text="yes"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:lp="urn:letterpress:prepared"
  xmlns:lpi="urn:letterpress:internal"
  xmlns="http://www.tei-c.org/ns/1.0"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <xsl:key name="lpi:note-on" match="note[@target or @targetEnd or @corresp]"
    use="lp:local-ids(@target), lp:local-ids(@targetEnd), lp:local-ids(@corresp)"/>
  <xsl:key name="lpi:note-on" match="app[@from or @to]"
    use="lp:local-ids(@from), lp:local-ids(@to)"/>

  <!-- The back with the notes of the volume that this letter calls, or nothing. -->
  <xsl:template name="lp:outside-notes">
    <xsl:variable name="notes" as="element()*" select="lpi:outside-notes(., ., ())"/>
    <xsl:if test="exists($notes)">
      <back>
        <div type="notes">
          <xsl:apply-templates select="$notes" mode="lp:resolve"/>
        </div>
      </back>
    </xsl:if>
  </xsl:template>

  <!-- The notes that $places call or that name a place in them, with those that these call in turn.
       A note that stands inside another letter belongs to that one. -->
  <xsl:function name="lpi:outside-notes" as="element()*">
    <xsl:param name="unit" as="element()"/>
    <xsl:param name="places" as="element()*"/>
    <xsl:param name="known" as="element()*"/>
    <xsl:variable name="root" as="node()" select="root($unit)"/>
    <xsl:variable name="called" as="xs:string*" select="$places//
      (ptr/@target | ref[lp:is-call(.)]/@target | @corresp[not(parent::note)]) ! lp:local-ids(.)"/>
    <xsl:variable name="found" as="element()*" select="
      (key('lp:note', $called, $root)
        | key('lpi:note-on', $places/descendant-or-self::*/@xml:id ! string(), $root))
      [if (self::note) then lp:is-apart(.) else empty(ancestor::p)]
      [empty((ancestor::* except $unit/ancestor::*)
        [node-name(.) = node-name($unit)][deep-equal(@type, $unit/@type)])]
      except ($unit//(note | app), $known)"/>
    <xsl:sequence select="if (empty($found)) then $known
      else lpi:outside-notes($unit, $found, $known | $found)"/>
  </xsl:function>
</xsl:stylesheet>
