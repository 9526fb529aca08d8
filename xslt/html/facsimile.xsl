<?xml version="1.0" encoding="UTF-8"?>
<!-- Pictures (TEI Guidelines 14.4). No page loads anything from another host: a picture that is
     elsewhere becomes a link. -->
<xsl:stylesheet version="3.0" expand-text="yes"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:lp="urn:letterpress:prepared"
  xmlns:lpi="urn:letterpress:internal"
  xmlns="http://www.w3.org/1999/xhtml"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <!-- What it shows, then its head, description and caption. -->
  <xsl:template match="figure" mode="lp:html">
    <figure>
      <xsl:apply-templates select="." mode="lp:attributes"/>
      <xsl:apply-templates select="lp:figure-content(.)" mode="lp:html"/>
      <xsl:variable name="caption" as="node()*" select="lp:figure-caption(.)"/>
      <xsl:if test="exists($caption[self::* or self::text()[normalize-space()]])">
        <figcaption>
          <xsl:apply-templates select="$caption" mode="lp:html"/>
        </figcaption>
      </xsl:if>
    </figure>
  </xsl:template>

  <xsl:template match="figure/head" mode="lp:html">
    <xsl:element name="{lp:tag(., 'p')}">
      <xsl:apply-templates select="." mode="lp:attributes"/>
      <xsl:apply-templates mode="lp:html"/>
    </xsl:element>
  </xsl:template>

  <!-- Without a picture beside it, it says that it stands for one. -->
  <xsl:template match="figDesc" mode="lp:html">
    <xsl:param name="ui" as="xs:string" tunnel="yes"/>
    <xsl:variable name="words" as="item()*">
      <xsl:apply-templates mode="lp:html"/>
    </xsl:variable>
    <xsl:element name="{lp:tag(., 'p')}">
      <xsl:apply-templates select="." mode="lp:attributes"/>
      <xsl:sequence select="if (normalize-space() and lp:is-in-place-of-picture(.))
        then lp:around('figure-missing', $ui, $words) else $words"/>
    </xsl:element>
  </xsl:template>

  <!-- lp:href wins over url: it counts from the root of the site. The description stands beneath
       the picture as text, so the alternative only says what the thing is. -->
  <xsl:template match="graphic | media" mode="lp:html">
    <xsl:param name="ui" as="xs:string" tunnel="yes"/>
    <xsl:param name="root" as="xs:string" tunnel="yes"/>
    <xsl:variable name="href" as="xs:string?"
      select="lp:url((@lp:href, @url)[normalize-space()][1], $root, '')"/>
    <xsl:variable name="alternative" as="xs:string" select="(../head[normalize-space()]
      ! lp:plain(.), lp:label('figure', $ui))[1]"/>
    <xsl:choose>
      <xsl:when test="empty($href) or @lp:link = 'none'"/>
      <xsl:when test="matches($href, '^[^/?#]*:')">
        <a class="lp-external lp-sign" href="{$href}">{$alternative}</a>
      </xsl:when>
      <xsl:when test="self::media and not(starts-with(@mimeType, 'image/'))">
        <a class="lp-sign" href="{$href}">{$alternative}</a>
      </xsl:when>
      <xsl:otherwise>
        <img src="{$href}" alt="{$alternative}" loading="lazy">
          <xsl:apply-templates select="." mode="lp:attributes"/>
        </img>
      </xsl:otherwise>
    </xsl:choose>
    <xsl:apply-templates select="desc" mode="lp:html"/>
  </xsl:template>

  <!-- Music: its image, its file and what is said of it. -->
  <xsl:template match="notatedMusic" mode="lp:html">
    <span>
      <xsl:apply-templates select="." mode="lp:attributes"/>
      <xsl:apply-templates mode="lp:html"/>
    </span>
  </xsl:template>

  <!-- Images of the sheets are no text. -->
  <xsl:template match="facsimile" mode="lp:html"/>

  <xsl:template match="sourceDoc | surface | surfaceGrp" mode="lp:html">
    <div>
      <xsl:apply-templates select="." mode="lp:attributes"/>
      <xsl:apply-templates mode="lp:html"/>
    </div>
  </xsl:template>
</xsl:stylesheet>
