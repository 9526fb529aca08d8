<?xml version="1.0" encoding="UTF-8"?>
<!-- Pages in several languages of the interface: how one leads to the same page in another. -->
<xsl:stylesheet version="3.0" expand-text="yes"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:lp="urn:letterpress:prepared"
  xmlns:lpi="urn:letterpress:internal"
  xmlns="http://www.w3.org/1999/xhtml"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <!-- For search engines: the same page in each language. -->
  <xsl:template name="lp:language-links">
    <xsl:param name="path" as="xs:string"/>
    <xsl:param name="root" as="xs:string" tunnel="yes"/>
    <xsl:for-each select="$lp:languages[$path ne '']">
      <link rel="alternate" hreflang="{lpi:language-tag(.)}"
        href="{lpi:in-language(., $path, $root)}"/>
    </xsl:for-each>
  </xsl:template>

  <!-- For readers. A page that is not known by its path leads to the beginning of the book. -->
  <xsl:template name="lp:language-switch">
    <xsl:param name="path" as="xs:string"/>
    <xsl:param name="ui" as="xs:string" tunnel="yes"/>
    <xsl:param name="root" as="xs:string" tunnel="yes"/>
    <xsl:if test="exists($lp:languages)">
      <nav class="lp-languages" aria-label="{lp:label('languages', $ui)}">
        <ul>
          <xsl:for-each select="$lp:languages">
            <xsl:variable name="tag" as="xs:string" select="lpi:language-tag(.)"/>
            <li>
              <a href="{lpi:in-language(., ($path[. ne ''], 'index.html')[1], $root)}" lang="{$tag}"
                hreflang="{$tag}">
                <xsl:if test="$tag = $ui">
                  <xsl:attribute name="aria-current" select="'true'"/>
                </xsl:if>
                <xsl:attribute name="dir"
                  select="if (lp:is-right-to-left($tag)) then 'rtl' else 'ltr'"/>
                <xsl:text>{substring-after(substring-after(., ' '), ' ')}</xsl:text>
              </a>
            </li>
          </xsl:for-each>
        </ul>
      </nav>
    </xsl:if>
  </xsl:template>

  <xsl:function name="lpi:language-tag" as="xs:string">
    <xsl:param name="language" as="xs:string"/>
    <xsl:sequence select="substring-before($language, ' ')"/>
  </xsl:function>

  <xsl:function name="lpi:in-language" as="xs:string">
    <xsl:param name="language" as="xs:string"/>
    <xsl:param name="path" as="xs:string"/>
    <xsl:param name="root" as="xs:string"/>
    <xsl:sequence select="$root || $lp:up
      || substring-before(substring-after($language, ' '), ' ') || $path"/>
  </xsl:function>
</xsl:stylesheet>
