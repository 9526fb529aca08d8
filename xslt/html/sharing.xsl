<?xml version="1.0" encoding="UTF-8"?>
<!-- What a page says to those who link to it: its sign, its canonical address, and the title,
     description and picture that stand beside a link where people share it (Open Graph). -->
<xsl:stylesheet version="3.0" expand-text="yes"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:lp="urn:letterpress:prepared"
  xmlns="http://www.w3.org/1999/xhtml"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <xsl:template name="lp:sharing">
    <xsl:param name="title" as="xs:string"/>
    <xsl:param name="description" as="xs:string"/>
    <xsl:param name="kind" as="xs:string"/>
    <xsl:param name="path" as="xs:string"/>
    <xsl:param name="facts" as="element()" tunnel="yes"/>
    <xsl:param name="ui" as="xs:string" tunnel="yes"/>
    <xsl:param name="root" as="xs:string" tunnel="yes"/>
    <link rel="icon" type="image/svg+xml" href="{$root}{$lp:up}assets/favicon.svg"/>
    <meta property="og:title" content="{$title}"/>
    <meta property="og:type" content="{if ($kind = 'letter') then 'article' else 'website'}"/>
    <meta property="og:locale" content="{translate($ui, '-', '_')}"/>
    <xsl:if test="lp:edition-title($facts)[normalize-space()]">
      <meta property="og:site_name" content="{lp:edition-title($facts)}"/>
    </xsl:if>
    <xsl:if test="normalize-space($description)">
      <meta property="og:description" content="{normalize-space($description)}"/>
    </xsl:if>
    <xsl:if test="$lp:site-url ne ''">
      <xsl:if test="$path ne ''">
        <xsl:variable name="address" as="xs:string" select="$lp:site-url
          || ($ui || '/')[$lp:up ne ''] || iri-to-uri($path)"/>
        <meta property="og:url" content="{$address}"/>
        <!-- Letters say their canonical address themselves. -->
        <xsl:if test="$kind ne 'letter'">
          <link rel="canonical" href="{$address}"/>
        </xsl:if>
      </xsl:if>
      <meta property="og:image" content="{$lp:site-url}assets/preview.png"/>
      <meta property="og:image:width" content="1200"/>
      <meta property="og:image:height" content="630"/>
      <meta property="og:image:alt" content="{lp:edition-title($facts)}"/>
      <meta name="twitter:card" content="summary_large_image"/>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
