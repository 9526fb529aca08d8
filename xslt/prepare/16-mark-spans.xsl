<?xml version="1.0" encoding="UTF-8"?>
<!-- Additions, deletions and damages that run over the borders of blocks are marked by two points
     (TEI Guidelines 11.3.1.4). Here each block's share of the passage is wrapped in add, del or
     damage, so that one rule serves both ways of encoding. -->
<xsl:stylesheet version="3.0" expand-text="yes"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:lp="urn:letterpress:prepared"
  xmlns:lpi="urn:letterpress:internal"
  xmlns="http://www.tei-c.org/ns/1.0"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <xsl:import href="functions.xsl"/>

  <xsl:mode name="lp:mark-spans" on-no-match="shallow-copy"/>

  <xsl:key name="lpi:end" match="text//*[@xml:id]" use="@xml:id"/>

  <!-- Where a span ends: the element that @spanTo names, when it comes later. -->
  <xsl:function name="lpi:span-end" as="element()?">
    <xsl:param name="span" as="element()"/>
    <xsl:sequence select="key('lpi:end', replace($span/@spanTo, '^.*#', ''), root($span))[1]
      [. >> $span]"/>
  </xsl:function>

  <xsl:template match="document-node()" mode="lp:mark-spans">
    <xsl:variable name="spans" as="element()*"
      select="//text//(delSpan | addSpan | damageSpan)[exists(lpi:span-end(.))]"/>
    <xsl:choose>
      <xsl:when test="empty($spans)">
        <xsl:sequence select="."/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:apply-templates mode="lp:mark-spans">
          <xsl:with-param name="lpi:spans" as="element()*" tunnel="yes" select="$spans"/>
        </xsl:apply-templates>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- True for a node that lies wholly between the two points. -->
  <xsl:function name="lpi:is-within" as="xs:boolean">
    <xsl:param name="node" as="node()"/>
    <xsl:param name="span" as="element()"/>
    <xsl:variable name="end" as="element()" select="lpi:span-end($span)"/>
    <xsl:sequence select="$node >> $span and $node &lt;&lt; $end
      and empty($node intersect $end/ancestor::*)"/>
  </xsl:function>

  <!-- Blocks are not wrapped, their content is; so are elements with blocks inside, and the places
       of tables and lists where no words stand. -->
  <xsl:function name="lpi:may-be-wrapped" as="xs:boolean">
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="exists($node[self::text() or self::note or self::*
        [empty(descendant-or-self::*[local-name() = $lpi:blocks][empty(ancestor-or-self::note)])]])
      and not($node/../(self::list | self::table | self::row | self::lg))"/>
  </xsl:function>

  <xsl:template match="text//*" mode="lp:mark-spans">
    <xsl:param name="lpi:spans" as="element()*" tunnel="yes"/>
    <xsl:copy>
      <xsl:copy-of select="@*"/>
      <xsl:for-each-group select="node()" group-adjacent="string-join(
        (if (lpi:may-be-wrapped(.)) then $lpi:spans[lpi:is-within(current(), .)] else ())
        ! generate-id(), ' ')">
        <xsl:variable name="around" as="element()*" select="if (current-grouping-key() = ''
            or not(normalize-space(string-join(current-group())))
              and empty(current-group()/descendant-or-self::*))
          then () else $lpi:spans[generate-id() = tokenize(current-grouping-key())]"/>
        <xsl:sequence select="lpi:wrapped($around, current-group(), $lpi:spans except $around)"/>
      </xsl:for-each-group>
    </xsl:copy>
  </xsl:template>

  <!-- The nodes inside one element for each span, the first span outermost. -->
  <xsl:function name="lpi:wrapped" as="node()*">
    <xsl:param name="around" as="element()*"/>
    <xsl:param name="nodes" as="node()*"/>
    <xsl:param name="others" as="element()*"/>
    <xsl:choose>
      <xsl:when test="empty($around)">
        <xsl:apply-templates select="$nodes" mode="lp:mark-spans">
          <xsl:with-param name="lpi:spans" as="element()*" tunnel="yes" select="$others"/>
        </xsl:apply-templates>
      </xsl:when>
      <xsl:otherwise>
        <xsl:element name="{replace(local-name($around[1]), 'Span$', '')}">
          <xsl:copy-of select="$around[1]/(@* except (@xml:id, @spanTo, @lp:link, @lp:href))"/>
          <xsl:attribute name="lp:span" select="($around[1]/@xml:id,
            'span-' || count($around[1]/preceding::*[ends-with(local-name(), 'Span')]) + 1)[1]"/>
          <xsl:sequence select="lpi:wrapped(tail($around), $nodes, $others)"/>
        </xsl:element>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>
</xsl:stylesheet>
