<?xml version="1.0" encoding="UTF-8"?>
<!-- The reader's tools beside every page: chapters, settings, adding to the shelf, the shelf, the
     way back, the book. Those that are links work without the script; the buttons show when it
     runs (css/reader.css). -->
<xsl:stylesheet version="3.0" expand-text="yes"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:lp="urn:letterpress:prepared"
  xmlns:lpi="urn:letterpress:internal"
  xmlns="http://www.w3.org/1999/xhtml"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <xsl:template name="lp:reader-tools">
    <xsl:param name="kind" as="xs:string"/>
    <xsl:param name="ui" as="xs:string" tunnel="yes"/>
    <xsl:param name="root" as="xs:string" tunnel="yes"/>
    <nav class="lp-tools" aria-label="{lp:label('reader-tools', $ui)}">
      <ul>
        <li>
          <a class="lp-tool" data-lp-tool="chapters" href="{$root}index.html#lp-contents">
            <xsl:call-template name="lp:tool-face">
              <xsl:with-param name="name" select="'chapters'"/>
            </xsl:call-template>
          </a>
        </li>
        <li class="lp-needs-script">
          <button type="button" class="lp-tool" data-lp-tool="settings" aria-haspopup="dialog">
            <xsl:call-template name="lp:tool-face">
              <xsl:with-param name="name" select="'settings'"/>
            </xsl:call-template>
          </button>
        </li>
        <xsl:if test="$kind = ('letter', 'volume')">
          <li class="lp-needs-script">
            <button type="button" class="lp-tool" data-lp-tool="add" aria-pressed="false">
              <xsl:call-template name="lp:tool-face">
                <xsl:with-param name="name" select="'add'"/>
              </xsl:call-template>
            </button>
          </li>
        </xsl:if>
        <li class="lp-needs-script">
          <button type="button" class="lp-tool" data-lp-tool="shelf" aria-haspopup="dialog">
            <xsl:call-template name="lp:tool-face">
              <xsl:with-param name="name" select="'shelf'"/>
            </xsl:call-template>
          </button>
        </li>
        <!-- The script knows where one came from. -->
        <li hidden="hidden">
          <a class="lp-tool" data-lp-tool="return" href="{$root}index.html">
            <xsl:call-template name="lp:tool-face">
              <xsl:with-param name="name" select="'return'"/>
            </xsl:call-template>
          </a>
        </li>
        <li>
          <a class="lp-tool" data-lp-tool="book" href="{$root}index.html">
            <xsl:if test="$kind = 'index'">
              <xsl:attribute name="aria-current" select="'page'"/>
            </xsl:if>
            <xsl:call-template name="lp:tool-face">
              <xsl:with-param name="name" select="'book'"/>
            </xsl:call-template>
          </a>
        </li>
      </ul>
    </nav>
  </xsl:template>

  <!-- The pictures, as paths of SVG. -->
  <xsl:variable name="lpi:icons" as="map(xs:string, xs:string)" static="yes" select="map {
    'chapters': 'M9 6h11M9 12h11M9 18h11M4 6h.5M4 12h.5M4 18h.5',
    'settings': 'M2.5 18.5 7.5 6h.6l5 12.5M4.4 14.2h6.8M20.5 11.5v7m0-4.6c0-1.6-1.1-2.6-2.7-2.6
      -2 0-3.3 1.5-3.3 3.7s1.3 3.7 3.2 3.7c1.7 0 2.8-1.2 2.8-3',
    'add': 'M6.5 3.5h11v17l-5.5-4.3-5.5 4.3z',
    'shelf': 'M3.5 20.5h17M5.5 4.5h3.5v16H5.5zM9 7h3.5v13.5H9zM14 6.3l3.3-.9 3.2 14.8',
    'return': 'M9.5 5 4.5 10l5 5M4.5 10h9.5a5.5 5.5 0 0 1 0 11h-3',
    'book': 'M12 6.5C10.2 5 7.4 4.5 3 4.8v13.4c4.4-.3 7.2.3 9 1.8 1.8-1.5 4.6-2.1 9-1.8V4.8
      c-4.4-.3-7.2.2-9 1.7zm0 0V20' }"/>

  <!-- Picture and name of a tool. -->
  <xsl:template name="lp:tool-face">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="ui" as="xs:string" tunnel="yes"/>
    <svg xmlns="http://www.w3.org/2000/svg" class="lp-tool-icon" viewBox="0 0 24 24"
      aria-hidden="true" focusable="false">
      <path d="{normalize-space($lpi:icons($name))}"/>
    </svg>
    <span class="lp-tool-name">{lp:label('reader-' || $name, $ui)}</span>
  </xsl:template>
</xsl:stylesheet>
