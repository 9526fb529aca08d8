<?xml version="1.0" encoding="UTF-8"?>
<!-- The search page, and the field in the header that leads to it. What is found is put in by
     assets/js/search.js; without scripts the page leads to the lists. -->
<xsl:stylesheet version="3.0" expand-text="yes"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:lp="urn:letterpress:prepared"
  xmlns="http://www.w3.org/1999/xhtml"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <!-- Words that the script puts on the page; it finds them by these keys. -->
  <xsl:variable name="lp:search-words" as="xs:string*" select="'search', 'searching',
    'search-nothing', 'search-no-words', 'search-no-letters', 'search-missing', 'search-failed',
    'search-cut', 'search-more', 'search-narrow', 'sort', 'sort-relevance', 'sort-date',
    'letter-count', 'letter-count-one', 'result-count', 'result-count-one', 'undated', 'note',
    'about-this-letter', 'diplomatic-text', 'facet-correspondent', 'facet-year', 'facet-place',
    'facet-person', 'facet-language', 'facet-kind', 'kind-letter', 'kind-text', 'kind-entry',
    'facet-more', 'other-text', 'person', 'place', 'org', 'event', 'work', 'object', 'term'"/>

  <!-- The field in the header of a page. -->
  <xsl:template name="lp:search-field">
    <xsl:param name="ui" as="xs:string" tunnel="yes"/>
    <xsl:param name="root" as="xs:string" tunnel="yes"/>
    <form class="lp-site-search" role="search" action="{$root}search.html" method="get">
      <input type="search" name="q" class="lp-search-field" autocomplete="off" spellcheck="false"
        aria-label="{lp:label('search-words', $ui)}" placeholder="{lp:label('search', $ui)}"/>
      <button class="lp-search-button">{lp:label('search', $ui)}</button>
    </form>
  </xsl:template>

  <!-- search.html -->
  <xsl:template name="lp:search-content">
    <xsl:param name="ui" as="xs:string" tunnel="yes"/>
    <xsl:param name="root" as="xs:string" tunnel="yes"/>
    <xsl:param name="facts" as="element()" tunnel="yes"/>
    <header class="lp-page-head">
      <h1>{lp:label('search', $ui)}</h1>
    </header>
    <div class="lp-search" id="lp-search">
      <xsl:for-each select="$lp:search-words">
        <xsl:attribute name="data-word-{.}" select="lp:label(., $ui)"/>
      </xsl:for-each>
      <form class="lp-search-form" role="search" action="{$root}search.html" method="get">
        <label for="lp-search-words">{lp:label('search-words', $ui)}</label>
        <div class="lp-search-line">
          <input type="search" name="q" id="lp-search-words" class="lp-search-field"
            autocomplete="off" autocapitalize="off" spellcheck="false"
            aria-describedby="lp-search-help"/>
          <button class="lp-search-button">{lp:label('search', $ui)}</button>
        </div>
        <p class="lp-search-help" id="lp-search-help">{lp:label('search-help', $ui)}</p>
      </form>
      <noscript>
        <p>{lp:label('search-without-script', $ui)}</p>
        <ul class="lp-search-lists">
          <li><a href="{$root}letters.html">{lp:label('letters', $ui)}</a></li>
          <xsl:for-each select="$facts/(lp:register | lp:registers/lp:register)[@href]">
            <li><a href="{$root}{@href}">{lp:label(@kind, $ui)}</a></li>
          </xsl:for-each>
        </ul>
      </noscript>
      <p class="lp-search-status" id="lp-search-status" role="status"/>
      <div class="lp-search-columns">
        <section class="lp-search-results" id="lp-search-results"
          aria-label="{lp:label('search-results', $ui)}"/>
        <section class="lp-search-facets" id="lp-search-facets" hidden="hidden"
          aria-label="{lp:label('search-narrow', $ui)}"/>
      </div>
    </div>
    <script defer="defer" src="{$root}{$lp:up}{$lp:search-script}"/>
  </xsl:template>
</xsl:stylesheet>
