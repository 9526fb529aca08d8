<?xml version="1.0" encoding="UTF-8"?>
<!-- Where a line of the file, or of the letter, ends between two signs of Chinese or Japanese, no
     space is meant (common/east-asian.xsl): white space with a line end goes, and breaks there are
     marked, so that no output puts a space for them. -->
<xsl:stylesheet version="3.0" expand-text="yes"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:lp="urn:letterpress:prepared"
  xmlns:lpi="urn:letterpress:internal"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <xsl:import href="../common/east-asian.xsl"/>
  <xsl:import href="../common/views.xsl"/>

  <xsl:mode name="lp:line-ends" on-no-match="shallow-copy"/>

  <xsl:template match="document-node()" mode="lp:line-ends">
    <xsl:choose>
      <xsl:when test="matches(., '[' || $lp:wide || ']')">
        <xsl:apply-templates mode="lp:line-ends"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="."/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="lb | pb | cb | gb" mode="lp:line-ends">
    <xsl:copy>
      <xsl:copy-of select="@*"/>
      <xsl:if test="not(@break[normalize-space()]) and lpi:is-between-wide(.)">
        <xsl:attribute name="lp:unspaced" select="'true'"/>
      </xsl:if>
      <xsl:apply-templates mode="lp:line-ends"/>
    </xsl:copy>
  </xsl:template>

  <!-- "亲爱的&#10;朋友" gives "亲爱的朋友"; white space at the edge of a text is judged by the signs on both sides
       of the tags there. -->
  <xsl:template match="text()[matches(., '\s')]" mode="lp:line-ends">
    <xsl:variable name="wide" as="xs:string" select="lpi:wide-at(.)"/>
    <xsl:variable name="inner" as="xs:string" select="replace(.,
      '(' || $wide || ')[^\S\n]*\n\s*(' || $wide || ')', '$1$2')"/>
    <!-- A sign alone in its line is the end of one match and cannot begin the next. -->
    <xsl:variable name="joined" as="xs:string" select="replace($inner,
      '(' || $wide || ')[^\S\n]*\n\s*(' || $wide || ')', '$1$2')"/>
    <xsl:choose>
      <xsl:when test="not(normalize-space())">
        <xsl:value-of select=".[not(lpi:is-line-end(current(), .) and lpi:is-between-wide(current()))]"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:variable name="head" as="xs:string" select="
          if (matches($joined, '^\s+' || $wide)
            and lpi:is-line-end(., replace($joined, '^(\s+)\S.*$', '$1', 's'))
            and matches(lpi:word-before(.), $wide || '\s*$'))
          then replace($joined, '^\s+', '') else $joined"/>
        <xsl:value-of select="
          if (matches($head, $wide || '\s+$')
            and lpi:is-line-end(., replace($head, '^.*\S(\s+)$', '$1', 's'))
            and matches(lpi:word-after(.), '^\s*' || $wide))
          then replace($head, '\s+$', '') else $head"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Does a line end in this white space of a text, or beside it at a break? -->
  <xsl:function name="lpi:is-line-end" as="xs:boolean">
    <xsl:param name="text" as="text()"/>
    <xsl:param name="white" as="xs:string"/>
    <xsl:sequence select="contains($white, '&#10;')
      or exists(($text/preceding-sibling::node()[1], $text/following-sibling::node()[1])
        [lpi:is-break(.)][not(@break = 'yes')])"/>
  </xsl:function>

  <!-- Do the words before and after a place end and begin with wide signs? -->
  <xsl:function name="lpi:is-between-wide" as="xs:boolean">
    <xsl:param name="place" as="node()"/>
    <xsl:variable name="wide" as="xs:string" select="lpi:wide-at($place)"/>
    <xsl:sequence select="matches(lpi:word-before($place), $wide || '\s*$')
      and matches(lpi:word-after($place), '^\s*' || $wide)"/>
  </xsl:function>

  <xsl:function name="lpi:wide-at" as="xs:string">
    <xsl:param name="place" as="node()"/>
    <xsl:sequence select="lp:wide-class($place/ancestor::*[@xml:lang][1]/@xml:lang)"/>
  </xsl:function>
</xsl:stylesheet>
