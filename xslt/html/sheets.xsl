<?xml version="1.0" encoding="UTF-8"?>
<!-- The facsimile of a letter: a link at each page beginning, and the list of all sheets behind the
     text. The script makes a viewer beside the text of it (src/main/web/js/facsimile.js). Images of
     another host are links until the reader opens them. -->
<xsl:stylesheet version="3.0" expand-text="yes"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:lp="urn:letterpress:prepared"
  xmlns:lpi="urn:letterpress:internal"
  xmlns="http://www.w3.org/1999/xhtml"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <xsl:variable name="lpi:sheet-icon" as="element()">
    <svg class="lp-sheet-icon" viewBox="0 0 20 24" aria-hidden="true" focusable="false"
      xmlns="http://www.w3.org/2000/svg">
      <path d="M2 1h11l5 5v17H2zM13 1v5h5M5.5 10.5h9M5.5 14h9M5.5 17.5h6"/>
    </svg>
  </xsl:variable>

  <!-- The sheets of the letter that an element belongs to. -->
  <xsl:function name="lp:sheets" as="element(lp:sheet)*">
    <xsl:param name="node" as="element()"/>
    <xsl:sequence select="$node/ancestor-or-self::TEI[last()]/teiHeader/xenoData/lp:facsimile/lp:sheet"/>
  </xsl:function>

  <!-- Where the whole image is, from the root of the site or elsewhere. -->
  <xsl:function name="lp:sheet-href" as="xs:string">
    <xsl:param name="sheet" as="element(lp:sheet)"/>
    <xsl:param name="root" as="xs:string"/>
    <xsl:sequence select="
      if ($sheet/@kind = 'file') then $root || $lp:up || $sheet/@href
      else if ($sheet/@kind = 'service') then $sheet/@href || '/full/max/0/default.jpg'
      else string($sheet/@href)"/>
  </xsl:function>

  <!-- "page 2r", or "image 3" of a sheet that no page names. -->
  <xsl:function name="lp:sheet-name" as="xs:string">
    <xsl:param name="sheet" as="element(lp:sheet)"/>
    <xsl:param name="ui" as="xs:string"/>
    <xsl:sequence select="if ($sheet/@label) then lp:label('page', $ui, $sheet/@label)
      else lp:label('facsimile-image', $ui, $sheet/@number)"/>
  </xsl:function>

  <!-- At the beginning of a page, unless a link is around it already. -->
  <xsl:template name="lp:sheet-links">
    <xsl:param name="ui" as="xs:string" tunnel="yes"/>
    <xsl:param name="root" as="xs:string" tunnel="yes"/>
    <xsl:variable name="numbers" as="xs:string*" select="tokenize(@lp:sheets)"/>
    <xsl:if test="exists($numbers) and empty(ancestor::*[@lp:href])">
      <xsl:for-each select="lp:sheets(.)[@number = $numbers]">
        <xsl:variable name="name" as="xs:string"
          select="lp:label('facsimile-of', $ui, lp:sheet-name(., $ui))"/>
        <a class="lp-facs lp-sign" href="{lp:sheet-href(., $root)}" data-lp-sheet="{@number}"
          title="{$name}">
          <xsl:sequence select="$lpi:sheet-icon"/>
          <xsl:if test="@thumbnail">
            <img src="{$root}{$lp:up}{@thumbnail}" alt="" loading="lazy">
              <xsl:call-template name="lpi:thumbnail-size"/>
            </img>
          </xsl:if>
          <span class="lp-visually-hidden">{$name}</span>
        </a>
      </xsl:for-each>
    </xsl:if>
  </xsl:template>

  <xsl:template name="lpi:thumbnail-size">
    <xsl:if test="@width and @height">
      <xsl:variable name="scale" as="xs:double"
        select="min((1, 320 div max((xs:double(@width), xs:double(@height)))))"/>
      <xsl:attribute name="width" select="max((1, round(@width * $scale)))"/>
      <xsl:attribute name="height" select="max((1, round(@height * $scale)))"/>
    </xsl:if>
  </xsl:template>

  <!-- The way to the facsimile, in the letter's head. It says whose host is asked. -->
  <xsl:template name="lp:facsimile-link">
    <xsl:param name="ui" as="xs:string" tunnel="yes"/>
    <xsl:variable name="sheets" as="element(lp:sheet)*" select="lp:sheets(.)"/>
    <xsl:variable name="hosts" as="xs:string*" select="distinct-values($sheets/@host)"/>
    <xsl:if test="exists($sheets)">
      <li>
        <a class="lp-facs-opener" href="#lp-facsimile">
          <xsl:text>{lp:label('facsimile', $ui)}</xsl:text>
          <xsl:if test="exists($hosts)">
            <span class="lp-facs-host">{
              ' ' || lp:label('facsimile-from', $ui, string-join($hosts, ', '))}</span>
          </xsl:if>
        </a>
      </li>
    </xsl:if>
  </xsl:template>

  <!-- All sheets, behind the text. -->
  <xsl:template name="lp:sheet-list">
    <xsl:param name="ui" as="xs:string" tunnel="yes"/>
    <xsl:param name="root" as="xs:string" tunnel="yes"/>
    <xsl:variable name="sheets" as="element(lp:sheet)*" select="lp:sheets(.)"/>
    <xsl:variable name="hosts" as="xs:string*" select="distinct-values($sheets/@host)"/>
    <xsl:if test="exists($sheets)">
      <section class="lp-facsimile" id="lp-facsimile" aria-labelledby="lp-facsimile-title">
        <h2 class="lp-section-title" id="lp-facsimile-title">{lp:label('facsimile', $ui)}</h2>
        <xsl:if test="exists($hosts)">
          <p class="lp-facs-note">{
            lp:label('facsimile-elsewhere', $ui, string-join($hosts, ', '))}</p>
        </xsl:if>
        <ol class="lp-sheets">
          <xsl:for-each select="$sheets">
            <li class="lp-sheet" data-lp-kind="{@kind}" data-lp-name="{lp:sheet-name(., $ui)}"
              data-lp-source="{if (@kind = 'file') then $root || $lp:up || @href else @href}">
              <xsl:for-each select="@host, @extent-width, @extent-height">
                <xsl:attribute name="data-lp-{local-name()}" select="."/>
              </xsl:for-each>
              <xsl:if test="@label">
                <xsl:attribute name="data-lp-named" select="'true'"/>
              </xsl:if>
              <xsl:if test="lp:zone">
                <xsl:attribute name="data-lp-zones" select="serialize(array { lp:zone !
                  [string(@id), array { tokenize(@corners) ! xs:double(.) }] },
                  map { 'method': 'json' })"/>
              </xsl:if>
              <a href="{lp:sheet-href(., $root)}" data-lp-sheet="{@number}">
                <xsl:choose>
                  <xsl:when test="@thumbnail">
                    <img src="{$root}{$lp:up}{@thumbnail}" alt="" loading="lazy">
                      <xsl:call-template name="lpi:thumbnail-size"/>
                    </img>
                  </xsl:when>
                  <xsl:otherwise>
                    <xsl:sequence select="$lpi:sheet-icon"/>
                  </xsl:otherwise>
                </xsl:choose>
                <span class="lp-sheet-name">{lp:sheet-name(., $ui)}</span>
              </a>
            </li>
          </xsl:for-each>
        </ol>
        <xsl:for-each select="lp:manifest-path(self::lp:letter)">
          <p class="lp-facs-note">
            <a href="{$root}{$lp:up}{.}" type="application/ld+json">{
              lp:label('facsimile-manifest', $ui)}</a>
          </p>
        </xsl:for-each>
      </section>
    </xsl:if>
  </xsl:template>

  <!-- The script of the viewer, on pages that have something to view. -->
  <xsl:template name="lp:facsimile-script">
    <xsl:param name="facts" as="element()" tunnel="yes"/>
    <xsl:param name="root" as="xs:string" tunnel="yes"/>
    <xsl:if test="$facts/self::lp:letter[exists(lp:sheets(.))]">
      <script defer="defer" src="{$root}{$lp:up}assets/js/facsimile.js"/>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
