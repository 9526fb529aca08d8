<?xml version="1.0" encoding="UTF-8"?>
<!-- Tables (TEI Guidelines 14.1). -->
<xsl:stylesheet version="3.0" expand-text="yes"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:fo="http://www.w3.org/1999/XSL/Format"
  xmlns:fox="http://xmlgraphics.apache.org/fop/extensions"
  xmlns:lp="urn:letterpress:prepared"
  xmlns:lpi="urn:letterpress:internal"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <!-- FOP sets tables with fixed columns only, so their widths follow the amount of text. Heads of
       columns repeat on the next page, unless they call notes: FOP loses notes there. -->
  <xsl:template match="table" mode="lp:fo">
    <xsl:variable name="widths" as="xs:double*" select="lp:column-widths(.)"/>
    <xsl:variable name="heading" as="element(row)*"
      select="row[@role = 'label'][not(preceding-sibling::row[not(@role = 'label')])]
        [not(.//note[@lp:mark])]"/>
    <xsl:variable name="repeated" as="element(row)*"
      select="if (count($heading) lt count(row)
        and (every $r in $heading satisfies not($r/cell/@rows[number(.) gt 1]))
        and (every $r in $heading satisfies not($r/preceding-sibling::row except $heading)))
        then $heading else ()"/>
    <fo:block xsl:use-attribute-sets="lp:block">
      <xsl:apply-templates select="." mode="lp:fo-attributes"/>
      <xsl:apply-templates select="node() except row" mode="lp:fo"/>
      <xsl:if test="row/cell">
        <fo:table xsl:use-attribute-sets="lp:table" table-layout="fixed" width="100%">
          <xsl:for-each select="$widths">
            <fo:table-column
              column-width="proportional-column-width({format-number(., '0.0')})"/>
          </xsl:for-each>
          <xsl:if test="$repeated">
            <fo:table-header>
              <xsl:apply-templates select="$repeated" mode="lp:fo"/>
            </fo:table-header>
          </xsl:if>
          <fo:table-body>
            <xsl:apply-templates select="row except $repeated" mode="lp:fo"/>
          </fo:table-body>
        </fo:table>
      </xsl:if>
    </fo:block>
  </xsl:template>

  <!-- The share of each column: the root of its longest cell, so that a long column does not
       starve the others. -->
  <xsl:function name="lp:column-widths" as="xs:double*">
    <xsl:param name="table" as="element(table)"/>
    <xsl:variable name="columns" as="xs:integer" select="max((1,
      $table/row/sum(cell/lp:span(@cols)) ! xs:integer(.)))"/>
    <xsl:for-each select="1 to $columns">
      <xsl:variable name="column" as="xs:integer" select="."/>
      <xsl:sequence select="max((2.0, $table/row/cell[$column][lp:span(@cols) = 1]
        ! string-length(lp:plain(.)) ! min((14e0, math:sqrt(. + 2e0)))))"
        xmlns:math="http://www.w3.org/2005/xpath-functions/math"/>
    </xsl:for-each>
  </xsl:function>

  <!-- How many columns or rows a cell covers: what is no number counts as 1. -->
  <xsl:function name="lp:span" as="xs:integer">
    <xsl:param name="span" as="attribute()?"/>
    <xsl:sequence select="if (matches($span, '^[1-9]\d{0,2}$')) then xs:integer($span) else 1"/>
  </xsl:function>

  <xsl:template match="table/note[@lp:mark] | row/note[@lp:mark]" mode="lp:fo" priority="3">
    <fo:block>
      <xsl:next-match/>
    </fo:block>
  </xsl:template>

  <!-- A row without cells would be no table row; its text is kept in one cell. -->
  <xsl:template match="row" mode="lp:fo">
    <fo:table-row keep-together.within-page="5">
      <xsl:apply-templates select="." mode="lp:fo-attributes"/>
      <xsl:choose>
        <xsl:when test="cell">
          <xsl:apply-templates select="cell" mode="lp:fo"/>
        </xsl:when>
        <xsl:otherwise>
          <fo:table-cell>
            <fo:block xsl:use-attribute-sets="lp:block">
              <xsl:apply-templates mode="lp:fo"/>
            </fo:block>
          </fo:table-cell>
        </xsl:otherwise>
      </xsl:choose>
    </fo:table-row>
  </xsl:template>

  <xsl:template match="cell" mode="lp:fo">
    <fo:table-cell xsl:use-attribute-sets="lp:cell">
      <xsl:if test="lp:span(@cols) gt 1">
        <xsl:attribute name="number-columns-spanned" select="lp:span(@cols)"/>
      </xsl:if>
      <xsl:variable name="rows" as="xs:integer"
        select="min((lp:span(@rows), 1 + count(../following-sibling::row)))"/>
      <xsl:if test="$rows gt 1">
        <xsl:attribute name="number-rows-spanned" select="$rows"/>
      </xsl:if>
      <xsl:if test="@role = 'label' or ../@role = 'label'">
        <xsl:attribute name="role" select="'TH'"/>
        <xsl:attribute name="font-style" select="'italic'"/>
      </xsl:if>
      <fo:block xsl:use-attribute-sets="lp:block">
        <xsl:apply-templates select="." mode="lp:fo-attributes"/>
        <!-- What stands between the cells of a row has no place of its own in a table. -->
        <xsl:apply-templates select="(preceding-sibling::node() except preceding-sibling::cell)
          [. >> current()/preceding-sibling::cell[1]
            or not(current()/preceding-sibling::cell)]" mode="lp:fo"/>
        <xsl:apply-templates mode="lp:fo"/>
        <xsl:if test="not(following-sibling::cell)">
          <xsl:apply-templates select="following-sibling::node()" mode="lp:fo"/>
        </xsl:if>
      </fo:block>
    </fo:table-cell>
  </xsl:template>
</xsl:stylesheet>
