<?xml version="1.0" encoding="UTF-8"?>
<!-- Below the record: how the letter is cited, to be read, copied or downloaded, and the same for
     programs in the head of the page. -->
<xsl:stylesheet version="3.0" expand-text="yes"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:lp="urn:letterpress:prepared"
  xmlns:lpi="urn:letterpress:internal"
  xmlns="http://www.w3.org/1999/xhtml"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <xsl:template match="lp:letter" mode="lp:citation">
    <xsl:param name="ui" as="xs:string" tunnel="yes"/>
    <xsl:variable name="facts" as="map(xs:string, item()*)" select="lp:citation(.)"/>
    <section class="lp-cite" id="lp-cite" aria-labelledby="lp-cite-title">
      <h2 id="lp-cite-title" class="lp-section-title">{lp:label('cite', $ui)}</h2>
      <p class="lp-citation">
        <bdi id="lp-citation">{lp:citation-text($facts, $ui)}</bdi>
        <xsl:text> </xsl:text>
        <xsl:sequence select="lpi:copy-button('lp-citation', $ui)"/>
      </p>
      <ul class="lp-cite-formats">
        <xsl:sequence select="lpi:cite-format(., 'bib', 'BibTeX', lp:bibtex($facts), $ui)"/>
        <xsl:sequence select="lpi:cite-format(., 'ris', 'RIS', lp:ris($facts), $ui)"/>
        <xsl:sequence select="lpi:cite-format(., 'json', 'CSL-JSON', lp:csl-json($facts), $ui)"/>
      </ul>
    </section>
  </xsl:template>

  <xsl:function name="lpi:cite-format" as="element(li)" xpath-default-namespace="http://www.w3.org/1999/xhtml">
    <xsl:param name="letter" as="element(lp:letter)"/>
    <xsl:param name="extension" as="xs:string"/>
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="record" as="xs:string"/>
    <xsl:param name="ui" as="xs:string"/>
    <li>
      <details>
        <summary>{$name}</summary>
        <pre id="lp-cite-{$extension}" tabindex="0" dir="ltr">{
          translate($record, '&#13;', '') => replace('\n$', '')}</pre>
        <p class="lp-cite-actions">
          <a href="{lp:root($letter/@href)}{$lp:up}citations/{$letter/@id}.{$extension}" download="{$letter/@id}.{$extension}"
            type="{lpi:cite-type($extension)}">{lp:label('download', $ui)}</a>
          <xsl:text> </xsl:text>
          <xsl:sequence select="lpi:copy-button('lp-cite-' || $extension, $ui)"/>
        </p>
      </details>
    </li>
  </xsl:function>

  <xsl:function name="lpi:cite-type" as="xs:string">
    <xsl:param name="extension" as="xs:string"/>
    <xsl:sequence select="
      if ($extension = 'bib') then 'application/x-bibtex'
      else if ($extension = 'ris') then 'application/x-research-info-systems'
      else 'application/vnd.citationstyles.csl+json'"/>
  </xsl:function>

  <!-- The script shows the button: without it nothing could be copied. -->
  <xsl:function name="lpi:copy-button" as="element(button)" xpath-default-namespace="http://www.w3.org/1999/xhtml">
    <xsl:param name="of" as="xs:string"/>
    <xsl:param name="ui" as="xs:string"/>
    <button type="button" class="lp-copy" hidden="hidden" data-lp-copies="{$of}">{
      lp:label('copy', $ui)}</button>
  </xsl:function>

  <!-- For programs: where the page belongs, and the names that reference managers look for. -->
  <xsl:template match="lp:letter" mode="lp:head-citation">
    <xsl:param name="root" as="xs:string" tunnel="yes"/>
    <xsl:variable name="facts" as="map(xs:string, item()*)" select="lp:citation(.)"/>
    <xsl:for-each select="lp:page-url(., @href)">
      <link rel="canonical" href="{.}"/>
    </xsl:for-each>
    <link rel="alternate" type="{lpi:cite-type('bib')}" href="{$root}{$lp:up}citations/{@id}.bib"/>
    <meta name="citation_title" content="{$facts('title')}"/>
    <xsl:for-each select="$facts('authors')">
      <meta name="citation_author" content="{lpi:inverted(.)}"/>
    </xsl:for-each>
    <xsl:for-each select="$facts('container')">
      <meta name="citation_inbook_title" content="{.}"/>
    </xsl:for-each>
    <xsl:for-each select="$facts('editors')">
      <meta name="citation_editor" content="{lpi:inverted(.)}"/>
    </xsl:for-each>
    <xsl:for-each select="$facts('publisher')">
      <meta name="citation_publisher" content="{.}"/>
    </xsl:for-each>
    <xsl:for-each select="$facts('year')">
      <meta name="citation_publication_date" content="{.}"/>
    </xsl:for-each>
  </xsl:template>
</xsl:stylesheet>
