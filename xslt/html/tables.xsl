<?xml version="1.0" encoding="UTF-8"?>
<!-- Tables (TEI Guidelines 14.1). A table may be wider than the page: it scrolls in a frame. -->
<xsl:stylesheet version="3.0" expand-text="yes"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:lp="urn:letterpress:prepared"
  xmlns:lpi="urn:letterpress:internal"
  xmlns="http://www.w3.org/1999/xhtml"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <xsl:template match="table" mode="lp:html">
    <xsl:param name="ui" as="xs:string" tunnel="yes"/>
    <xsl:variable name="head" as="element()*" select="head"/>
    <div class="lp-table-frame" tabindex="0" role="group" aria-label="{
      ($head[normalize-space()][1] ! lp:plain(.), lp:label('table', $ui))[1]}">
      <xsl:apply-templates select="node() except (row, head)" mode="lp:html"/>
      <table>
        <xsl:apply-templates select="." mode="lp:attributes"/>
        <xsl:if test="$head">
          <caption>
            <xsl:apply-templates select="$head" mode="lp:html"/>
          </caption>
        </xsl:if>
        <tbody>
          <xsl:apply-templates select="row" mode="lp:html"/>
        </tbody>
      </table>
    </div>
  </xsl:template>

  <xsl:template match="table/head" mode="lp:html">
    <div>
      <xsl:apply-templates select="." mode="lp:attributes"/>
      <xsl:apply-templates mode="lp:html"/>
    </div>
  </xsl:template>

  <xsl:template match="row" mode="lp:html">
    <tr>
      <xsl:apply-templates select="." mode="lp:attributes">
        <xsl:with-param name="classes" select="@role ! ('lp-role-' || lp:class-name(.))"/>
      </xsl:apply-templates>
      <xsl:apply-templates select="cell" mode="lp:html"/>
    </tr>
  </xsl:template>

  <xsl:template match="cell" mode="lp:html">
    <xsl:variable name="heading" as="xs:boolean" select="@role = 'label' or ../@role = 'label'"/>
    <xsl:element name="{if ($heading) then 'th' else 'td'}">
      <xsl:apply-templates select="." mode="lp:attributes"/>
      <xsl:if test="$heading">
        <xsl:attribute name="scope" select="if (../@role = 'label') then 'col' else 'row'"/>
      </xsl:if>
      <xsl:for-each select="@cols[matches(., '^[1-9]\d{0,2}$')][. ne '1']">
        <xsl:attribute name="colspan" select="."/>
      </xsl:for-each>
      <xsl:for-each select="@rows[matches(., '^[1-9]\d{0,2}$')][. ne '1']">
        <xsl:attribute name="rowspan" select="."/>
      </xsl:for-each>
      <!-- What stands between the cells of a row has no place of its own in a table. -->
      <xsl:apply-templates select="(preceding-sibling::node() except preceding-sibling::cell)
        [. >> current()/preceding-sibling::cell[1] or not(current()/preceding-sibling::cell)]"
        mode="lp:html"/>
      <xsl:apply-templates mode="lp:html"/>
      <xsl:if test="not(following-sibling::cell)">
        <xsl:apply-templates select="following-sibling::node()" mode="lp:html"/>
      </xsl:if>
    </xsl:element>
  </xsl:template>
</xsl:stylesheet>
