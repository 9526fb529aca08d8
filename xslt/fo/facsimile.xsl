<?xml version="1.0" encoding="UTF-8"?>
<!-- Pictures in the text (TEI Guidelines 14). Images of the sheets are not printed. -->
<xsl:stylesheet version="3.0" expand-text="yes"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:fo="http://www.w3.org/1999/XSL/Format"
  xmlns:fox="http://xmlgraphics.apache.org/fop/extensions"
  xmlns:lp="urn:letterpress:prepared"
  xmlns:lpi="urn:letterpress:internal"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <!-- What it shows, then its head, description and caption. -->
  <xsl:template match="figure" mode="lp:fo">
    <xsl:variable name="caption" as="node()*" select="lp:figure-caption(.)"/>
    <fo:block xsl:use-attribute-sets="lp:figure">
      <xsl:apply-templates select="." mode="lp:fo-attributes"/>
      <xsl:call-template name="lp:second-id"/>
      <xsl:apply-templates select="lp:figure-content(.)" mode="lp:fo"/>
      <xsl:if test="exists($caption[self::* or self::text()[normalize-space()]])">
        <fo:block xsl:use-attribute-sets="lp:caption" role="Caption">
          <xsl:apply-templates select="$caption" mode="lp:fo"/>
        </fo:block>
      </xsl:if>
    </fo:block>
  </xsl:template>

  <xsl:template match="figure/head" mode="lp:fo" priority="1">
    <fo:block font-style="italic">
      <xsl:call-template name="lp:block-content"/>
    </fo:block>
  </xsl:template>

  <!-- Without a picture beside it, it says that it stands for one. -->
  <xsl:template match="figDesc[parent::figure][normalize-space()]" mode="lp:fo" priority="1">
    <xsl:param name="ui" as="xs:string" tunnel="yes"/>
    <xsl:variable name="words" as="item()*">
      <xsl:call-template name="lp:inline"/>
    </xsl:variable>
    <fo:block>
      <xsl:sequence select="if (lp:is-in-place-of-picture(.))
        then lp:around('figure-missing', $ui, $words) else $words"/>
    </fo:block>
  </xsl:template>

  <xsl:template match="figDesc" mode="lp:fo">
    <xsl:call-template name="lp:inline"/>
  </xsl:template>

  <!-- A picture is never wider than the text nor higher than the page. -->
  <xsl:template match="graphic[@url] | media[starts-with(@mimeType, 'image/')]" mode="lp:fo">
    <xsl:param name="ui" as="xs:string" tunnel="yes"/>
    <xsl:variable name="alternative" as="xs:string" select="(../figDesc[normalize-space()]
      ! lp:plain(.), desc[normalize-space()] ! lp:plain(.), ../head[normalize-space()]
      ! lp:plain(.), lp:label('figure', $ui))[1]"/>
    <fo:external-graphic src="url('{replace(@url, '''', '%27')}')" fox:alt-text="{$alternative}"
      lp:missing="{lp:label('figure', $ui)}" content-width="scale-down-to-fit"
      content-height="scale-down-to-fit" scaling="uniform">
      <xsl:choose>
        <xsl:when test="parent::figure">
          <xsl:attribute name="inline-progression-dimension.maximum" select="'100%'"/>
          <xsl:attribute name="block-progression-dimension.maximum" select="'110mm'"/>
        </xsl:when>
        <xsl:otherwise>
          <xsl:attribute name="inline-progression-dimension.maximum" select="'100%'"/>
          <xsl:attribute name="block-progression-dimension.maximum" select="'60mm'"/>
        </xsl:otherwise>
      </xsl:choose>
      <xsl:apply-templates select="." mode="lp:fo-attributes"/>
    </fo:external-graphic>
    <xsl:apply-templates select="desc" mode="lp:fo"/>
  </xsl:template>

  <!-- Sound and film cannot be printed: their description is. -->
  <xsl:template match="graphic | media" mode="lp:fo">
    <xsl:param name="ui" as="xs:string" tunnel="yes"/>
    <xsl:variable name="words" as="item()*">
      <xsl:apply-templates select="desc" mode="lp:fo"/>
    </xsl:variable>
    <xsl:sequence select="lp:around('figure-missing', $ui,
      if (exists($words)) then $words else lp:sign(@url))"/>
  </xsl:template>

  <!-- Music: its image, its file and what is said of it. -->
  <xsl:template match="notatedMusic" mode="lp:fo">
    <xsl:apply-templates mode="lp:fo"/>
  </xsl:template>

  <!-- Images of the sheets are no text. -->
  <xsl:template match="facsimile" mode="lp:fo"/>

  <xsl:template match="sourceDoc | surface | surfaceGrp" mode="lp:fo">
    <fo:block xsl:use-attribute-sets="lp:block">
      <xsl:call-template name="lp:block-content"/>
    </fo:block>
  </xsl:template>
</xsl:stylesheet>
