<?xml version="1.0" encoding="UTF-8"?>
<!-- The modes of the HTML stylesheets, each with what it does to nodes that no rule matches. -->
<xsl:stylesheet version="3.0" expand-text="yes"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:lp="urn:letterpress:prepared"
  xmlns:lpi="urn:letterpress:internal"
  xmlns="http://www.w3.org/1999/xhtml"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <!-- A prepared letter to its page. -->
  <xsl:mode name="lp:letter-page" on-no-match="shallow-skip"/>

  <!-- A prepared volume, without its letters, to its page. -->
  <xsl:mode name="lp:volume-page" on-no-match="shallow-skip"/>

  <!-- An edition with one lp:page to that page of the site; its title, its description and what
       stands in main. -->
  <xsl:mode name="lp:site" on-no-match="shallow-skip"/>
  <xsl:mode name="lp:page-title" on-no-match="shallow-skip"/>
  <xsl:mode name="lp:page-description" on-no-match="shallow-skip"/>
  <xsl:mode name="lp:page-content" on-no-match="shallow-skip"/>

  <!-- A picture (timeline, map, network) with the table that says the same. -->
  <xsl:mode name="lp:picture" on-no-match="shallow-skip"/>

  <!-- Parts of lists. -->
  <xsl:mode name="lp:part-links" on-no-match="shallow-skip"/>
  <xsl:mode name="lp:letter-row" on-no-match="shallow-skip"/>
  <xsl:mode name="lp:calendar-day" on-no-match="shallow-skip"/>
  <xsl:mode name="lp:party-account" on-no-match="shallow-skip"/>
  <xsl:mode name="lp:partners" on-no-match="shallow-skip"/>
  <xsl:mode name="lp:ranking" on-no-match="shallow-skip"/>

  <!-- TEI text to HTML. Elements without a rule reach html/unhandled.xsl. -->
  <xsl:mode name="lp:html" on-no-match="text-only-copy"/>

  <!-- An element to the attributes of what it becomes: class, id, lang, dir. -->
  <xsl:mode name="lp:attributes" on-no-match="shallow-skip"/>

  <!-- What the reading text leaves out: only its note calls, page breaks and anchors remain. -->
  <xsl:mode name="lp:left-out" on-no-match="shallow-skip"/>

  <!-- The name of a sign to a sample of it, for the key below a text. -->
  <xsl:mode name="lp:sign-sample" on-no-match="fail"/>

  <!-- A note to its entry in the list of notes. -->
  <xsl:mode name="lp:note-entry" on-no-match="shallow-skip"/>

  <!-- The header to the rows of the record before and after the correspondents; what stands in a
       row to its words. -->
  <xsl:mode name="lp:record-begin" on-no-match="shallow-skip"/>
  <xsl:mode name="lp:record-end" on-no-match="shallow-skip"/>
  <xsl:mode name="lp:record-words" on-no-match="fail"/>

  <!-- A register entry (person, place, org, event, bibl) to its facts: dt and dd. -->
  <xsl:mode name="lp:facts" on-no-match="shallow-skip"/>

  <!-- Parts of pages, each from the facts (lp:letter, lp:edition, lp:register, lp:entry). -->
  <xsl:mode name="lp:head-link" on-no-match="shallow-skip"/>
  <xsl:mode name="lp:imprint" on-no-match="shallow-skip"/>
  <xsl:mode name="lp:letter-head" on-no-match="shallow-skip"/>
  <xsl:mode name="lp:relations" on-no-match="shallow-skip"/>
  <xsl:mode name="lp:downloads" on-no-match="shallow-skip"/>
  <xsl:mode name="lp:letter-record" on-no-match="shallow-skip"/>
  <xsl:mode name="lp:citation" on-no-match="shallow-skip"/>
  <xsl:mode name="lp:head-citation" on-no-match="shallow-skip"/>
  <xsl:mode name="lp:page-anchor" on-no-match="shallow-skip"/>
  <xsl:mode name="lp:cards" on-no-match="shallow-skip"/>
  <xsl:mode name="lp:card" on-no-match="shallow-skip"/>
  <xsl:mode name="lp:status" on-no-match="shallow-skip"/>
  <xsl:mode name="lp:neighbours" on-no-match="shallow-skip"/>
  <xsl:mode name="lp:linked" on-no-match="shallow-skip"/>
  <xsl:mode name="lp:register-page" on-no-match="shallow-skip"/>
  <xsl:mode name="lp:register-line" on-no-match="shallow-skip"/>
  <xsl:mode name="lp:entry-page" on-no-match="shallow-skip"/>
  <xsl:mode name="lp:contents-line" on-no-match="shallow-skip"/>

  <!-- Doors for an edition: each is applied to the letter or edition element and gives nothing. -->
  <xsl:mode name="lp:hook-head" on-no-match="shallow-skip"/>
  <xsl:mode name="lp:hook-after-letter" on-no-match="shallow-skip"/>
  <xsl:mode name="lp:hook-footer" on-no-match="shallow-skip"/>

  <xsl:template match="*" mode="lp:hook-head lp:hook-after-letter lp:hook-footer"/>

  <xsl:template match="text()" mode="lp:left-out lp:note-entry lp:record-begin lp:record-end lp:facts lp:site
    lp:letter-page lp:volume-page lp:page-title lp:page-description lp:page-content lp:picture
    lp:part-links lp:letter-row lp:party-account lp:partners"/>
</xsl:stylesheet>
