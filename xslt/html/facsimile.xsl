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
      <xsl:sequence select="
        if (normalize-space() and (lp:is-in-place-of-picture(.) or lpi:has-lost-pictures(..)))
        then lp:around('figure-missing', $ui, $words) else $words"/>
    </xsl:element>
  </xsl:template>

  <!-- A picture of the edition, with its size, so that the text does not jump when it arrives; a
       large one leads to itself. The description stands beneath the picture as text, so the
       alternative only says what the thing is. -->
  <xsl:template match="graphic[@lp:image = 'file'] | media[@lp:image = 'file']" mode="lp:html">
    <xsl:param name="root" as="xs:string" tunnel="yes"/>
    <xsl:param name="ui" as="xs:string" tunnel="yes"/>
    <xsl:variable name="picture" as="element()">
      <img src="{$root}{$lp:up}{(@lp:image-in-text, @lp:src)[1]}" alt="{lp:alternative(., $ui)}" loading="lazy">
        <xsl:if test="@lp:image-width">
          <xsl:attribute name="width" select="@lp:image-width"/>
          <xsl:attribute name="height" select="@lp:image-height"/>
        </xsl:if>
        <xsl:apply-templates select="." mode="lp:attributes"/>
      </img>
    </xsl:variable>
    <xsl:choose>
      <xsl:when test="@lp:image-in-text">
        <a class="lp-enlarged" href="{$root}{$lp:up}{@lp:src}">
          <xsl:sequence select="$picture"/>
        </a>
      </xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="$picture"/>
      </xsl:otherwise>
    </xsl:choose>
    <xsl:apply-templates select="desc" mode="lp:html"/>
  </xsl:template>

  <!-- What is elsewhere is a link. A file that cannot be shown is none: its description stands for
       it. -->
  <xsl:template match="graphic | media" mode="lp:html">
    <xsl:param name="ui" as="xs:string" tunnel="yes"/>
    <xsl:variable name="href" as="xs:string?" select="lp:safe-href(
      if (@lp:image = 'service') then @lp:src || '/full/max/0/default.jpg' else @url)"/>
    <xsl:if test="matches($href, '^https?:', 'i')">
      <a class="lp-external lp-sign" href="{$href}">{lp:alternative(., $ui)}</a>
    </xsl:if>
    <xsl:apply-templates select="desc" mode="lp:html"/>
  </xsl:template>

  <!-- Are all pictures of a figure files that cannot be shown? -->
  <xsl:function name="lpi:has-lost-pictures" as="xs:boolean">
    <xsl:param name="figure" as="element()"/>
    <xsl:sequence select="every $part in $figure/self::figure/lp:figure-content(.)[not(self::pb or self::lb)]
      satisfies exists($part[self::graphic or self::media][not(@lp:image)]
        [not(matches(@url, '^\s*https?:', 'i'))])"/>
  </xsl:function>

  <!-- What screen readers say instead of a picture. -->
  <xsl:function name="lp:alternative" as="xs:string">
    <xsl:param name="picture" as="element()"/>
    <xsl:param name="ui" as="xs:string"/>
    <xsl:sequence select="($picture/../head[normalize-space()] ! lp:plain(.), lp:label('figure', $ui))[1]"/>
  </xsl:function>

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
